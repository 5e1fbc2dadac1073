package moisson.normalize;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import moisson.event.Field;
import moisson.event.NoticeCode;
import moisson.reference.Commune;
import moisson.reference.Communes;
import moisson.reference.Folding;
import org.jspecify.annotations.Nullable;

/** Finds the commune that a name, a postal code and an INSEE code mean together; never chooses among several. */
final class CommuneFinder {
    private final Communes communes;
    private final Findings findings;

    /**
     * @param commune null when none is found
     * @param agrees false when the postal code speaks of another département: it is then not to be published
     */
    record Found(@Nullable Commune commune, boolean agrees) {
        static final Found NOTHING = new Found(null, true);
    }

    CommuneFinder(Communes communes, Findings findings) {
        this.communes = communes;
        this.findings = findings;
    }

    /** @param department code of the département the record names, if it does */
    Found find(@Nullable String insee, @Nullable String name, @Nullable String postcode, @Nullable String department) {
        Optional<Commune> coded = insee == null ? Optional.empty() : byCode(insee, name);
        if (coded.isPresent()) {
            return agreeing(coded.get(), name, postcode);
        }
        List<Commune> named = name == null ? List.of() : communes.findByName(name);
        if (!named.isEmpty()) {
            return among(named, name, postcode, department);
        }
        Found served = postcode == null ? Found.NOTHING : servedBy(postcode, name == null);
        if (name != null) {
            findings.note(NoticeCode.UNKNOWN_COMMUNE, Field.COMMUNE, name);
        }
        return served;
    }

    private Optional<Commune> byCode(String raw, @Nullable String name) {
        String code = raw.strip().toUpperCase(Locale.ROOT);
        if (code.endsWith(".0")) {
            code = code.substring(0, code.length() - 2);
        }
        if (code.length() == 4 && code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            code = "0" + code;
            findings.note(NoticeCode.PADDED_CODE, Field.INSEE, raw);
        }
        Optional<Commune> found = communes.findByCode(code);
        if (found.isEmpty()) {
            findings.note(NoticeCode.UNKNOWN_COMMUNE, Field.INSEE, raw);
            return found;
        }
        Commune commune = found.get();
        if (commune.status() == Commune.Status.ARRONDISSEMENT) {
            findings.note(NoticeCode.COMPLETED_PLACE, Field.INSEE, raw);
            return Optional.of(communes.today(commune));
        }
        String same = code;
        return name == null
                ? found
                : communes.findByName(name).stream()
                        .filter(part -> part.code().equals(same))
                        .findFirst()
                        .or(() -> found);
    }

    private Found agreeing(Commune commune, @Nullable String name, @Nullable String postcode) {
        if (name != null && !isCalled(commune, name)) {
            findings.note(NoticeCode.PLACE_DISAGREES, Field.COMMUNE, name);
        }
        boolean agrees = postcode == null || isNear(commune, postcode);
        if (!agrees) {
            findings.note(NoticeCode.PLACE_DISAGREES, Field.POSTCODE, postcode);
        }
        return new Found(commune, agrees);
    }

    private boolean isCalled(Commune commune, String name) {
        String today = communes.today(commune).code();
        return name.equals(commune.name())
                || Folding.fold(name).equals(Folding.fold(commune.name()))
                || communes.findByName(name).stream()
                        .anyMatch(other -> communes.today(other).code().equals(today));
    }

    private Found among(
            List<Commune> named, @Nullable String name, @Nullable String postcode, @Nullable String department) {
        Optional<Commune> one = Optional.empty();
        if (postcode != null) {
            one = only(named, commune -> commune.postcodes().contains(postcode))
                    .or(() -> only(named, commune -> isNear(commune, postcode)));
        }
        if (one.isEmpty() && department != null) {
            one = only(named, commune -> commune.department().equals(department));
        }
        if (one.isPresent()) {
            return agreeing(whole(one.get()), null, postcode);
        }
        if (named.stream()
                        .map(commune -> communes.today(commune).code())
                        .distinct()
                        .count()
                > 1) {
            findings.note(NoticeCode.AMBIGUOUS_COMMUNE, Field.COMMUNE, name);
            return Found.NOTHING;
        }
        return agreeing(whole(named.getFirst()), null, postcode);
    }

    /** The only one, or the commune of today among parts of it that bear its name. */
    private Optional<Commune> only(List<Commune> some, Predicate<Commune> wanted) {
        List<Commune> left = some.stream().filter(wanted).toList();
        boolean one = !left.isEmpty()
                && left.stream()
                                .map(commune -> communes.today(commune).code())
                                .distinct()
                                .count()
                        == 1;
        if (!one) {
            return Optional.empty();
        }
        return left.stream()
                .filter(commune -> commune.status() == Commune.Status.CURRENT)
                .findFirst()
                .or(() -> Optional.of(left.getFirst()));
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
        String department = commune.department().startsWith("2")
                        && commune.department().length() == 2
                        && Character.isLetter(commune.department().charAt(1))
                ? "20"
                : commune.department();
        return postcode.startsWith(department)
                || (department.startsWith("97") && postcode.startsWith("97"))
                || commune.postcodes().stream().anyMatch(code -> code.regionMatches(0, postcode, 0, 2));
    }
}
