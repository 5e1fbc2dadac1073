package moisson.statistics;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moisson.event.Edition;
import moisson.event.PublishedEvent;
import org.jspecify.annotations.Nullable;

/** Counts what is published, and nothing else. The same events give the same figures, whatever their order. */
public final class Statistics {
    private final Definitions definitions = new Definitions();
    private final Territories territories;
    private final String base;

    /** @param base of the IRIs of the published graph, ending in a slash */
    public Statistics(Territories territories, URI base) {
        this.territories = territories;
        this.base = base.toString();
    }

    /** With territories whose population is not known: names by INSEE code. */
    public Statistics(SortedMap<String, String> departments, SortedMap<String, String> regions, URI base) {
        this(Territories.named(departments, regions), base);
    }

    /**
     * A sheet for each of these editions, the earliest first, and one for all events together. Goes through the events
     * once and keeps none of them.
     */
    public List<Sheet> of(Collection<Edition> editions, Iterable<PublishedEvent> events) {
        Map<Integer, Edition> byYear =
                editions.stream().collect(Collectors.toMap(Edition::year, Function.identity(), (one, other) -> one));
        SortedMap<Integer, Tally> tallies = new TreeMap<>();
        byYear.keySet().forEach(year -> tallies.put(year, new Tally()));
        for (PublishedEvent event : events) {
            tallies.computeIfAbsent(event.edition(), year -> new Tally()).add(event, byYear.get(event.edition()));
        }
        Tally all = new Tally();
        tallies.values().forEach(all::add);
        List<Sheet> sheets = new ArrayList<>();
        byYear.values().stream()
                .sorted(Comparator.comparingInt(Edition::year))
                .forEach(edition -> sheets.add(sheet(counted(edition, byYear.values(), tallies))));
        sheets.add(sheet(new Counted(null, all, territories, null)));
        return List.copyOf(sheets);
    }

    /** What each code means, in the order of the figures. */
    public List<Definition> definitions() {
        return Stream.of(
                        Arrays.stream(Total.values()).map(Total::code),
                        Arrays.stream(PerTerritory.values()).map(PerTerritory::code),
                        Arrays.stream(Cut.values()).map(Cut::code))
                .flatMap(codes -> codes)
                .map(definitions::get)
                .toList();
    }

    private Counted counted(Edition edition, Collection<Edition> editions, Map<Integer, Tally> tallies) {
        Optional<Edition> before = editions.stream()
                .filter(other -> other.number() == edition.number() - 1)
                .filter(other -> of(other, tallies).of(Tally.Count.EVENTS) > 0)
                .findFirst();
        return new Counted(
                edition,
                of(edition, tallies),
                territories,
                before.map(other -> new Counted(other, of(other, tallies), territories, null))
                        .orElse(null));
    }

    private static Tally of(Edition edition, Map<Integer, Tally> tallies) {
        return tallies.getOrDefault(edition.year(), new Tally());
    }

    private Sheet sheet(Counted counted) {
        Edition edition = counted.edition();
        Queries queries = new Queries(base, edition);
        List<Figure> figures = new ArrayList<>();
        SortedMap<String, String> asked = new TreeMap<>();
        for (Total total : Total.values()) {
            if (total.applies(counted)) {
                Definition definition = definitions.get(total.code());
                figures.add(figure(definition, null, null, total.of(counted)));
                asked.put(total.code(), queries.whole(definition));
            }
        }
        for (PerTerritory rate : PerTerritory.values()) {
            Definition definition = definitions.get(rate.code());
            rate.territories(territories)
                    .forEach((code, territory) -> figures.add(figure(
                            definition,
                            code,
                            territory.name(),
                            Optional.ofNullable(territory.population())
                                    .flatMap(people -> rate.of(code, people, counted.tally())))));
            asked.put(rate.code(), queries.whole(definition));
        }
        for (Cut cut : Cut.values()) {
            if (edition != null || cut.ofAllEditions()) {
                Definition definition = definitions.get(cut.code());
                SortedMap<String, String> labels = labels(cut, edition);
                figures.addAll(cells(cut, definition, labels, counted.tally()));
                asked.put(
                        cut.code(),
                        queries.cells(definition, cut, cut.mayBeUnknown() ? withUnknown(labels) : labels.keySet()));
            }
        }
        return new Sheet(edition == null ? null : edition.year(), figures, asked);
    }

    private static Collection<String> withUnknown(SortedMap<String, String> labels) {
        List<String> codes = new ArrayList<>(labels.keySet());
        codes.add(Figure.UNKNOWN);
        return codes;
    }

    /** By code, the unknown ones last. */
    private static List<Figure> cells(Cut cut, Definition definition, SortedMap<String, String> labels, Tally tally) {
        Map<String, Long> counts = tally.of(cut);
        TreeSet<String> codes = new TreeSet<>(labels.keySet());
        codes.addAll(counts.keySet());
        codes.remove(Figure.UNKNOWN);
        List<Figure> figures = new ArrayList<>();
        codes.forEach(code -> figures.add(
                figure(definition, code, labels.getOrDefault(code, code), many(counts.getOrDefault(code, 0L)))));
        if (cut.mayBeUnknown()) {
            figures.add(
                    figure(definition, Figure.UNKNOWN, "non renseigné", many(counts.getOrDefault(Figure.UNKNOWN, 0L))));
        }
        return figures;
    }

    private static Optional<BigDecimal> many(long count) {
        return Optional.of(BigDecimal.valueOf(count));
    }

    private SortedMap<String, String> labels(Cut cut, @Nullable Edition edition) {
        return switch (cut) {
            case REGION -> names(territories.regions());
            case DEPARTMENT -> names(territories.departments());
            case DAY -> days(edition, false);
            case WEEK -> days(edition, true);
            default -> cut.known();
        };
    }

    private static SortedMap<String, String> names(SortedMap<String, Territory> territories) {
        SortedMap<String, String> names = new TreeMap<>();
        territories.forEach((code, territory) -> names.put(code, territory.name()));
        return names;
    }

    /** Every day or week of one edition; over all editions only those met, since most of the year has none. */
    private static SortedMap<String, String> days(@Nullable Edition edition, boolean weeks) {
        SortedMap<String, String> cells = new TreeMap<>();
        if (edition != null) {
            edition.from()
                    .datesUntil(edition.until().plusDays(1))
                    .map(day -> weeks ? Cut.week(day) : day.toString())
                    .forEach(cell -> cells.put(cell, cell));
        }
        return cells;
    }

    private static Figure figure(
            Definition definition,
            @Nullable String valueCode,
            @Nullable String valueLabel,
            Optional<BigDecimal> value) {
        return new Figure(
                definition.code(),
                definition.frenchName(),
                definition.englishName(),
                definition.unit(),
                definition.dimension(),
                valueCode,
                valueLabel,
                value.orElse(null),
                definition.denominatorCode(),
                definition.additive());
    }
}
