package moisson.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Notice;
import moisson.event.Sha256;
import org.apache.commons.codec.digest.MurmurHash3;
import org.jspecify.annotations.Nullable;

/**
 * A record to write, in the form it is written: its event as canonical JSON, its place and words in the delivery.
 *
 * @param event canonical JSON: the same meaning, the same text
 * @param hash SHA-256 of {@code event}
 * @param words sum of what the source says, see {@link #sum}; 0 when not known
 * @param content sum of what makes the event recognizable under another key
 * @param lastDay of the event; null when it has none
 * @param changed the day on which the source says it last changed it; null when it does not say
 * @param remarks the notices that normalizing gave, see {@link Remarks}; null without any
 * @param remarkCodes how often each of their codes occurs; null without any
 */
public record Kept(
        EventId id,
        String title,
        String place,
        String verbatim,
        String event,
        String hash,
        long words,
        long content,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate changed,
        @Nullable String remarks,
        @Nullable String remarkCodes) {
    /** Without what spares the next harvest from normalizing. */
    public static Kept of(Event event, String place, String verbatim) {
        return of(event, place, verbatim, 0, null, List.of());
    }

    public static Kept of(
            Event event, String place, String verbatim, long words, @Nullable LocalDate changed, List<Notice> remarks) {
        String json = EventJson.of(event);
        return new Kept(
                event.id(),
                event.title(),
                place,
                verbatim,
                json,
                Sha256.of(json),
                words,
                content(event),
                event.when().lastDay().orElse(null),
                changed,
                Remarks.text(remarks),
                Remarks.codes(remarks));
    }

    /**
     * 64 bits of a MurmurHash3: enough to tell whether a record changed, since it is only compared with its own past. A
     * partner who makes two of its records collide hides a change of its own from us, and nothing else.
     */
    public static long sum(String text) {
        return MurmurHash3.hash128x64(text.getBytes(StandardCharsets.UTF_8))[0];
    }

    /** Title, days, place and organisers together: none of them alone says that two keys are one event. */
    private static long content(Event event) {
        return sum(String.join(
                "\n",
                event.title(),
                String.valueOf(event.when().sessions()),
                String.valueOf(event.when().availableFrom()),
                String.valueOf(event.when().availableUntil()),
                String.valueOf(event.place().communeCode()),
                String.valueOf(event.place().commune()),
                String.valueOf(event.place().venue()),
                String.valueOf(event.hosts().organisers()),
                event.kind().mode().name()));
    }

    /** The event read back. */
    public Event toEvent() {
        return EventJson.event(event);
    }
}
