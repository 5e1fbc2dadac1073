package moisson.app;

import static java.util.stream.Collectors.joining;
import static moisson.app.Partner.bytes;
import static moisson.app.Partner.text;

import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import moisson.event.RunState;

/** What a partner may send in place of the feed of the day before, how the run ends, and what it says. */
record Fault(String id, Partner.Answer answer, RunState end, List<String> words) {
    static final String HEADER = "id,titre,debut,commune,code_commune,organisateurs\r\n";
    static final String BEFORE = HEADER + rows(0, 20);
    static final String LOGIN = "<!doctype html><title>Connexion</title><p>Cette page est fictive.";
    /** One pixel. */
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    Fault(String id, Partner.Answer answer, RunState end, String... words) {
        this(id, answer, end, List.of(words));
    }

    @Override
    public String toString() {
        return id;
    }

    static Stream<Fault> all() {
        return Stream.of(
                new Fault(
                        "always-busy",
                        text(503, ""),
                        RunState.FAILED,
                        "HTTP 503",
                        "en panne, même après plusieurs essais"),
                new Fault("gone", text(404, LOGIN), RunState.FAILED, "HTTP 404", "demandez la nouvelle au partenaire"),
                new Fault(
                        "a-picture",
                        bytes(200, PNG, "Content-Type: image/png"),
                        RunState.FAILED,
                        "Aucune colonne ne donne un titre"),
                new Fault(
                        "a-picture-that-says-csv",
                        bytes(200, PNG, "Content-Type: text/csv"),
                        RunState.FAILED,
                        "Aucune colonne"),
                new Fault(
                        "a-web-page",
                        text(200, LOGIN, "Content-Type: text/html"),
                        RunState.FAILED,
                        "une page web (HTML)"),
                new Fault(
                        "a-web-page-that-says-csv",
                        text(200, LOGIN, "Content-Type: text/csv"),
                        RunState.FAILED,
                        "une page web (HTML)"),
                new Fault("nothing", text(200, ""), RunState.FAILED, "Le fichier est vide"),
                new Fault("no-content", text(204, ""), RunState.FAILED, "Le fichier est vide"),
                new Fault("columns-only", text(200, HEADER), RunState.HELD, "la livraison est vide"),
                new Fault(
                        "half-gone",
                        text(200, HEADER + rows(0, 10)),
                        RunState.HELD,
                        "50\u202f% des fiches connues manquent"),
                new Fault(
                        "new-keys-new-words",
                        text(200, HEADER + rows(500, 520)),
                        RunState.HELD,
                        "changé ses identifiants"),
                new Fault(
                        "no-titles",
                        text(200, BEFORE.replaceAll("Atelier fictif \\d+", "")),
                        RunState.HELD,
                        "aucun enregistrement n’a pu être accepté"),
                new Fault("not-modified", text(304, ""), RunState.NOT_MODIFIED, "rien n’a changé"));
    }

    /** All on 20 November 2019. */
    static String rows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> i + ",Atelier fictif " + i + ",2019-11-20T10:00:00+01:00,Lille,59350,Ville\r\n")
                .collect(joining());
    }
}
