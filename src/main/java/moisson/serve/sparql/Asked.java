package moisson.serve.sparql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import moisson.serve.http.Ask;
import moisson.serve.http.Refusal;

/**
 * What a request asks by the SPARQL 1.1 Protocol, section 2.1.
 *
 * @param query empty when none was sent: then the service describes itself
 */
record Asked(Optional<String> query, List<String> defaultGraphs, List<String> namedGraphs, Optional<String> at) {
    private static final int LONGEST = 256 * 1024;
    private static final int MOST_GRAPHS = 100;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";

    static Asked of(Ask ask) {
        if (ask.header("Content-Encoding") != null) {
            throw new Refusal(415, "Les requêtes compressées ne sont pas acceptées.");
        }
        if (!ask.params("update").isEmpty() || ask.bodyType().equals("application/sparql-update")) {
            throw new Refusal(
                    ask.params("update").isEmpty() ? 415 : 400,
                    "Ce point d’accès est en lecture seule\u202f: les mises à jour sont refusées.");
        }
        if (ask.params("at").size() > 1) {
            throw new Refusal(400, "Une seule version à la fois.");
        }
        return new Asked(query(ask), graphs(ask, "default-graph-uri"), graphs(ask, "named-graph-uri"), ask.param("at"));
    }

    private static List<String> graphs(Ask ask, String name) {
        List<String> graphs = ask.params(name).stream().distinct().toList();
        if (graphs.size() > MOST_GRAPHS
                || graphs.stream().anyMatch(iri -> !iri.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]*"))) {
            throw new Refusal(400, "Le paramètre " + name + " doit être un IRI absolu.");
        }
        return graphs;
    }

    private static Optional<String> query(Ask ask) {
        boolean post = ask.method().equals("POST");
        if (post && ask.bodyType().equals(QUERY)) {
            if (!ask.params("query").isEmpty()) {
                throw new Refusal(400, "Une seule requête à la fois\u202f: dans le corps, ou dans l’adresse.");
            }
            return Optional.of(bounded(body(ask)));
        }
        if (post && !ask.bodyType().equals(FORM)) {
            throw new Refusal(415, "Envoyez la requête en " + FORM + " (champ query) ou en " + QUERY + ".");
        }
        List<String> queries = ask.params("query");
        if (queries.size() > 1) {
            throw new Refusal(400, "Une seule requête à la fois.");
        }
        if (queries.isEmpty() && post) {
            throw new Refusal(400, "Le champ query manque.");
        }
        return queries.stream().map(Asked::bounded).findFirst();
    }

    private static String body(Ask ask) {
        try {
            return ask.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bounded(String query) {
        if (query.length() > LONGEST) {
            throw new Refusal(413, "La requête dépasse 256 ko.");
        }
        if (query.indexOf('\uFFFD') >= 0) {
            throw new Refusal(400, "La requête n’est pas en UTF-8.");
        }
        return query;
    }
}
