package moisson.harvest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import moisson.event.Event;
import org.jspecify.annotations.Nullable;

/** Which fields of an event a harvest changes, by the names that partners read. */
public final class Differences {
    private static final Map<String, Function<Event, @Nullable Object>> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("titre", Event::title);
        FIELDS.put("description", event -> event.wording().description());
        FIELDS.put("résumé", event -> event.wording().summary());
        FIELDS.put("langue", event -> event.wording().language());
        FIELDS.put("format", event -> event.kind().format());
        FIELDS.put("mode", event -> event.kind().mode());
        FIELDS.put("statut", event -> event.kind().status());
        FIELDS.put("dates", Event::when);
        FIELDS.put("lieu", Event::place);
        FIELDS.put("organisateurs", Event::hosts);
        FIELDS.put("publics et accès", Event::access);
        FIELDS.put("liens", Event::links);
    }

    private Differences() {}

    public static List<String> between(Event before, Event after) {
        return FIELDS.entrySet().stream()
                .filter(field -> !Objects.equals(
                        field.getValue().apply(before), field.getValue().apply(after)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
