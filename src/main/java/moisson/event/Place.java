package moisson.event;

import org.jspecify.annotations.Nullable;

/**
 * Where it happens, with the codes of INSEE's Code officiel géographique. Every part may be unknown.
 *
 * @param country ISO 3166-1 alpha-2, {@code FR} for the whole Republic, overseas included
 * @param latitude decimal degrees, WGS 84; null with {@code longitude}
 * @param precision how finely the position is known; null without a position
 */
public record Place(
        @Nullable String venue,
        @Nullable String address,
        @Nullable String postcode,
        @Nullable String commune,
        @Nullable String communeCode,
        @Nullable String department,
        @Nullable String departmentCode,
        @Nullable String region,
        @Nullable String regionCode,
        @Nullable String country,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Precision precision) {
    public static final Place NOWHERE =
            new Place(null, null, null, null, null, null, null, null, null, null, null, null, null);

    public Place {
        if ((latitude == null) != (longitude == null) || (latitude == null) != (precision == null)) {
            throw new IllegalArgumentException("a position has a latitude, a longitude and a precision");
        }
    }
}
