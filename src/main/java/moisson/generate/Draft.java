package moisson.generate;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A happening being invented: siblings are made from one draft, each with what is its own. */
record Draft(
        AtomicInteger count,
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
    /** With an id of its own. */
    Happening done() {
        return new Happening(
                String.format(Locale.ROOT, "e%07d", count.incrementAndGet()),
                family,
                title,
                body,
                slots,
                venue,
                room,
                host,
                online,
                page,
                whole);
    }

    Draft named(Title other) {
        return new Draft(count, family, other, body, slots, venue, room, host, online, page, whole);
    }

    Draft told(Body other) {
        return new Draft(count, family, title, other, slots, venue, room, host, online, page, whole);
    }

    Draft at(List<Slot> other) {
        return new Draft(count, family, title, body, other, venue, room, host, online, page, whole);
    }

    Draft in(Venue other) {
        return new Draft(count, family, title, body, slots, other, room, host, online, page, whole);
    }

    Draft inRoom(String other) {
        return new Draft(count, family, title, body, slots, venue, other, host, online, page, whole);
    }

    Draft by(Host other) {
        return new Draft(count, family, title, body, slots, venue, room, other, online, page, whole);
    }

    Draft held(boolean elsewhere) {
        return new Draft(count, family, title, body, slots, venue, room, host, elsewhere, page, whole);
    }

    Draft onPage(String other) {
        return new Draft(count, family, title, body, slots, venue, room, host, online, other, whole);
    }

    Draft partOf(String other) {
        return new Draft(count, family, title, body, slots, venue, room, host, online, page, other);
    }
}
