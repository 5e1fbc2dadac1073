package moisson.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import moisson.event.Field;

/** What a text in JSON, or in JavaScript around it, seems to be: its first names tell. */
final class JsonGuess {
    private static final int TOKENS = 2_000;
    private static final int LEVELS = 5;
    private static final Set<String> OPENAGENDA = Set.of(
            "timings",
            "firstdate_begin",
            "originagenda_uid",
            "location_uid",
            "daterange_fr",
            "title_fr",
            "dateRange",
            "recordid",
            "onlineAccessLink",
            "attendanceMode",
            "firstTiming");

    private JsonGuess() {}

    /** Empty when it is no JSON. */
    static Optional<Guess> of(String text) {
        int script = OpenAgendaReader.scriptLength(text);
        String json = text.substring(script).strip();
        if (!json.startsWith("{") && !json.startsWith("[")) {
            return Optional.empty();
        }
        Set<String> names = names(json);
        if (names.isEmpty() && !json.matches("(?s)[\\[{]\\s*[\\]}\"{\\[].*")) {
            return Optional.empty();
        }
        return Optional.of(of(names, script > 0));
    }

    private static Guess of(Set<String> names, boolean script) {
        if (names.contains("@context")
                || names.contains("@graph")
                || names.contains("@id")
                || names.contains("@type")) {
            return Guess.of("rdf", "C’est du JSON-LD (des noms commencent par «\u202F@\u202F»).");
        }
        if ((names.contains("evenements") && !names.contains("timings"))
                || names.containsAll(List.of("titre", "seances", "localisation"))) {
            return Guess.of("moisson", "C’est un fichier JSON publié par Moisson.");
        }
        Optional<String> sign =
                OPENAGENDA.stream().sorted().filter(names::contains).findFirst();
        if (sign.isPresent()) {
            return Guess.of("openagenda", "C’est un export d’OpenAgenda («\u202F" + sign.get() + "\u202F»).");
        }
        if (script
                || (names.contains("events") && names.contains("total"))
                || names.containsAll(List.of("uid", "slug"))) {
            return Guess.of("openagenda", "C’est sans doute un export d’OpenAgenda.");
        }
        return names.stream()
                .sorted()
                .filter(JsonGuess::isTitle)
                .findFirst()
                .map(name -> Guess.of("json", "C’est une liste JSON, dont «\u202F" + name + "\u202F» donne le titre."))
                .orElseGet(() -> Guess.none("C’est du JSON, mais aucun nom n’y annonce un titre d’événement."));
    }

    private static boolean isTitle(String name) {
        return ColumnNames.field(name).filter(Field.TITLE::equals).isPresent();
    }

    /** The names met before the head ends, down to some levels. */
    private static Set<String> names(String json) {
        Set<String> names = new HashSet<>();
        int level = 0;
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            for (int token = 0; token < TOKENS; token++) {
                JsonToken next = parser.nextToken();
                if (next == null) {
                    break;
                }
                level += next.isStructStart() ? 1 : next.isStructEnd() ? -1 : 0;
                if (next == JsonToken.FIELD_NAME && level <= LEVELS) {
                    names.add(parser.currentName());
                }
            }
        } catch (IOException e) {
            // The head ends somewhere, or this is where it is broken: what was met so far tells.
            return names;
        }
        return names;
    }
}
