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
 * A place is taken whole from the member that knows it most finely; only its venue, address and postcode may be
 * completed, and only by a member that tells of the same commune.
 */
final class Places {
    private static final Comparator<Event> FINEST = Comparator.comparingInt(
                    (Event event) -> fineness(event.place().precision()))
            .thenComparingInt(event -> event.place().communeCode() == null ? 0 : 1)
            .thenComparingLong(event -> filled(event.place()));

    private Places() {}

    static Place of(Choice choice) {
        Event finest = choice.best(FINEST);
        Place place = finest.place();
        return new Place(
                completed(choice, "lieu", finest, Place::venue),
                completed(choice, "adresse", finest, Place::address),
                completed(choice, "code_postal", finest, Place::postcode),
                kept(choice, "commune", finest, place.commune()),
                kept(choice, "code_commune", finest, place.communeCode()),
                kept(choice, "departement", finest, place.department()),
                kept(choice, "code_departement", finest, place.departmentCode()),
                kept(choice, "region", finest, place.region()),
                kept(choice, "code_region", finest, place.regionCode()),
                place.country(),
                kept(choice, "latitude", finest, place.latitude()),
                kept(choice, "longitude", finest, place.longitude()),
                kept(choice, "precision_position", finest, place.precision()));
    }

    private static <T> @Nullable T kept(Choice choice, String column, Event from, @Nullable T value) {
        choice.came(column, value != null, from);
        return value;
    }

    private static @Nullable String completed(
            Choice choice, String column, Event finest, Function<Place, @Nullable String> part) {
        String commune = finest.place().communeCode();
        String own = part.apply(finest.place());
        if (own != null || commune == null) {
            return kept(choice, column, finest, own);
        }
        return choice.first(
                column, event -> commune.equals(event.place().communeCode()) ? part.apply(event.place()) : null);
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
