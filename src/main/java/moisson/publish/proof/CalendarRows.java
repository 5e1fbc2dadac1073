package moisson.publish.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** Reads published calendars; the sessions of one event stand together and become one row. */
final class CalendarRows extends VObjectDataAdapter implements Iterator<Row> {
    /** The properties that every session of an event repeats, and what we call them. */
    private static final Map<String, String> REPEATED = Map.of(
            "SUMMARY", "titre",
            "DESCRIPTION", "description",
            "LOCATION", "lieu",
            "GEO", "coordonnees",
            "URL", "url",
            "STATUS", "statut",
            "CATEGORIES", "categories",
            "CREATED", "publie_le",
            "LAST-MODIFIED", "modifie_le",
            "DTSTAMP", "horodatage");

    private final VObjectReader reader;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final ArrayDeque<Map<String, String>> ended = new ArrayDeque<>();
    private final Set<String> closed = new LinkedHashSet<>();

    private CalendarRows(VObjectReader reader) {
        this.reader = reader;
    }

    static Rows of(Path file) throws IOException {
        VObjectReader reader = new VObjectReader(Files.newBufferedReader(file, UTF_8), SyntaxRules.iCalendar());
        return new Rows(new CalendarRows(reader), reader);
    }

    @Override
    public void onComponentBegin(String name, Context context) {
        properties.clear();
    }

    @Override
    public void onProperty(VObjectProperty property, Context context) {
        String value = property.getValue();
        String name = property.getName();
        String day = "DATE".equals(property.getParameters().first("VALUE")) ? ";DATE" : "";
        switch (name) {
            case "CATEGORIES" -> properties.put(name, Alike.list(VObjectPropertyValues.parseList(value)));
            case "DTSTART", "DTEND" -> properties.put(name, value + day);
            default -> properties.put(name, VObjectPropertyValues.unescape(value));
        }
    }

    @Override
    public void onComponentEnd(String name, Context context) {
        if (name.equals("VEVENT")) {
            ended.add(new LinkedHashMap<>(properties));
            context.stop();
        } else {
            closed.add(name);
        }
    }

    @Override
    public boolean hasNext() {
        return peek(0);
    }

    /** Reads on until that many entries more than one are there. */
    private boolean peek(int more) {
        try {
            while (ended.size() <= more && !closed.contains("VCALENDAR")) {
                int before = ended.size();
                reader.parse(this);
                if (ended.size() == before && !closed.contains("VCALENDAR")) {
                    throw new IllegalStateException("le calendrier s’arrête au milieu");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ended.size() > more;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<Map<String, String>> sessions = new ArrayList<>();
        sessions.add(ended.remove());
        String id = sessions.getFirst().getOrDefault("UID", "");
        while (peek(0) && ended.element().getOrDefault("UID", "").equals(id + "-" + (sessions.size() + 1))) {
            sessions.add(ended.remove());
        }
        Map<String, String> values = new LinkedHashMap<>();
        REPEATED.forEach((property, name) -> values.put(name, once(sessions, property)));
        values.put(
                "seances",
                Alike.list(sessions.stream()
                        .map(session -> session.getOrDefault("DTSTART", "") + "/" + session.getOrDefault("DTEND", ""))
                        .toList()));
        return new Row(id, values);
    }

    /** What all sessions say; when they do not say the same, all of it. */
    private static String once(List<Map<String, String>> sessions, String property) {
        Set<String> said = new LinkedHashSet<>();
        sessions.forEach(session -> said.add(session.getOrDefault(property, "")));
        return String.join(" ≠ ", said);
    }
}
