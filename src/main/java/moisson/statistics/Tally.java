package moisson.statistics;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import moisson.event.Access;
import moisson.event.Edition;
import moisson.event.Mode;
import moisson.event.PublishedEvent;
import moisson.event.Source;
import org.jspecify.annotations.Nullable;

/** Counters, filled event by event: nothing is kept of an event but the names it adds to a set. */
final class Tally {
    /** What is added up. */
    enum Count {
        EVENTS,
        SESSIONS,
        RECORDS,
        BY_FORM,
        ONLINE,
        PRICE_KNOWN,
        FREE,
        ACCESSIBLE,
        COMPLETENESS
    }

    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final Map<Cut, Map<String, Long>> cells = new EnumMap<>(Cut.class);
    private final Set<String> organisers = new HashSet<>();
    private final Set<String> communes = new HashSet<>();

    /** @param edition that of the event, when it is known */
    void add(PublishedEvent event, @Nullable Edition edition) {
        Access access = event.event().access();
        count(Count.EVENTS, 1);
        count(Count.SESSIONS, event.event().when().sessions().size());
        count(Count.RECORDS, event.members().size());
        count(Count.COMPLETENESS, event.completeness());
        count(Count.BY_FORM, event.sources().contains(Source.FORM) ? 1 : 0);
        count(Count.ONLINE, event.event().kind().mode() == Mode.ON_SITE ? 0 : 1);
        count(Count.PRICE_KNOWN, access.free() == null ? 0 : 1);
        count(Count.FREE, Boolean.TRUE.equals(access.free()) ? 1 : 0);
        count(Count.ACCESSIBLE, access.accessibility().isEmpty() ? 0 : 1);
        organisers.addAll(event.event().hosts().organisers());
        if (event.event().place().communeCode() != null) {
            communes.add(event.event().place().communeCode());
        }
        for (Cut cut : Cut.values()) {
            if (cut.counts(event)) {
                Stream<String> codes = cut.cells(event, edition);
                List<String> told = (cut.ofRecords() ? codes : codes.distinct()).toList();
                (told.isEmpty() ? List.of(Figure.UNKNOWN) : told).forEach(code -> cell(cut, code, 1));
            }
        }
    }

    void add(Tally other) {
        other.counts.forEach(this::count);
        other.cells.forEach((cut, codes) -> codes.forEach((code, many) -> cell(cut, code, many)));
        organisers.addAll(other.organisers);
        communes.addAll(other.communes);
    }

    private void count(Count count, long more) {
        counts.merge(count, more, Long::sum);
    }

    private void cell(Cut cut, String code, long more) {
        cells.computeIfAbsent(cut, unknown -> new HashMap<>()).merge(code, more, Long::sum);
    }

    long of(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    /** How many fell in each cell; those that tell nothing in {@link Figure#UNKNOWN}. */
    Map<String, Long> of(Cut cut) {
        return cells.getOrDefault(cut, Map.of());
    }

    /** How many cells were met, the unknown one left aside. */
    long met(Cut cut) {
        return of(cut).keySet().stream()
                .filter(code -> !code.equals(Figure.UNKNOWN))
                .count();
    }

    long organisers() {
        return organisers.size();
    }

    long communes() {
        return communes.size();
    }
}
