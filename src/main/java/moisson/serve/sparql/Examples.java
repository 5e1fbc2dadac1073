package moisson.serve.sparql;

import java.util.List;

/** Queries to start from; each one is run by a test. */
final class Examples {
    private static final String PREFIXES = "PREFIX schema: <http://schema.org/>\n";

    record Example(String title, String query) {}

    static final List<Example> ALL = List.of(
            new Example("Compter les événements", PREFIXES + """
                    SELECT (COUNT(DISTINCT ?evenement) AS ?nombre)
                    WHERE { ?evenement a schema:Event }
                    """),
            new Example("Les titres, avec leur début", PREFIXES + """
                    SELECT ?evenement ?titre ?debut
                    WHERE {
                      ?evenement a schema:Event ;
                        schema:name ?titre .
                      OPTIONAL { ?evenement schema:startDate ?debut }
                    }
                    ORDER BY ?debut ?titre
                    LIMIT 100
                    """),
            new Example("Chercher un mot dans les titres", PREFIXES + """
                    SELECT ?evenement ?titre
                    WHERE {
                      ?evenement a schema:Event ;
                        schema:name ?titre .
                      FILTER(CONTAINS(LCASE(STR(?titre)), "atelier"))
                    }
                    ORDER BY ?titre
                    LIMIT 100
                    """),
            new Example("Les dix organisateurs les plus actifs", PREFIXES + """
                    SELECT ?nom (COUNT(DISTINCT ?evenement) AS ?nombre)
                    WHERE {
                      ?evenement a schema:Event ;
                        schema:organizer/schema:name ?nom .
                    }
                    GROUP BY ?nom
                    ORDER BY DESC(?nombre) ?nom
                    LIMIT 10
                    """),
            new Example("Tout ce qui est dit d'un événement", PREFIXES + """
                    DESCRIBE ?evenement
                    WHERE { SELECT ?evenement WHERE { ?evenement a schema:Event } ORDER BY ?evenement LIMIT 1 }
                    """));

    private Examples() {}
}
