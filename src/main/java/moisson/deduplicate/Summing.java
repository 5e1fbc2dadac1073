package moisson.deduplicate;

import java.util.Objects;
import moisson.event.Access;
import moisson.event.Event;
import moisson.event.Links;
import moisson.event.Place;
import moisson.event.Session;
import moisson.event.When;
import moisson.event.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Two events with one sum are taken for equal: 64 bits for what a source says twice under one key. Good within one run of
 * the program, and nowhere else. Spelt out field by field: what Java makes for records is slow until it is compiled.
 */
final class Summing {
    private static final long ODD = 0x9E3779B97F4A7C15L;

    private Summing() {}

    static long of(Event event) {
        Wording wording = event.wording();
        long sum = with(with(0, wording.title()), wording.description());
        sum = with(with(sum, wording.summary()), wording.language());
        sum = with(
                with(with(sum, event.kind().format()), event.kind().mode()),
                event.kind().status());
        sum = with(when(sum, event.when()), event.hosts().type());
        sum = place(sum, event.place());
        for (String organiser : event.hosts().organisers()) {
            sum = with(sum, organiser);
        }
        Links links = event.links();
        return access(with(with(sum, links.page()), links.registration()), event.access());
    }

    private static long access(long before, Access access) {
        long sum = with(with(before, access.audiences()), access.themes());
        return with(with(with(sum, access.free()), access.price()), access.accessibility());
    }

    private static long when(long before, When when) {
        long sum = before;
        for (Session session : when.sessions()) {
            sum = with(with(sum, session.start().day()), session.start().at());
            sum = session.end() == null
                    ? with(sum, null)
                    : with(with(sum, session.end().day()), session.end().at());
        }
        sum = with(with(sum, when.zone()), when.declaredFor());
        return with(with(sum, when.availableFrom()), when.availableUntil());
    }

    private static long place(long before, Place place) {
        long sum = with(with(with(before, place.venue()), place.address()), place.postcode());
        sum = with(with(sum, place.commune()), place.communeCode());
        sum = with(with(sum, place.departmentCode()), place.regionCode());
        sum = with(with(with(sum, place.department()), place.region()), place.country());
        return with(with(with(sum, place.latitude()), place.longitude()), place.precision());
    }

    private static long with(long sum, @Nullable Object part) {
        return (Long.rotateLeft(sum, 5) ^ Objects.hashCode(part)) * ODD;
    }
}
