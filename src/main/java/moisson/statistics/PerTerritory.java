package moisson.statistics;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** The figures that have one cell for each territory of a reference list, whether events take place there or not. */
@SuppressWarnings("ImmutableEnumChecker") // its functions hold no state
enum PerTerritory {
    POPULATION_OF_REGIONS("population-par-region", Cut.REGION, Territories::regions, false),
    POPULATION_OF_DEPARTMENTS("population-par-departement", Cut.DEPARTMENT, Territories::departments, false),
    PER_100000_OF_REGIONS("evenements-pour-100000-par-region", Cut.REGION, Territories::regions, true),
    PER_100000_OF_DEPARTMENTS("evenements-pour-100000-par-departement", Cut.DEPARTMENT, Territories::departments, true);

    private final String code;
    private final Cut cut;
    private final Function<Territories, SortedMap<String, Territory>> territories;
    private final boolean rate;

    PerTerritory(String code, Cut cut, Function<Territories, SortedMap<String, Territory>> territories, boolean rate) {
        this.code = code;
        this.cut = cut;
        this.territories = territories;
        this.rate = rate;
    }

    String code() {
        return code;
    }

    SortedMap<String, Territory> territories(Territories all) {
        return territories.apply(all);
    }

    /** Empty when the population is not known. */
    Optional<BigDecimal> of(String territory, Long population, Tally tally) {
        return rate
                ? Ratio.of(tally.of(cut).getOrDefault(territory, 0L) * 100_000, population, 2)
                : Optional.of(BigDecimal.valueOf(population));
    }
}
