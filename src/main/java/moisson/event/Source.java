package moisson.event;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whoever hands us events: a partner's feed, a dropped folder, or our own form.
 *
 * @param id short and stable, such as {@code ville-de-lille}
 * @param format what a reader understands: {@code csv}, {@code openagenda}, {@code ical}, {@code formulaire}
 * @param location the URL or folder it is fetched from, without secrets
 * @param schedule a Quartz cron expression, or null when the source pushes to us
 * @param zone the IANA zone in which the schedule and floating times are meant
 * @param licence under which its events may be published
 * @param complete true when each delivery holds everything the source has, so that an absence means something
 * @param graceDays how many days an absent record stays published before it is removed
 * @param bounds how much one harvest may change before a person is asked
 * @param mapping what columns or names that nobody else uses mean: a name that we know, by the source's own
 */
public record Source(
        String id,
        String name,
        String format,
        String location,
        @Nullable String schedule,
        String zone,
        String licence,
        boolean complete,
        int graceDays,
        Bounds bounds,
        Map<String, String> mapping) {
    /** The id of the source made of what organisers propose through our own form. */
    public static final String FORM = "formulaire";

    public Source {
        mapping = Collections.unmodifiableMap(new TreeMap<>(mapping));
    }

    /** The same source within other bounds. */
    public Source within(Bounds other) {
        return new Source(id, name, format, location, schedule, zone, licence, complete, graceDays, other, mapping);
    }

    /** With columns that need no explanation. */
    public Source(
            String id,
            String name,
            String format,
            String location,
            @Nullable String schedule,
            String zone,
            String licence,
            boolean complete,
            int graceDays,
            Bounds bounds) {
        this(id, name, format, location, schedule, zone, licence, complete, graceDays, bounds, Map.of());
    }

    /** With bounds learned from the past. */
    public Source(
            String id,
            String name,
            String format,
            String location,
            @Nullable String schedule,
            String zone,
            String licence,
            boolean complete,
            int graceDays) {
        this(id, name, format, location, schedule, zone, licence, complete, graceDays, Bounds.LEARNED);
    }
}
