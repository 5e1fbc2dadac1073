package moisson.publish.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moisson.event.Event;
import moisson.event.Moment;
import moisson.event.Place;
import moisson.event.PublishedEvent;
import moisson.event.Session;
import moisson.event.Status;
import moisson.event.When;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Geo;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import org.jspecify.annotations.Nullable;

/**
 * iCalendar of RFC 5545. A session is a VEVENT, in UTC, or a whole day when no hour is known; the UID of the first is
 * that of the event, those of later ones end in {@code -2}, {@code -3}… An on-demand item fills the days it can be had;
 * one without such days cannot stand in a calendar and is left out.
 */
final class CalendarWriter implements DatasetWriter.InRow {
    private static final String HEAD =
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Moisson//FR\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n";

    @Override
    public String extension() {
        return "ics";
    }

    @Override
    public String mediaType() {
        return "text/calendar";
    }

    @Override
    public void head(Dataset dataset, OutputStream out) throws IOException {
        out.write(HEAD.getBytes(UTF_8));
    }

    @Override
    public void events(List<PublishedEvent> events, OutputStream out) throws IOException {
        Writer writer = new Utf8Writer(out);
        for (PublishedEvent event : events) {
            for (VEvent entry : entries(event)) {
                FoldedLines.write(entry.toString(), writer);
            }
        }
        writer.flush();
    }

    @Override
    public String tail(boolean empty) {
        return "END:VCALENDAR\r\n";
    }

    private static List<VEvent> entries(PublishedEvent published) {
        When when = published.event().when();
        List<VEvent> entries = new ArrayList<>();
        int number = 1;
        for (Session session : when.sessions()) {
            VEvent entry = entry(published, number);
            number++;
            session(entry, session);
            entries.add(entry);
        }
        LocalDate from = when.availableFrom();
        if (when.onDemand() && from != null) {
            VEvent entry = entry(published, 1);
            entry.add(new DtStart<>(from));
            if (when.availableUntil() != null) {
                entry.add(new DtEnd<>(when.availableUntil().plusDays(1)));
            }
            entry.add(new Transp(Transp.VALUE_TRANSPARENT));
            entries.add(entry);
        }
        return entries;
    }

    /** The end of whole days is the day after; an end of another kind than its start cannot be told. */
    private static void session(VEvent entry, Session session) {
        Moment start = session.start();
        Moment end = session.end();
        if (start.at() == null) {
            entry.add(new DtStart<>(start.day()));
            if (end != null) {
                entry.add(new DtEnd<>(end.day().plusDays(1)));
            }
            return;
        }
        entry.add(new DtStart<>(start.at().toInstant()));
        if (end != null && end.at() != null && end.at().isAfter(start.at())) {
            entry.add(new DtEnd<>(end.at().toInstant()));
        }
    }

    private static VEvent entry(PublishedEvent published, int number) {
        Event event = published.event();
        VEvent entry = new VEvent(false);
        entry.add(new Uid(published.id() + (number == 1 ? "" : "-" + number)));
        entry.add(new DtStamp(published.modifiedAt()));
        entry.add(new Created(published.publishedAt()));
        entry.add(new LastModified(published.modifiedAt()));
        entry.add(new Summary(event.title()));
        if (event.wording().description() != null) {
            entry.add(new Description(event.wording().description()));
        }
        String where = where(event.place());
        if (!where.isEmpty()) {
            entry.add(new Location(where));
        }
        geo(entry, event.place());
        String page = event.links().page();
        if (page != null) {
            entry.add(new Url(URI.create(page)));
        }
        entry.add(
                new net.fortuna.ical4j.model.property.Status(status(event.kind().status())));
        entry.add(new Categories(
                new TextList(Stream.concat(Stream.of(event.kind().format().french()), event.access().themes().stream())
                        .distinct()
                        .toList())));
        return entry;
    }

    private static void geo(VEvent entry, Place place) {
        if (place.latitude() != null && place.longitude() != null) {
            entry.add(new Geo(degrees(place.latitude()), degrees(place.longitude())));
        }
    }

    /** With six decimals, as section 3.8.1.6 asks for: then it is also never written with an exponent. */
    private static BigDecimal degrees(Double degrees) {
        return BigDecimal.valueOf(degrees).setScale(6, RoundingMode.HALF_EVEN);
    }

    private static String status(Status status) {
        return switch (status) {
            case CANCELLED -> net.fortuna.ical4j.model.property.Status.VALUE_CANCELLED;
            case POSTPONED -> net.fortuna.ical4j.model.property.Status.VALUE_TENTATIVE;
            case SCHEDULED, FULL, MOVED_ONLINE -> net.fortuna.ical4j.model.property.Status.VALUE_CONFIRMED;
        };
    }

    private static String where(Place place) {
        return Stream.of(place.venue(), place.address(), words(place.postcode(), place.commune()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String words(@Nullable String first, @Nullable String second) {
        String both = Stream.of(first, second).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return both.isEmpty() ? null : both;
    }
}
