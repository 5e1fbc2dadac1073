package moisson.serve.portal;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import moisson.event.Event;
import moisson.event.EventFormat;
import moisson.event.Mode;
import moisson.event.Place;
import moisson.event.PublishedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What lists and filters look at of an event, which itself may have to be read from a file.
 *
 * @param at its place among all events of the version, from 0
 * @param lastDay the first one when no other is told
 */
record Listed(
        int at,
        String id,
        @Nullable String regionCode,
        @Nullable String region,
        @Nullable String departmentCode,
        @Nullable String department,
        EventFormat format,
        Mode mode,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay) {

    /** @param shared gives one text for all that are equal */
    static Listed of(int at, PublishedEvent published, UnaryOperator<@Nullable String> shared) {
        Event event = published.event();
        Place place = event.place();
        LocalDate first = event.when().firstDay().orElse(null);
        return new Listed(
                at,
                published.id(),
                shared.apply(place.regionCode()),
                shared.apply(place.region()),
                shared.apply(place.departmentCode()),
                shared.apply(place.department()),
                event.kind().format(),
                event.kind().mode(),
                first,
                event.when().lastDay().orElse(first));
    }
}
