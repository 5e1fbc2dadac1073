package moisson.statistics;

import java.util.Collection;
import java.util.stream.Collectors;
import moisson.event.Edition;
import moisson.event.Source;
import org.jspecify.annotations.Nullable;

/** Writes the SPARQL query of each figure, from the pattern of its definition. Plain SPARQL 1.1: any endpoint runs it. */
final class Queries {
    private static final String PREFIXES = """
            PREFIX schema: <http://schema.org/>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            PREFIX def: <%sdef/>
            """;

    private final String base;
    private final String events;
    private final String edition;
    private final String delays;

    Queries(String base, @Nullable Edition edition) {
        this.base = base;
        this.edition = edition == null ? "" : "<%sid/edition/%d>".formatted(base, edition.year());
        this.events =
                edition == null ? "?e a schema:Event ." : "?e def:edition " + this.edition + " ; a schema:Event .";
        this.delays = Delay.pattern(edition);
    }

    /** The query is written out in the definition. */
    String whole(Definition definition) {
        return PREFIXES.formatted(base) + filled(definition.pattern());
    }

    /**
     * Counts all cells of a cut at once.
     *
     * @param cells those that are published even when nothing falls in them
     */
    String cells(Definition definition, Cut cut, Collection<String> cells) {
        String pattern = filled(definition.pattern());
        String among = cut == Cut.FORM_DELAY ? events + " " + filled("?e def:source {formulaire} .") : events;
        String counted = cut.ofRecords() ? "?r" : "?e";
        StringBuilder query = new StringBuilder(PREFIXES.formatted(base));
        query.append("SELECT ?code_valeur (COUNT(%s%s) AS ?valeur) WHERE {\n"
                .formatted(Boolean.TRUE.equals(definition.additive()) ? "" : "DISTINCT ", counted));
        query.append("  { ").append(among).append(' ').append(pattern).append(" }\n");
        if (cut.mayBeUnknown()) {
            // A filter is judged after the whole of its group: ?v must not be bound there yet.
            query.append("  UNION { { %s FILTER NOT EXISTS { %s } } BIND(\"%s\" AS ?v) }\n"
                    .formatted(among, pattern, Figure.UNKNOWN));
        }
        if (!cells.isEmpty()) {
            query.append("  UNION { VALUES ?v { %s } }\n"
                    .formatted(cells.stream().map(Queries::quoted).collect(Collectors.joining(" "))));
        }
        return query.append("} GROUP BY (STR(?v) AS ?code_valeur)").toString();
    }

    private String filled(String pattern) {
        return pattern.replace("{e}", events)
                .replace("{edition}", edition)
                .replace("{delais}", delays)
                .replace("{formulaire}", "<" + base + "id/source/" + Source.FORM + ">")
                .replace("{regions}", reference("region"))
                .replace("{departements}", reference("departement"));
    }

    /** The territories of a list of the published statistics: {@code ?t}, its code {@code ?v}, its population {@code ?p}. */
    private String reference(String list) {
        return """
                GRAPH <%1$sdonnees/statistiques> { ?t skos:inScheme <%1$sdef/liste/%2$s> ; skos:notation ?v . \
                OPTIONAL { ?t def:population ?p } } FILTER(?v != "%3$s")""".formatted(base, list, Figure.UNKNOWN);
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
