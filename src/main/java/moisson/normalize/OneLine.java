package moisson.normalize;

import java.util.List;
import java.util.Set;
import moisson.event.Field;
import moisson.event.SourceRecord;
import moisson.normalize.Places.Draft;
import moisson.reference.Commune;
import moisson.reference.Communes;
import moisson.reference.Folding;
import org.jspecify.annotations.Nullable;

/** A whole place in one line, as calendars tell it: "Les Champs Libres, 35000 Rennes", "Gymnase Fictif, Rennes". */
final class OneLine {
    /** A name alone is a town only when it is a town that everybody knows: small communes are called "Le Palais". */
    private static final int KNOWN_TOWN = 20_000;

    private static final int FEWEST_WORDS = 2;
    private static final int LONGEST = 500;
    private static final Set<String> NOT_BEFORE_TOWN = Set.of(
            "de",
            "du",
            "des",
            "d",
            "la",
            "le",
            "les",
            "l",
            "a",
            "en",
            "sur",
            "sous",
            "saint",
            "sainte",
            "rue",
            "avenue",
            "boulevard",
            "place",
            "quai",
            "cours",
            "allee",
            "allees",
            "route",
            "chemin",
            "impasse",
            "square",
            "pont",
            "porte",
            "hotel",
            "gare");
    private static final List<Field> ELSEWHERE = List.of(Field.VENUE, Field.ORGANISER, Field.TITLE, Field.DESCRIPTION);

    private final Communes communes;

    OneLine(Communes communes) {
        this.communes = communes;
    }

    /** The town at the end of the venue, or of an address without a code, as the town; else the same draft. */
    Draft unpacked(Draft draft, SourceRecord record) {
        if (draft.town() != null || draft.insee() != null || draft.postcode() != null) {
            return draft;
        }
        String venue = draft.venue();
        String address = draft.address();
        if (address != null) {
            if (Postcodes.indexIn(address) >= 0) {
                return draft;
            }
            if (isTown(lastPart(address))) {
                return withTown(draft, lastPart(address));
            }
            String last = lastWord(address);
            return isTown(last) && isNamed(last, record) ? withTown(draft, last) : draft;
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

    /**
     * Behind a street without any sign between: "13 rue Sainte-Ursule Toulouse". Empty where the word may be a part of the
     * street: "12 rue de Nantes", "rue Nantes".
     */
    private static String lastWord(String address) {
        String[] words = address.strip().split("\\s+", -1);
        int last = words.length - 1;
        boolean street = last >= FEWEST_WORDS
                && words[last].indexOf('\'') < 0
                && words[last].indexOf('’') < 0
                && !NOT_BEFORE_TOWN.contains(Folding.fold(words[last - 1]));
        return street ? words[last] : "";
    }

    /** Whether the record names that town elsewhere, too: people are called Paris, and streets after them. */
    private static boolean isNamed(String town, SourceRecord record) {
        String name = " " + Folding.fold(town) + " ";
        for (Field field : ELSEWHERE) {
            for (String value : record.all(field)) {
                String text = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
                if ((" " + Folding.fold(text) + " ").contains(name)) {
                    return true;
                }
            }
        }
        return false;
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
