package moisson.generate;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import moisson.event.Field;
import org.jspecify.annotations.Nullable;

/**
 * The sessions as one source tells them.
 *
 * @param hours false when only days are told
 * @param listed whether each session is told, or only the first start and the last end
 */
record Times(List<Slot> slots, boolean hours, boolean listed, ZoneId zone, Style style) {
    private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H'h'mm");
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.FRENCH);
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    /** How a source writes dates where its format leaves it the choice. */
    enum Style {
        /** 2019-11-05T09:00:00+01:00. */
        ISO,
        /** 05/11/2019, with 9h00 in a column of its own. */
        FRENCH,
        /** mardi 5 novembre 2019 à 9h00. */
        WORDS
    }

    Times {
        slots = List.copyOf(slots);
    }

    LocalDateTime start() {
        return slots.getFirst().start();
    }

    @Nullable
    LocalDateTime end() {
        return slots.getLast().end();
    }

    /** In the columns of a table. */
    Map<Field, String> columns() {
        Map<Field, String> columns = new EnumMap<>(Field.class);
        put(columns, Field.START, Field.START_TIME, start());
        LocalDateTime end = end();
        if (end != null) {
            put(columns, Field.END, Field.END_TIME, end);
        }
        if (listed && hours && style == Style.ISO && slots.size() > 1) {
            columns.put(Field.SESSION, slots.stream().map(this::pair).collect(Collectors.joining("|")));
        }
        return columns;
    }

    private void put(Map<Field, String> columns, Field day, Field hour, LocalDateTime at) {
        switch (style) {
            case ISO -> columns.put(day, iso(at));
            case FRENCH -> {
                columns.put(day, FRENCH.format(at));
                if (hours) {
                    columns.put(hour, HOUR.format(at));
                }
            }
            case WORDS -> columns.put(day, WORDS.format(at) + (hours ? " à " + HOUR.format(at) : ""));
        }
    }

    private String pair(Slot slot) {
        LocalDateTime end = slot.end();
        return iso(slot.start()) + "/" + (end == null ? "" : iso(end));
    }

    /** With the offset of that day, or the day alone. */
    String iso(LocalDateTime at) {
        return hours ? WITH_OFFSET.format(at.atZone(zone)) : at.toLocalDate().toString();
    }
}
