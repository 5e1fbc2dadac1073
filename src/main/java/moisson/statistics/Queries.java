package moisson.statistics;

import java.util.Set;
import java.util.stream.Collectors;
import moisson.event.Edition;
import org.jspecify.annotations.Nullable;

/** Writes the SPARQL query beside each figure, from the pattern of its definition. */
final class Queries {
    private final String prefixes;
    private final String events;

    Queries(String base, @Nullable Edition edition) {
        this.prefixes = """
                PREFIX schema: <http://schema.org/>
                PREFIX dct: <http://purl.org/dc/terms/>
                PREFIX prov: <http://www.w3.org/ns/prov#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                PREFIX def: <%sdef/>
                """.formatted(base);
        this.events = edition == null
                ? "?e a schema:Event ."
                : "?e a schema:Event ; def:edition <%sid/edition/%d> .".formatted(base, edition.year());
    }

    String total(Definition definition, Set<String> reference) {
        return prefixes
                + definition
                        .pattern()
                        .replace("{e}", events)
                        .replace(
                                "{liste}",
                                reference.stream().map(Queries::quoted).collect(Collectors.joining(" ")));
    }

    String cell(Definition definition, String code) {
        return counting(definition.pattern() + " FILTER(STR(?v) = " + quoted(code) + ")");
    }

    String unknown(Definition definition) {
        return counting("FILTER NOT EXISTS { " + definition.pattern() + " }");
    }

    private String counting(String pattern) {
        return prefixes + "SELECT (COUNT(DISTINCT ?e) AS ?valeur) WHERE { " + events + " " + pattern + " }";
    }

    /** SPARQL 1.1, 19.7: the escapes of a string in quotation marks. */
    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
    }
}
