package moisson.normalize;

import java.util.List;
import moisson.normalize.Places.Draft;
import moisson.reference.Commune;
import moisson.reference.Communes;
import moisson.reference.Folding;
import org.jspecify.annotations.Nullable;

/** A whole place in one line, as calendars tell it: "Les Champs Libres, 35000 Rennes", "Gymnase Fictif, Rennes". */
final class OneLine {
    /** A name alone is a town only when it is a town that everybody knows: small communes are called "Le Palais". */
    private static final int KNOWN_TOWN = 20_000;

    private final Communes communes;

    OneLine(Communes communes) {
        this.communes = communes;
    }

    /** The town at the end of the venue, or of an address without a code, as the town; else the same draft. */
    Draft unpacked(Draft draft) {
        if (draft.town() != null || draft.insee() != null || draft.postcode() != null) {
            return draft;
        }
        String venue = draft.venue();
        String address = draft.address();
        if (address != null) {
            return Postcodes.indexIn(address) < 0 && isTown(lastPart(address))
                    ? withTown(draft, lastPart(address))
                    : draft;
        }
        if (venue == null) {
            return draft;
        }
        CommuneWords.Split end = end(venue);
        if (isKnown(end)) {
            return new Draft(before(venue), null, end.postcode() + " " + end.name(), null, null);
        }
        String last = venue.indexOf(',') < 0 ? venue : lastPart(venue);
        if (!isTown(last)) {
            return draft;
        }
        String rest = venue.equals(last)
                ? ""
                : venue.substring(0, venue.lastIndexOf(',')).strip();
        return new Draft(rest.isEmpty() ? null : rest, null, last, null, null);
    }

    private static Draft withTown(Draft draft, String town) {
        return new Draft(draft.venue(), draft.address(), town, null, null);
    }

    /** A postal code followed by a name at the end of an address. */
    static CommuneWords.Split end(@Nullable String address) {
        int code = address == null ? -1 : Postcodes.indexIn(address);
        if (address == null || code < 0) {
            return CommuneWords.NOTHING;
        }
        String after = address.substring(code);
        int comma = after.indexOf(',');
        return CommuneWords.split(comma < 0 ? after : after.substring(0, comma));
    }

    private boolean isKnown(CommuneWords.Split end) {
        for (Commune commune : end.name().isEmpty() ? List.<Commune>of() : communes.findByName(end.name())) {
            if (CommuneFinder.isNear(commune, end.postcode())) {
                return true;
            }
        }
        return false;
    }

    private boolean isTown(String name) {
        List<Commune> named = name.isEmpty()
                ? List.of()
                : communes.findByName(CommuneWords.split(name).name());
        return !named.isEmpty()
                && named.getFirst().population() >= KNOWN_TOWN
                && (named.size() == 1
                        || communes.today(named.get(1)).equals(communes.today(named.getFirst()))
                        || Folding.fold(name).equals("paris"));
    }

    private static @Nullable String before(String venue) {
        String before = venue.substring(0, Postcodes.indexIn(venue)).strip();
        String name =
                before.endsWith(",") ? before.substring(0, before.length() - 1).strip() : before;
        return name.isEmpty() ? null : name;
    }

    private static String lastPart(String text) {
        return text.substring(text.lastIndexOf(',') + 1).strip();
    }
}
