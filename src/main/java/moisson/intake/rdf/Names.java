package moisson.intake.rdf;

import java.util.LinkedHashMap;
import java.util.Map;

/** How IRIs are called in the trees that we make of graphs: short, and the same for both addresses of a vocabulary. */
final class Names {
    static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    static final String TOURISM = "https://www.datatourisme.fr/ontology/core#";

    private static final Map<String, String> PREFIXES = prefixes();

    private Names() {}

    private static Map<String, String> prefixes() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put("https://schema.org/", "");
        prefixes.put("http://schema.org/", "");
        prefixes.put("http://www.schema.org/", "");
        prefixes.put(TOURISM, "dt:");
        prefixes.put("https://www.datatourisme.gouv.fr/ontology/core#", "dt:");
        prefixes.put(RDFS, "rdfs:");
        prefixes.put("http://purl.org/dc/elements/1.1/", "dc:");
        prefixes.put("http://purl.org/dc/terms/", "dc:");
        prefixes.put("http://xmlns.com/foaf/0.1/", "foaf:");
        return prefixes;
    }

    static String brief(String iri) {
        for (Map.Entry<String, String> prefix : PREFIXES.entrySet()) {
            if (iri.startsWith(prefix.getKey())) {
                return prefix.getValue() + iri.substring(prefix.getKey().length());
            }
        }
        return iri;
    }
}
