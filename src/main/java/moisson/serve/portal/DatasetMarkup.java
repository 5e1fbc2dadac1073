package moisson.serve.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The datasets in the words of schema.org, for search engines of data; as JSON-LD in the page. */
final class DatasetMarkup {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/";

    private final String base;

    /** @param base of the site, without a final slash */
    DatasetMarkup(String base) {
        this.base = base;
    }

    /** One dataset with all its files, fit to stand in a script of a page. */
    String of(Snapshot snapshot) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("@context", "https://schema.org/");
        dataset.put("@type", "Dataset");
        dataset.put("@id", base + "/donnees/evenements");
        dataset.put("url", base + "/donnees");
        dataset.put("name", "Événements de l’innovation publique, toutes éditions");
        dataset.put(
                "description",
                "Les événements de la Semaine puis du Mois de l’innovation publique, moissonnés auprès de plusieurs sources, doublons réunis, avec leurs statistiques.");
        dataset.put("inLanguage", "fr");
        dataset.put("license", LICENCE);
        dataset.put("isAccessibleForFree", true);
        dataset.put("keywords", List.of("innovation publique", "événements", "agenda", "administration"));
        dataset.put("version", Integer.toString(snapshot.publication().number()));
        dataset.put("dateModified", snapshot.publication().at().toString());
        dataset.put("creator", Map.of("@type", "Organization", "name", "Moisson", "url", base + "/"));
        List<Object> files = new ArrayList<>();
        for (Download file : snapshot.downloads()) {
            Map<String, Object> download = new LinkedHashMap<>();
            download.put("@type", "DataDownload");
            download.put("name", file.path());
            download.put("contentUrl", base + "/donnees/" + file.path());
            download.put("encodingFormat", file.mediaType());
            download.put("contentSize", file.bytes() + " B");
            download.put("sha256", file.sha256());
            files.add(download);
        }
        dataset.put("distribution", files);
        try {
            return JSON.writeValueAsString(dataset)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain maps can always be written", e);
        }
    }
}
