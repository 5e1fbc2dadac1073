package moisson.generate;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moisson.event.Field;
import moisson.generate.Outlet.Kind;

/** Tells the place of a happening as a source of some kind would. */
record Whereabouts(Chance chance, double more) {
    private static final double SELDOM_POSITION = 0.35;

    void put(Happening happening, Kind kind, Map<Field, String> values) {
        if (happening.online()) {
            values.put(Field.VENUE, chance.in(0.7) ? "En ligne" : "");
            values.put(Field.MODE, "en ligne");
            return;
        }
        Venue venue = happening.venue();
        Town town = venue.town();
        values.put(Field.VENUE, venue(happening, kind));
        values.put(Field.ADDRESS, chance.in(kind == Kind.AGENDA ? 0.02 : 0.28) ? "" : venue.street());
        values.put(Field.COMMUNE, commune(town));
        values.put(Field.POSTCODE, postcode(town, kind));
        if (chance.in(kind == Kind.AGENDA ? 0.7 : 0.5)) {
            values.put(Field.INSEE, town.insee());
        }
        Double latitude = venue.latitude();
        Double longitude = venue.longitude();
        if (latitude != null && longitude != null && chance.in(kind == Kind.AGENDA ? 1 : SELDOM_POSITION)) {
            values.put(Field.LATITUDE, String.format(Locale.ROOT, "%.5f", latitude));
            values.put(Field.LONGITUDE, String.format(Locale.ROOT, "%.5f", longitude));
        }
        if (kind == Kind.PREFECTURE) {
            inOneLine(values);
        }
    }

    private String venue(Happening happening, Kind kind) {
        Venue venue = happening.venue();
        String name = chance.in(kind == Kind.CITY ? 0.35 : kind == Kind.FORM ? 0.1 : 0.05)
                ? chance.of(venue.otherNames())
                : venue.name();
        if (chance.in(0.01 * more)) {
            name = venue.town().name();
        }
        if (chance.in(0.03 * more)) {
            name = Slips.typed(name, chance);
        }
        if (kind == Kind.FORM && chance.in(0.05)) {
            name = "";
        }
        String room = happening.room();
        // Where the title names no track, hardly anybody forgets the room.
        double silent = happening.title().tail().isEmpty() ? 0.06 : 0.25;
        return room == null || chance.in(silent) ? name : name + (name.isEmpty() ? "" : " - ") + room;
    }

    private String commune(Town town) {
        if (!chance.in(0.05 * more)) {
            return town.name();
        }
        String plain = Slips.shouted(Words.withoutAccents(town.name()));
        return chance.in(0.6) ? plain.replace("SAINT", "ST") : Slips.typed(town.name(), chance);
    }

    private String postcode(Town town, Kind kind) {
        boolean cedex = kind == Kind.CITY && town.postcode().endsWith("0") && chance.in(0.06);
        return cedex ? town.postcode().substring(0, 3) + chance.from(10, 99) + " CEDEX" : town.postcode();
    }

    /** As calendars do: venue, street, postal code and town in one text. */
    private static void inOneLine(Map<Field, String> values) {
        String town = Stream.of(values.getOrDefault(Field.POSTCODE, ""), values.getOrDefault(Field.COMMUNE, ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        values.put(
                Field.VENUE,
                Stream.of(values.getOrDefault(Field.VENUE, ""), values.getOrDefault(Field.ADDRESS, ""), town)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")));
        values.keySet().removeAll(java.util.List.of(Field.ADDRESS, Field.POSTCODE, Field.COMMUNE, Field.INSEE));
    }
}
