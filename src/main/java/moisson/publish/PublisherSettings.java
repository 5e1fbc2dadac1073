package moisson.publish;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where and under which name we publish.
 *
 * @param folder holds one folder per version, named by its number
 * @param base public address of the site, ending in a slash; IRIs and download addresses are made from it
 * @param publisher the organisation named as publisher in the catalogue
 * @param contact an e-mail address of a service, published in the catalogue
 */
public record PublisherSettings(Path folder, URI base, String publisher, String contact) {
    /** For demonstrations: every address leads to a domain that cannot exist. */
    public static PublisherSettings example(Path folder) {
        return new PublisherSettings(
                folder, URI.create("https://moisson.example/"), "Moisson", "contact@moisson.example");
    }
}
