package moisson.serve.sparql;

import java.util.List;

/** Queries to start from; each one is run by a test. */
final class Examples {
    private static final String SCHEMA = "PREFIX schema: <http://schema.org/>\n";

    private final String base;

    /** @param name in the addresses of the examples */
    record Example(String name, String title, String query) {}

    /** @param base of the site, without a final slash */
    Examples(String base) {
        this.base = base;
    }

    List<Example> all() {
        return List.of(
                new Example("compter", "Compter les événements", SCHEMA + """
                    SELECT (COUNT(DISTINCT ?evenement) AS ?nombre)
                    WHERE { ?evenement a schema:Event }
                    """),
                new Example("titres", "Les titres, avec leur début", SCHEMA + """
                    SELECT ?evenement ?titre ?debut
                    WHERE {
                      ?evenement a schema:Event ;
                        schema:name ?titre .
                      OPTIONAL { ?evenement schema:startDate ?debut }
                    }
                    ORDER BY ?debut ?titre
                    LIMIT 100
                    """),
                new Example("plein-texte", "Chercher un mot dans les titres et les descriptions", SCHEMA + """
                    PREFIX text: <http://jena.apache.org/text#>
                    SELECT ?evenement ?titre ?pertinence
                    WHERE {
                      (?evenement ?pertinence) text:query "ateliers" .
                      ?evenement a schema:Event ;
                        schema:name ?titre .
                    }
                    ORDER BY DESC(?pertinence) ?titre
                    LIMIT 100
                    """),
                new Example("titres-seuls", "Chercher dans les titres seulement", SCHEMA + """
                    PREFIX text: <http://jena.apache.org/text#>
                    SELECT DISTINCT ?evenement ?titre
                    WHERE {
                      ?evenement text:query (schema:name "atelier") ;
                        schema:name ?titre .
                    }
                    ORDER BY ?titre
                    LIMIT 100
                    """),
                new Example("distance", "Les événements les plus proches d’un point", SCHEMA + """
                    PREFIX geo: <http://www.opengis.net/ont/geosparql#>
                    PREFIX geof: <http://www.opengis.net/def/function/geosparql/>
                    PREFIX uom: <http://www.opengis.net/def/uom/OGC/1.0/>
                    SELECT ?evenement ?titre (ROUND(?metres / 1000) AS ?km)
                    WHERE {
                      ?evenement a schema:Event ;
                        schema:name ?titre ;
                        schema:location/geo:hasGeometry/geo:asWKT ?position .
                      BIND(geof:distance(?position, "POINT(2.3522 48.8566)"^^geo:wktLiteral, uom:metre) AS ?metres)
                    }
                    ORDER BY ?metres ?titre
                    LIMIT 20
                    """),
                new Example("organisateurs", "Les dix organisateurs les plus actifs", SCHEMA + """
                    SELECT ?nom (COUNT(DISTINCT ?evenement) AS ?nombre)
                    WHERE {
                      ?evenement a schema:Event ;
                        schema:organizer/schema:name ?nom .
                    }
                    GROUP BY ?nom
                    ORDER BY DESC(?nombre) ?nom
                    LIMIT 10
                    """),
                new Example("editions", "Compter par édition", SCHEMA + """
                    PREFIX def: <%s/def/>
                    SELECT ?annee (COUNT(DISTINCT ?evenement) AS ?nombre)
                    WHERE {
                      ?evenement a schema:Event ;
                        def:edition/def:annee ?annee .
                    }
                    GROUP BY ?annee
                    ORDER BY ?annee
                    """.formatted(base)),
                new Example("fichiers", "Les fichiers à télécharger, d’après le catalogue", """
                    PREFIX dcat: <http://www.w3.org/ns/dcat#>
                    SELECT ?fichier ?type ?octets
                    WHERE {
                      GRAPH <%s/donnees/catalogue> {
                        ?distribution dcat:downloadURL ?fichier ;
                          dcat:mediaType ?type ;
                          dcat:byteSize ?octets .
                      }
                    }
                    ORDER BY ?fichier
                    """.formatted(base)),
                new Example("un-evenement", "Tout ce qui est dit d’un événement", SCHEMA + """
                    DESCRIBE ?evenement
                    WHERE { SELECT ?evenement WHERE { ?evenement a schema:Event } ORDER BY ?evenement LIMIT 1 }
                    """));
    }
}
