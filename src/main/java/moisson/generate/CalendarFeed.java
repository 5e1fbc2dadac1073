package moisson.generate;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectParameters;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectWriter;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import moisson.event.Field;

/** An iCalendar of single events: the first start and the last end, in the zone of the place. */
final class CalendarFeed implements Feeds.Feed {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final VObjectWriter calendar;

    CalendarFeed(Writer out, String name) throws IOException {
        calendar = new VObjectWriter(out, SyntaxStyle.NEW);
        calendar.writeBeginComponent("VCALENDAR");
        calendar.writeProperty("VERSION", "2.0");
        calendar.writeProperty("PRODID", "-//Moisson//Flux fictif//FR");
        calendar.writeProperty("X-WR-CALNAME", "Agenda fictif " + name);
    }

    @Override
    public void add(Telling telling) throws IOException {
        calendar.writeBeginComponent("VEVENT");
        calendar.writeProperty("UID", telling.key());
        calendar.writeProperty("DTSTAMP", "20190101T000000Z");
        Times times = telling.times();
        LocalDateTime end = times.end();
        time("DTSTART", times.start(), times);
        if (end != null) {
            // The end of whole days is the day after (RFC 5545, 3.6.1).
            time("DTEND", times.hours() ? end : end.plusDays(1), times);
        }
        text("SUMMARY", telling.value(Field.TITLE));
        text("DESCRIPTION", telling.value(Field.DESCRIPTION));
        text("LOCATION", location(telling));
        if (!telling.value(Field.LATITUDE).isEmpty()) {
            calendar.writeProperty("GEO", telling.value(Field.LATITUDE) + ";" + telling.value(Field.LONGITUDE));
        }
        text("CATEGORIES", telling.value(Field.KEYWORD));
        organiser(telling.value(Field.ORGANISER));
        if (!telling.value(Field.URL).isEmpty()) {
            calendar.writeProperty("URL", telling.value(Field.URL));
        }
        calendar.writeEndComponent("VEVENT");
    }

    /** Sources that tell street and town apart put them together here. */
    private static String location(Telling telling) {
        String town = (telling.value(Field.POSTCODE) + " " + telling.value(Field.COMMUNE)).strip();
        return java.util.stream.Stream.of(telling.value(Field.VENUE), telling.value(Field.ADDRESS), town)
                .filter(part -> !part.isEmpty())
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private void time(String name, LocalDateTime at, Times times) throws IOException {
        VObjectParameters parameters = new VObjectParameters();
        if (times.hours()) {
            parameters.put("TZID", times.zone().getId());
            calendar.writeProperty(null, name, parameters, HOUR.format(at));
        } else {
            parameters.put("VALUE", "DATE");
            calendar.writeProperty(null, name, parameters, DAY.format(at));
        }
    }

    private void text(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            calendar.writeProperty(name, VObjectPropertyValues.escape(value));
        }
    }

    private void organiser(String name) throws IOException {
        if (!name.isEmpty()) {
            VObjectParameters parameters = new VObjectParameters();
            parameters.put("CN", name);
            calendar.writeProperty(null, "ORGANIZER", parameters, "https://agenda.example/annuaire");
        }
    }

    @Override
    public void close() throws IOException {
        calendar.writeEndComponent("VCALENDAR");
        calendar.close();
    }
}
