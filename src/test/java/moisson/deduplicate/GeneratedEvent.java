package moisson.deduplicate;

import java.util.Set;
import moisson.event.Event;
import moisson.event.EventForTest;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.text.StringEscapeUtils;
import org.jspecify.annotations.Nullable;

/** Reads a row of the generator's layout straight into an event, doing just enough of the normalizer's work. */
final class GeneratedEvent {
    private static final Set<String> STATUS_WORDS = Set.of("[Annulé] ", "[REPORTÉ] ", "COMPLET - ", "ANNULÉ : ");

    private GeneratedEvent() {}

    static Event of(CSVRecord row) {
        String title = row.get("title");
        for (String word : STATUS_WORDS) {
            title = title.startsWith(word) ? title.substring(word.length()) : title;
        }
        EventForTest event = EventForTest.event(row.get("feed"), row.get("record_id"))
                .title(title.isBlank() ? "?" : title)
                .description(StringEscapeUtils.unescapeHtml4(row.get("description")))
                .venue(value(row, "venue"), value(row, "address"))
                .postcode(value(row, "postcode"))
                .commune(value(row, "commune"), value(row, "insee"))
                .page(value(row, "url"))
                .language(value(row, "lang"));
        if (value(row, "organiser") != null) {
            event.by(row.get("organiser"));
        }
        if (value(row, "lat") != null) {
            event.point(Double.parseDouble(row.get("lat")), Double.parseDouble(row.get("lon")));
        }
        if ("En ligne".equals(row.get("venue"))) {
            event.online();
        }
        times(row, event);
        return event.build();
    }

    private static void times(CSVRecord row, EventForTest event) {
        if (value(row, "timings") == null) {
            session(event, row.get("start"), row.get("end"));
            return;
        }
        for (String timing : row.get("timings").split(";", -1)) {
            String[] ends = timing.split("/", 2);
            session(event, ends[0], ends[1]);
        }
    }

    private static void session(EventForTest event, String start, String end) {
        if (end.isEmpty() || end.compareTo(start) < 0) {
            event.at(start);
        } else {
            event.at(start, end);
        }
    }

    private static @Nullable String value(CSVRecord row, String column) {
        String value = row.get(column);
        return value.isBlank() ? null : value;
    }
}
