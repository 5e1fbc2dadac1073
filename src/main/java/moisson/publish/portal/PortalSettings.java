package moisson.publish.portal;

import java.net.URI;
import java.util.List;

/**
 * A portal we publish to.
 *
 * @param id by which settings, commands and reports call it
 * @param address of the portal, ending in a slash
 * @param token of its API; goes into a header and nowhere else
 * @param organization that owns the datasets: on udata its identifier, on CKAN its name
 * @param prefix stands before the name of each dataset, so that two installations can share an organisation
 * @param licence as the portal calls Licence Ouverte 2.0
 * @param datasets names of the datasets to publish there, {@code *} for any letters
 */
public record PortalSettings(
        String id,
        Kind kind,
        URI address,
        String token,
        String organization,
        Files files,
        Edits edits,
        String prefix,
        String licence,
        List<String> datasets) {
    /** Which API it has. */
    public enum Kind {
        UDATA,
        CKAN
    }

    /** How files get there. */
    public enum Files {
        /** The portal keeps a copy: for who has no public address of his own. */
        UPLOAD,
        /** The portal leads to our stable addresses. */
        LINK
    }

    /** What becomes of what people changed on the portal by hand. It is told in either case. */
    public enum Edits {
        KEEP,
        OVERWRITE
    }

    public PortalSettings {
        datasets = List.copyOf(datasets);
    }

    boolean wants(String dataset) {
        return datasets.stream().anyMatch(name -> dataset.matches(name.replace("*", "[a-z0-9-]*")));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return kind + " " + id + " (" + address + ")";
    }
}
