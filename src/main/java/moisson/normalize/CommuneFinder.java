package moisson.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import moisson.event.Field;
import moisson.event.NoticeCode;
import moisson.reference.Commune;
import moisson.reference.Communes;
import moisson.reference.Folding;
import moisson.reference.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Finds the commune that a name, a postal code, an INSEE code and coordinates mean together; never chooses among several.
 * When they contradict each other, two outweigh one, and the INSEE code outweighs the rest.
 */
final class CommuneFinder {
    /** How far outside its commune, as a disc, a place may lie: communes are no discs, and venues lie at their edges. */
    private static final double NEAR_KILOMETRES = 3;

    private final Reference reference;
    private final Communes communes;
    private final Findings findings;

    /** @param told whose département, else region, the record names */
    record Clues(
            @Nullable String insee,
            @Nullable String name,
            @Nullable String postcode,
            Territories.Told told,
            Positions.@Nullable Position position) {}

    /**
     * @param commune null when none is found
     * @param agrees false when the postal code speaks of another département: it is then not to be published
     */
    record Found(@Nullable Commune commune, boolean agrees) {
        static final Found NOTHING = new Found(null, true);
    }

    CommuneFinder(Reference reference, Findings findings) {
        this.reference = reference;
        this.communes = reference.communes();
        this.findings = findings;
    }

    Found find(Clues clues) {
        Commune coded = clues.insee() == null ? null : byCode(clues.insee(), clues.name());
        if (coded != null) {
            return outvoted(coded, clues);
        }
        String name = clues.name();
        if (name == null) {
            return clues.postcode() == null ? Found.NOTHING : servedBy(clues.postcode(), true);
        }
        List<Commune> named = communes.findByName(name);
        if (isPlausible(named, clues.postcode())) {
            return among(named, clues);
        }
        Commune similar = new Misspellings(communes).find(name, clues.postcode());
        if (similar != null) {
            findings.note(NoticeCode.COMPLETED_PLACE, Field.COMMUNE, kept(name, similar, "code postal"));
            return new Found(similar, true);
        }
        List<Commune> former = former(name, clues);
        if (!former.isEmpty() || !named.isEmpty()) {
            return among(former.isEmpty() ? named : former, clues);
        }
        Found served = clues.postcode() == null ? Found.NOTHING : servedBy(clues.postcode(), false);
        findings.note(NoticeCode.UNKNOWN_COMMUNE, Field.COMMUNE, name);
        return served;
    }

    /** A postal code elsewhere makes one ask first whether another commune is meant. */
    private static boolean isPlausible(List<Commune> named, @Nullable String postcode) {
        if (postcode == null) {
            return !named.isEmpty();
        }
        for (Commune commune : named) {
            if (isNear(commune, postcode)) {
                return true;
            }
        }
        return false;
    }

    /** Communes that bore this name once and contradict no postal code; only their own territory when several did. */
    private List<Commune> former(String name, Clues clues) {
        String postcode = clues.postcode();
        List<Commune> found = new ArrayList<>();
        for (Commune commune : communes.findByFormerName(name)) {
            if (postcode == null || isNear(commune, postcode)) {
                found.add(commune.merged() ? commune : communes.today(commune));
            }
        }
        return found;
    }

    private @Nullable Commune byCode(String raw, @Nullable String name) {
        String code = raw.strip().toUpperCase(Locale.ROOT);
        if (code.endsWith(".0")) {
            code = code.substring(0, code.length() - 2);
        }
        if (code.length() == 4 && code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            code = "0" + code;
            findings.note(NoticeCode.PADDED_CODE, Field.INSEE, raw);
        }
        Commune commune = communes.findByCode(code).orElse(null);
        if (commune == null) {
            findings.note(NoticeCode.UNKNOWN_COMMUNE, Field.INSEE, raw);
            return null;
        }
        if (commune.status() == Commune.Status.ARRONDISSEMENT) {
            findings.note(NoticeCode.COMPLETED_PLACE, Field.INSEE, raw);
            return communes.today(commune);
        }
        if (name != null && !name.equals(commune.name())) {
            for (Commune part : communes.findByName(name)) { // a part may bear the code of the whole
                if (part.code().equals(code)) {
                    return part;
                }
            }
        }
        return commune;
    }

