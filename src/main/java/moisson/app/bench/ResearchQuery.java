package moisson.app.bench;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What researchers ask of agendas, in our vocabulary.
 *
 * @param counts false for one that is told beside: the same question without the index of words
 */
public record ResearchQuery(String name, String text, boolean counts) {
    private static final String PREFIXES = """
            PREFIX schema: <http://schema.org/>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            PREFIX text: <http://jena.apache.org/text#>
            PREFIX def: <https://moisson.example/def/>
            """;

    private static ResearchQuery of(String name, String text) {
        return new ResearchQuery(name, PREFIXES + text, true);
    }

    /**
     * The twelve of them.
     *
     * @param first asks the endpoint for something that is there: the first cell of an answer
     */
    public static List<ResearchQuery> all(UnaryOperator<String> first) {
        String event = first.apply(PREFIXES + "SELECT ?e WHERE { ?e a schema:Event } ORDER BY ?e LIMIT 1");
        String organiser = first.apply(PREFIXES + "SELECT ?o WHERE { ?e schema:organizer ?o } ORDER BY ?o LIMIT 1");
        return List.of(
                of("1 events per region", """
                        SELECT ?region (COUNT(?e) AS ?n) WHERE { ?e a schema:Event ; def:region ?region }
                        GROUP BY ?region ORDER BY DESC(?n)"""),
                of("2 a word in titles, first 100", """
                        SELECT ?e ?titre WHERE { ?e text:query (schema:name "atelier") ; schema:name ?titre }
                        LIMIT 100"""),
                of("3 a word in titles, counted", """
                        SELECT (COUNT(DISTINCT ?e) AS ?n)
                        WHERE { ?e text:query (schema:name "atelier") ; a schema:Event }"""),
                of("4 in a box and two weeks", """
                        SELECT ?e ?titre ?debut WHERE {
                          ?e schema:startDate ?debut ; schema:location ?lieu ; schema:name ?titre .
                          ?lieu schema:latitude ?lat ; schema:longitude ?lon .
                          FILTER(?lat > 48 && ?lat < 49.5 && ?lon > 1.5 && ?lon < 3.5)
                          FILTER(STR(?debut) >= "2020-11-09" && STR(?debut) < "2020-11-23") }"""),
                of("5 top 20 of the organisers", """
                        SELECT ?nom ?n WHERE {
                          { SELECT ?o (COUNT(?e) AS ?n) WHERE { ?e a schema:Event ; schema:organizer ?o }
                            GROUP BY ?o ORDER BY DESC(?n) ?o LIMIT 20 }
                          ?o schema:name ?nom } ORDER BY DESC(?n) ?nom"""),
                of("6 per month and format", """
                        SELECT ?mois ?format (COUNT(?e) AS ?n) WHERE {
                          ?e a schema:Event ; schema:startDate ?debut ; def:format ?format
                          BIND(SUBSTR(STR(?debut), 1, 7) AS ?mois) }
                        GROUP BY ?mois ?format ORDER BY ?mois ?format"""),
                of("7 everything of one event", "DESCRIBE <" + event + ">"),
                of("8 the next 50 of a département", """
                        SELECT ?e ?titre ?debut WHERE {
                          ?e def:departement <http://id.insee.fr/geo/departement/59> ; schema:startDate ?debut ;
                            schema:name ?titre FILTER(STR(?debut) >= "2020-06-01") }
                        ORDER BY ?debut LIMIT 50"""),
                of("9 the online ones' share per département", """
                        SELECT ?d (SUM(IF(?mode = schema:OnlineEventAttendanceMode, 1, 0)) / COUNT(?e) AS ?part) WHERE {
                          ?e a schema:Event ; def:departement ?d ; schema:eventAttendanceMode ?mode }
                        GROUP BY ?d ORDER BY ?d"""),
                of("10 all of one organiser", """
                        SELECT ?e ?titre ?debut WHERE {
                          ?e schema:organizer <%s> ; schema:name ?titre OPTIONAL { ?e schema:startDate ?debut } }
                        """.formatted(organiser)),
                of("11 the same title, town and start", """
                        SELECT ?titre ?commune ?debut (COUNT(?e) AS ?n) WHERE {
                          ?e a schema:Event ; schema:name ?titre ; def:commune ?commune ; schema:startDate ?debut }
                        GROUP BY ?titre ?commune ?debut HAVING(COUNT(?e) > 1)"""),
                of("12 50,000 rows", """
                        SELECT ?id ?titre ?debut WHERE {
                          ?e dct:identifier ?id ; schema:name ?titre ; schema:startDate ?debut } LIMIT 50000"""),
                new ResearchQuery("3 without the index: letters in titles, counted", PREFIXES + """
                        SELECT (COUNT(?e) AS ?n) WHERE {
                          ?e a schema:Event ; schema:name ?titre FILTER(CONTAINS(LCASE(?titre), "atelier")) }""", false));
    }
}
