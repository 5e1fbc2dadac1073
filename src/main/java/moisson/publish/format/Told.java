package moisson.publish.format;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import moisson.event.Access;
import moisson.event.Event;
import moisson.event.Hosts;
import moisson.event.Kind;
import moisson.event.Links;
import moisson.event.Moment;
import moisson.event.Place;
import moisson.event.PublishedEvent;
import moisson.event.Session;
import moisson.event.When;
import moisson.event.Wording;
import org.jspecify.annotations.Nullable;

/** An event laid out for its row: its parts at hand, and worked out once what several columns tell. */
public final class Told {
    /** So many are fetched at once: about as much as a core keeps near. */
    private static final int FEW = 32;

    /** Letters of {@code 2020-11-05T09:00:00+00:00}, and of its end. */
    private static final int WITH_OFFSET = 25;

    private static final int OFFSET = 6;

    private final PublishedEvent published;
    private final Event event;
    private final @Nullable Moment first;
    private final @Nullable Moment last;
    private final @Nullable String start;
    private final @Nullable String end;
    private final String publishedAt;
    private final String modifiedAt;

    /** Writes an event. */
    interface Each {
        void write(Told told) throws IOException;
    }

    public Told(PublishedEvent published) {
        this(published, null);
    }

    /** @param before another one: events of one version share their instants, and so the texts of these */
    private Told(PublishedEvent published, @Nullable Told before) {
        this.published = published;
        this.event = published.event();
        List<Session> sessions = event.when().sessions();
        this.first = sessions.isEmpty() ? null : sessions.getFirst().start();
        this.last = event.when().end().orElse(null);
        this.start = first == null ? null : first.toString();
        this.end = last == null ? null : last.toString();
        Instant since = published.publishedAt();
        this.publishedAt =
                before != null && since.equals(before.published.publishedAt()) ? before.publishedAt : text(since);
        Instant changed = published.modifiedAt();
        this.modifiedAt = changed.equals(since) ? publishedAt : text(changed);
    }

    /** What {@link Instant#toString()} answers, without its machinery for the instants that there are. */
    private static String text(Instant at) {
        String told = at.equals(at.truncatedTo(ChronoUnit.SECONDS))
                ? Moment.of(at.atOffset(ZoneOffset.UTC)).toString()
                : "";
        return told.length() == WITH_OFFSET ? told.substring(0, told.length() - OFFSET) + "Z" : at.toString();
    }

    /** One after the other, a few of them fetched ahead. */
    static void each(List<PublishedEvent> events, Each each) throws IOException {
        Told before = null;
        for (int from = 0; from < events.size(); from += FEW) {
            // A list that is read from a file reads an event each time it is asked.
            List<PublishedEvent> few = List.copyOf(events.subList(from, Math.min(from + FEW, events.size())));
            // Looked at, so that no compiler leaves it out.
            if (Ahead.fetch(few) < 0) {
                throw new ArithmeticException("less than nothing");
            }
            for (PublishedEvent event : few) {
                before = new Told(event, before);
                each.write(before);
            }
        }
    }

    PublishedEvent published() {
        return published;
    }

    Wording wording() {
        return event.wording();
    }

    Kind kind() {
        return event.kind();
    }

    When when() {
        return event.when();
    }

    Place place() {
        return event.place();
    }

    Hosts hosts() {
        return event.hosts();
    }

    Access access() {
        return event.access();
    }

    Links links() {
        return event.links();
    }

    @Nullable
    String start() {
        return start;
    }

    @Nullable
    String end() {
        return end;
    }

    String publishedAt() {
        return publishedAt;
    }

    String modifiedAt() {
        return modifiedAt;
    }

    /** What a column of days or hours holds, before it becomes a text. */
    @Nullable
    Moment moment(Column column) {
        return switch (column.name()) {
            case "debut" -> first;
            case "fin" -> last;
            case "disponible_du" -> moment(when().availableFrom());
            case "disponible_au" -> moment(when().availableUntil());
            default -> throw new IllegalArgumentException("no days: " + column.name());
        };
    }

    private static @Nullable Moment moment(@Nullable LocalDate day) {
        return day == null ? null : Moment.of(day);
    }

    /** What a column of instants holds, before it becomes a text. */
    Instant instant(Column column) {
        return switch (column.name()) {
            case "publie_le" -> published.publishedAt();
            case "modifie_le" -> published.modifiedAt();
            default -> throw new IllegalArgumentException("no instants: " + column.name());
        };
    }

    List<String> sessions() {
        List<Session> sessions = when().sessions();
        return switch (sessions.size()) {
            case 0 -> List.of();
            case 1 -> List.of(start + "/" + (end == null ? "" : end));
            default -> sessions.stream().map(Session::toString).toList();
        };
    }
}
