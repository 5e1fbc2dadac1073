package moisson.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;
import moisson.statistics.Tally.Count;

/** The figures that are one number, in the order they are published. */
@SuppressWarnings("ImmutableEnumChecker") // its functions hold no state
enum Total {
    EVENTS("evenements", counted -> whole(counted.events())),
    SESSIONS("seances", counted -> whole(counted.tally().of(Count.SESSIONS))),
    RECORDS("fiches", counted -> whole(counted.tally().of(Count.RECORDS))),
    SOURCES("sources", counted -> whole(counted.tally().met(Cut.SOURCE))),
    DUPLICATES("doublons", counted -> whole(counted.tally().of(Count.RECORDS) - counted.events())),
    BY_FORM("evenements-formulaire", counted -> whole(counted.tally().of(Count.BY_FORM))),
    ORGANISERS("organisateurs", counted -> whole(counted.tally().organisers())),
    COMMUNES("communes", counted -> whole(counted.tally().communes())),
    DEPARTMENTS("departements", counted -> whole(counted.tally().met(Cut.DEPARTMENT))),
    DEPARTMENTS_LEFT(
            "departements-non-atteints",
            counted -> counted.left(Cut.DEPARTMENT, counted.territories().departments())
                    .map(BigDecimal::valueOf)),
    REGIONS("regions", counted -> whole(counted.tally().met(Cut.REGION))),
    REGIONS_LEFT(
            "regions-non-atteintes",
            counted -> counted.left(Cut.REGION, counted.territories().regions()).map(BigDecimal::valueOf)),
    ONLINE("part-en-ligne", counted -> Ratio.share(counted.tally().of(Count.ONLINE), counted.events())),
    PRICE_KNOWN("evenements-prix-connu", counted -> whole(counted.tally().of(Count.PRICE_KNOWN))),
    FREE(
            "part-gratuits",
            counted ->
                    Ratio.share(counted.tally().of(Count.FREE), counted.tally().of(Count.PRICE_KNOWN))),
    ACCESSIBLE("part-accessibles", counted -> Ratio.share(counted.tally().of(Count.ACCESSIBLE), counted.events())),
    COMPLETENESS(
            "completude-moyenne", counted -> Ratio.of(counted.tally().of(Count.COMPLETENESS), counted.events(), 1)),
    POPULATION(
            "population",
            counted -> Optional.of(counted.population())
                    .filter(people -> people > 0)
                    .map(BigDecimal::valueOf)),
    PER_100000("evenements-pour-100000", counted -> Ratio.of(counted.peopled() * 100_000, counted.population(), 2)),
    DAYS("jours", counted -> counted.days().map(BigDecimal::valueOf)),
    PER_DAY("evenements-par-jour-moyen", Total::perDay),
    BEFORE("evenements-edition-precedente", counted -> counted.previous().flatMap(before -> whole(before.events()))),
    GROWTH(
            "croissance-evenements",
            counted -> counted.previous()
                    .flatMap(before -> Ratio.share(counted.events() - before.events(), before.events()))),
    BEFORE_PER_DAY(
            "evenements-par-jour-moyen-precedent", counted -> counted.previous().flatMap(Total::perDay)),
    GROWTH_PER_DAY("croissance-par-jour", Total::growthPerDay);

    private final String code;
    private final Function<Counted, Optional<BigDecimal>> computation;

    Total(String code, Function<Counted, Optional<BigDecimal>> computation) {
        this.code = code;
        this.computation = computation;
    }

    String code() {
        return code;
    }

    /** Empty when it cannot be known. */
    Optional<BigDecimal> of(Counted counted) {
        return computation.apply(counted);
    }

    /** False for what makes no sense of all editions together, or without the territories it is about. */
    boolean applies(Counted counted) {
        return switch (this) {
            case DAYS, PER_DAY, BEFORE, GROWTH, BEFORE_PER_DAY, GROWTH_PER_DAY -> counted.edition() != null;
            case DEPARTMENTS_LEFT -> !counted.territories().departments().isEmpty();
            case REGIONS_LEFT -> !counted.territories().regions().isEmpty();
            default -> true;
        };
    }

    private static Optional<BigDecimal> whole(long count) {
        return Optional.of(BigDecimal.valueOf(count));
    }

    private static Optional<BigDecimal> perDay(Counted counted) {
        return counted.days().flatMap(days -> Ratio.of(counted.events(), days, 2));
    }

    /** From the exact quotients, not from the rounded ones. */
    private static Optional<BigDecimal> growthPerDay(Counted counted) {
        Optional<Long> days = counted.days();
        Optional<Long> daysBefore = counted.previous().flatMap(Counted::days);
        if (days.isEmpty() || daysBefore.isEmpty()) {
            return Optional.empty();
        }
        BigInteger now = product(counted.events(), daysBefore.get());
        BigInteger then = product(counted.previous().orElseThrow().events(), days.get());
        return Ratio.of(now.subtract(then).multiply(BigInteger.valueOf(100)), then, 1);
    }

    private static BigInteger product(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }
}
