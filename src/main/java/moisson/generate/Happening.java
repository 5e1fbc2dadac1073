package moisson.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What really happens in the fiction, and every source tells in its own way.
 *
 * @param id as the table of truth writes it
 * @param room within the venue, null when it has no matter
 * @param page address of the organiser's page; siblings often share one
 * @param whole id of the happening it is a part of, null when it is whole itself
 */
record Happening(
        String id,
        Family family,
        Title title,
        Body body,
        List<Slot> slots,
        Venue venue,
        @Nullable String room,
        Host host,
        boolean online,
        String page,
        @Nullable String whole) {
    Happening {
        slots = List.copyOf(slots);
    }
}
