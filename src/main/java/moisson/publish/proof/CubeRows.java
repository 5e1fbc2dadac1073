package moisson.publish.proof;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import moisson.publish.graph.ReadBack;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;

/** Reads the figures of a published RDF Data Cube by way of its structures, as a tool that knows only the standard would. */
final class CubeRows {
    private static final String PREFIXES = """
            PREFIX qb: <http://purl.org/linked-data/cube#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX sdmx: <http://purl.org/linked-data/sdmx/2009/attribute#>
            """;

    /** Each cube with its figure; one of many figures has none, and they are what its second dimension stands for. */
    private static final String CUBES = """
            ?cube a qb:DataSet ; qb:structure ?structure ; def:edition ?annee .
            ?structure qb:component ?c1 , ?c2 , ?c3 .
            ?c1 qb:order 1 ; qb:dimension ?d1 . ?c2 qb:order 2 ; qb:dimension ?d2 . ?c3 qb:measure ?mesure .
            ?d2 qb:codeList ?liste . OPTIONAL { ?cube def:chiffre ?propre }
            """;

    private static final String WORDS = """
            ?case skos:inScheme ?liste ; skos:notation ?code_valeur ; skos:prefLabel ?libelle_valeur .
            FILTER(LANG(?libelle_valeur) = "fr")
            BIND(COALESCE(?propre, ?case) AS ?chiffre)
            ?chiffre skos:notation ?code ; skos:prefLabel ?nom ; def:unite/skos:notation ?unite .
            FILTER(LANG(?nom) = "fr")
            OPTIONAL { ?chiffre def:denominateur/skos:notation ?denominateur }
            OPTIONAL { ?chiffre def:addition ?addition }
            ?annee skos:notation ?edition .
            """;

    private static final String OBSERVATIONS = "SELECT * WHERE { ?o a qb:Observation ; qb:dataSet ?cube ; "
            + "sdmx:unitMeasure/skos:notation ?unite . " + CUBES + " ?o ?d1 ?annee ; ?d2 ?case ; ?mesure ?valeur . "
            + WORDS + " }";

    private static final String UNKNOWN =
            "SELECT * WHERE { " + CUBES + " ?cube def:valeurInconnue ?case . " + WORDS + " }";

    private final Model model;
    private final String prefixes;

    /** @throws org.apache.jena.riot.RiotException when the file is not strictly what it should be */
    CubeRows(Path file) {
        Graph graph = GraphMemFactory.createDefaultGraphSameTerm();
        ReadBack.load(file, graph);
        model = ModelFactory.createModelForGraph(graph);
        prefixes = PREFIXES + "PREFIX def: <" + model.getNsPrefixURI("def") + ">\n";
    }

    /** Passes on each figure: edition, code and cell, then the values by the columns of the CSV file. */
    void each(BiConsumer<String, Map<String, String>> reader) {
        ask(OBSERVATIONS, reader);
        ask(UNKNOWN, reader);
    }

    private void ask(String query, BiConsumer<String, Map<String, String>> reader) {
        try (QueryExecution execution = QueryExecutionFactory.create(prefixes + query, model)) {
            execution.execSelect().forEachRemaining(row -> {
                boolean total = !row.contains("propre");
                Map<String, String> values = new LinkedHashMap<>();
                for (String name : FigureProof.COLUMNS) {
                    values.put(name, text(row, name));
                }
                values.put("valeur", Alike.number(text(row, "valeur")));
                String dimension = row.getResource("d2").getURI();
                values.put("dimension", total ? "" : dimension.substring(dimension.lastIndexOf('/') + 1));
                values.put("libelle_valeur", total ? "" : text(row, "libelle_valeur"));
                reader.accept(
                        FigureProof.key(text(row, "edition"), text(row, "code"), total ? "" : text(row, "code_valeur")),
                        values);
            });
        }
    }

    private static String text(QuerySolution row, String name) {
        return row.contains(name) ? row.getLiteral(name).getLexicalForm() : "";
    }
}
