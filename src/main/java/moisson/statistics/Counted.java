package moisson.statistics;

import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import moisson.event.Edition;
import org.jspecify.annotations.Nullable;

/**
 * All that figures are made from.
 *
 * @param edition null for all together
 * @param before the edition with the number before, when it is published too
 */
record Counted(
        @Nullable Edition edition,
        Tally tally,
        Territories territories,
        @Nullable Counted before) {
    long events() {
        return tally.of(Tally.Count.EVENTS);
    }

    /** How many days the edition lasts; empty when no source tells its days. */
    Optional<Long> days() {
        return edition == null || edition.firstDay() == null || edition.lastDay() == null
                ? Optional.empty()
                : Optional.of(ChronoUnit.DAYS.between(edition.firstDay(), edition.lastDay()) + 1);
    }

    Optional<Counted> previous() {
        return Optional.ofNullable(before);
    }

    /** How many territories of a reference list have no event; empty without a list. */
    Optional<Long> left(Cut cut, SortedMap<String, Territory> all) {
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.keySet().stream()
                        .filter(code -> !tally.of(cut).containsKey(code))
                        .count());
    }

    /** Inhabitants of the départements whose population is known. */
    long population() {
        return territories.departments().values().stream()
                .map(Territory::population)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Events in départements whose population is known. */
    long peopled() {
        return territories.departments().entrySet().stream()
                .filter(territory -> territory.getValue().population() != null)
                .mapToLong(territory -> tally.of(Cut.DEPARTMENT).getOrDefault(territory.getKey(), 0L))
                .sum();
    }
}
