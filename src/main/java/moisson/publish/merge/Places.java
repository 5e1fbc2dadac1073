package moisson.publish.merge;

import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import moisson.event.Event;
import moisson.event.Place;
import moisson.event.Precision;
import org.jspecify.annotations.Nullable;

/**
 * A place is taken whole from one record: one that knows where in France it is; of a source trusted more; that knows it most
 * finely. Only its venue, address and postcode may be completed, and only by a record that tells of the same commune.
 */
final class Places {
    private static final Comparator<Event> FINEST = Comparator.comparingInt(
                    (Event event) -> fineness(event.place().precision()))
            .thenComparingInt(event -> event.place().communeCode() == null ? 0 : 1)
            .thenComparingLong(event -> filled(event.place()));
    private static final Belief ORDER = Belief.passing(Topic.PLACE, Comparator.comparing(Places::isLocated), FINEST);

    private Places() {}

    static Place of(Choice choice) {
        Telling finest = choice.best(ORDER);
        Place place = finest.event().place();
        return new Place(
                completed(choice, "lieu", finest, Place::venue),
                completed(choice, "adresse", finest, Place::address),
                completed(choice, "code_postal", finest, Place::postcode),
                kept(choice, "commune", finest, Place::commune),
                kept(choice, "code_commune", finest, Place::communeCode),
                kept(choice, "departement", finest, Place::department),
                kept(choice, "code_departement", finest, Place::departmentCode),
                kept(choice, "region", finest, Place::region),
                kept(choice, "code_region", finest, Place::regionCode),
                place.country(),
                kept(choice, "latitude", finest, Place::latitude),
                kept(choice, "longitude", finest, Place::longitude),
                kept(choice, "precision_position", finest, Place::precision));
    }

    private static <T> @Nullable T kept(Choice choice, String column, Telling from, Function<Place, @Nullable T> part) {
        choice.came(column, ORDER, event -> part.apply(event.place()), from);
        return part.apply(from.event().place());
    }

    private static @Nullable String completed(
            Choice choice, String column, Telling finest, Function<Place, @Nullable String> part) {
        String commune = finest.event().place().communeCode();
        if (part.apply(finest.event().place()) != null || commune == null) {
            return kept(choice, column, finest, part);
        }
        return choice.first(
                column, ORDER, event -> commune.equals(event.place().communeCode()) ? part.apply(event.place()) : null);
    }

    private static boolean isLocated(Event event) {
        return event.place().communeCode() != null || event.place().latitude() != null;
    }

    private static int fineness(@Nullable Precision precision) {
        return switch (precision) {
            case null -> 0;
            case DEPARTMENT -> 1;
            case COMMUNE -> 2;
            case ADDRESS -> 3;
        };
    }

    private static long filled(Place place) {
        return Stream.of(
                        place.venue(),
                        place.address(),
                        place.postcode(),
                        place.commune(),
                        place.departmentCode(),
                        place.regionCode())
                .filter(Objects::nonNull)
                .count();
    }
}