    /** The commune of the code, unless name and postal code together name another one that its postal code denies. */
    private Found outvoted(Commune coded, Clues clues) {
        String name = clues.name();
        String postcode = clues.postcode();
        if (name == null || isCalled(coded, name)) {
            return agreeing(coded, postcode, name == null ? "code commune" : "code commune et nom");
        }
        Commune other = postcode == null || isNear(coded, postcode)
                ? null
                : only(communes.findByName(name), commune -> commune.postcodes().contains(postcode));
        if (other != null) {
            findings.note(NoticeCode.PLACE_DISAGREES, Field.INSEE, kept(coded.code(), other, "nom et code postal"));
            return new Found(whole(other), true);
        }
        findings.note(NoticeCode.PLACE_DISAGREES, Field.COMMUNE, kept(name, coded, "code commune"));
        return agreeing(coded, postcode, "code commune");
    }

    private Found agreeing(Commune commune, @Nullable String postcode, String why) {
        boolean agrees = postcode == null || isNear(commune, postcode);
        if (!agrees) {
            findings.note(NoticeCode.PLACE_DISAGREES, Field.POSTCODE, kept(postcode, commune, why));
        }
        return new Found(commune, agrees);
    }

    /** What was met, what is kept, and why. */
    static String kept(@Nullable String met, Commune commune, String why) {
        return met + " → " + commune.code() + " " + commune.name() + " (" + why + ")";
    }

    private boolean isCalled(Commune commune, String name) {
        if (name.equals(commune.name()) || Folding.fold(name).equals(Folding.fold(commune.name()))) {
            return true;
        }
        String today = communes.today(commune).code();
        return isAmong(communes.findByName(name), today) || isAmong(communes.findByFormerName(name), today);
    }

    private boolean isAmong(List<Commune> some, String today) {
        for (Commune other : some) {
            if (communes.today(other).code().equals(today)) {
                return true;
            }
        }
        return false;
    }

    private Found among(List<Commune> named, Clues clues) {
        String postcode = clues.postcode();
        Commune one = named.size() == 1 ? named.getFirst() : null;
        if (one == null && postcode != null) {
            one = only(named, commune -> commune.postcodes().contains(postcode));
            one = one != null ? one : only(named, commune -> isNear(commune, postcode));
        }
        one = one != null ? one : only(named, commune -> clues.told().holds(commune, reference));
        Positions.Position at = clues.position();
        if (one == null && at != null) {
            one = only(named, commune -> isAround(commune, at));
        }
        one = one != null ? one : only(named, commune -> true);
        if (one == null) {
            findings.note(NoticeCode.AMBIGUOUS_COMMUNE, Field.COMMUNE, clues.name());
            return Found.NOTHING;
        }
        return agreeing(whole(one), postcode, "nom");
    }

    private boolean isAround(Commune commune, Positions.Position at) {
        return communes.kilometresOutside(commune, at.latitude(), at.longitude())
                        .orElse(Double.MAX_VALUE)
                < NEAR_KILOMETRES;
    }

    /** The only one, or the commune of today among parts of it that bear its name; null when there are several or none. */
    private @Nullable Commune only(List<Commune> some, Predicate<Commune> wanted) {
        Commune found = null;
        String today = "";
        for (Commune commune : some) {
            if (wanted.test(commune)) {
                String now = communes.today(commune).code();
                if (found != null && !now.equals(today)) {
                    return null;
                }
                boolean better = found == null
                        || (found.status() != Commune.Status.CURRENT && commune.status() == Commune.Status.CURRENT);
                found = better ? commune : found;
                today = now;
            }
        }
        return found;
    }

    private Commune whole(Commune commune) {
        return commune.status() == Commune.Status.ARRONDISSEMENT ? communes.today(commune) : commune;
    }

    /** @param speak false when a name that we do not know stands beside the code, which then has its own notice */
    private Found servedBy(String postcode, boolean speak) {
        List<Commune> served = communes.findByPostcode(postcode);
        if (served.size() == 1) {
            return new Found(served.getFirst(), true);
        }
        if (speak) {
            NoticeCode code = served.isEmpty() ? NoticeCode.UNKNOWN_COMMUNE : NoticeCode.AMBIGUOUS_COMMUNE;
            findings.note(code, Field.POSTCODE, postcode);
        }
        return Found.NOTHING;
    }

    /** CEDEX codes are in no table: the département must do. */
    static boolean isNear(Commune commune, String postcode) {
        if (commune.postcodes().contains(postcode)) {
            return true;
        }
        String department = commune.department();
        if (postcode.startsWith(department.equals("2A") || department.equals("2B") ? "20" : department)
                || (department.startsWith("97") && postcode.startsWith("97"))) {
            return true;
        }
        for (String code : commune.postcodes()) {
            if (code.regionMatches(0, postcode, 0, 2)) {
                return true;
            }
        }
        return false;
    }
}
