package moisson.deduplicate;

import java.util.Objects;
import moisson.event.Place;
import moisson.event.Precision;
import org.jspecify.annotations.Nullable;

/**
 * Where, reduced to what is compared.
 *
 * @param venue telling words of the venue's name
 * @param venueName folded, whole
 * @param number in the street, 0 when unknown
 * @param street telling words of the street
 * @param code INSEE code of the commune; boroughs of Paris, Lyon and Marseille give that of their city; 0 when unknown
 * @param department first two characters of the postcode, 0 when unknown
 * @param latitude NaN when the exact point is not known
 */
@SuppressWarnings("ArrayRecordComponent") // primitive arrays for speed; never compared as a whole, never changed
record Spot(
        int[] venue,
        String venueName,
        int number,
        int[] street,
        Town town,
        int code,
        int department,
        float latitude,
        float longitude) {
    private static final int LONGEST = 300;
    private static final int MOST_WORDS = 16;

    static Spot of(Place place, Scan venue, Vocabulary vocabulary) {
        Town town = vocabulary.town(place.commune());
        int[] venueWords = vocabulary.ids(Rooms.without(venue), MOST_WORDS);
        StreetAddress street = StreetAddress.of(street(place), vocabulary);
        boolean exact = place.precision() == Precision.ADDRESS;
        return new Spot(
                tells(venueWords, town.words()) ? venueWords : new int[0],
                venue.text(),
                street.number(),
                street.words(),
                town,
                code(place.communeCode()),
                department(place),
                exact && place.latitude() != null ? place.latitude().floatValue() : Float.NaN,
                exact && place.longitude() != null ? place.longitude().floatValue() : Float.NaN);
    }

    /** Whether a venue's name says more than the town it is in. */
    private static boolean tells(int[] venue, int[] commune) {
        for (int word : venue) {
            if (!Phrase.contains(commune, word)) {
                return true;
            }
        }
        return false;
    }

    /** Hash of the folded name of the commune, 0 when unknown. */
    int commune() {
        return town.hash();
    }

    int[] communeWords() {
        return town.words();
    }

    String communeName() {
        return town.name();
    }

    static int code(@Nullable String insee) {
        if (insee == null || insee.isBlank()) {
            return 0;
        }
        if (insee.startsWith("751")) {
            return Hashing.hash("75056");
        }
        if (insee.startsWith("6938")) {
            return Hashing.hash("69123");
        }
        return Hashing.hash(insee.startsWith("132") && insee.compareTo("13217") < 0 ? "13055" : insee);
    }

    private static int department(Place place) {
        String code =
                place.postcode() != null && place.postcode().length() >= 5 ? place.postcode() : place.communeCode();
        return code == null || code.length() < 2 ? 0 : Hashing.hash(code, 0, 2);
    }

    /** "Médiathèque X, 12 rue Y" in one field, whichever: what stands before the number names the venue. */
    static @Nullable String venue(Place place) {
        String line = place.venue() == null ? place.address() : place.venue();
        if (line == null || (place.venue() != null && place.address() != null)) {
            return place.venue();
        }
        int number = number(head(line));
        return number > 2 ? line.substring(0, number) : place.venue();
    }

    private static String street(Place place) {
        String address = place.address();
        String known = head(address == null ? Objects.requireNonNullElse(place.venue(), "") : address);
        int number = number(known);
        return number < 0 && address == null ? "" : known.substring(Math.max(0, number));
    }

    /** Where the number in the street begins: at the beginning, or after a comma; -1 when there is none. */
    private static int number(String address) {
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) >= '0' && address.charAt(i) <= '9' && (i == 0 || isAfterComma(address, i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isAfterComma(String address, int from) {
        int i = from - 1;
        while (i >= 0 && Character.isWhitespace(address.charAt(i))) {
            i--;
        }
        return i >= 0 && address.charAt(i) == ',';
    }

    private static String head(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
