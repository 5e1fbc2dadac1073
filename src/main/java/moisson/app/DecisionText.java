package moisson.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moisson.store.Tables;
import moisson.store.VerdictLedger.Given;

/** A verdict in words, and for programs. */
final class DecisionText {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu 'à' HH 'h' mm", Locale.FRENCH)
            .withZone(ZoneId.of("Europe/Paris"));

    private DecisionText() {}

    /** One line, and one more for each pair after the first. */
    static String of(Given given) {
        String pairs = given.pairs().stream()
                .map(pair -> pair.left() + "\u2002↔\u2002" + pair.right())
                .collect(Collectors.joining("\u202F; "));
        String undone = given.undoneBy() == null ? "" : ", annulée par la n° " + given.undoneBy();
        return "n° " + given.number() + ", " + hour(given.at()) + ", " + given.who() + "\u202F: " + word(given) + undone
                + "\u202F: " + pairs + " («\u202F" + given.reason() + "\u202F»)";
    }

    static ObjectNode json(Given given) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("numero", given.number())
                .put("quand", given.at().toString())
                .put("qui", given.who())
                .put(
                        "mot",
                        switch (given.word()) {
                            case SAME -> "meme";
                            case APART -> "distincts";
                            case UNDONE -> "annulation";
                        })
                .put("motif", given.reason())
                .put("annule", given.undoes())
                .put("annulee_par", given.undoneBy());
        ArrayNode pairs = node.putArray("paires");
        given.pairs()
                .forEach(pair -> pairs.addArray()
                        .add(pair.left().toString())
                        .add(pair.right().toString()));
        return node;
    }

    /** Which event each of its records tells of now; those that are gone are left out. */
    static Map<String, String> events(Tables tables, Given given) {
        Map<String, String> events = new TreeMap<>();
        given.pairs().stream()
                .flatMap(pair -> Stream.of(pair.left(), pair.right()))
                .forEach(record -> tables.clusters()
                        .clusterOf(record)
                        .ifPresent(cluster -> events.put(record.toString(), cluster)));
        return events;
    }

    static String word(Given given) {
        return switch (given.word()) {
            case SAME -> "même événement";
            case APART -> "événements distincts";
            case UNDONE -> "annule la n° " + given.undoes();
        };
    }

    static String hour(Instant at) {
        return HOUR.format(at);
    }
}
