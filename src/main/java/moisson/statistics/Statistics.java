package moisson.statistics;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import moisson.event.Edition;
import moisson.event.PublishedEvent;
import org.jspecify.annotations.Nullable;

/** Counts what is published, and nothing else. The same events give the same figures, whatever their order. */
public final class Statistics {
    private final Definitions definitions = new Definitions();
    private final SortedMap<String, String> departments;
    private final SortedMap<String, String> regions;
    private final String base;

    /**
     * @param departments every département by INSEE code, with its name; empty when not known
     * @param regions every région by INSEE code, with its name; empty when not known
     * @param base of the IRIs of the published graph, ending in a slash
     */
    public Statistics(SortedMap<String, String> departments, SortedMap<String, String> regions, URI base) {
        this.departments = Collections.unmodifiableSortedMap(new TreeMap<>(departments));
        this.regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
        this.base = base.toString();
    }

    /** The figures of one edition, or of all together when it is null. Events of other editions are left aside. */
    public List<Figure> of(@Nullable Edition edition, List<PublishedEvent> all) {
        List<PublishedEvent> events = edition == null
                ? all
                : all.stream()
                        .filter(event -> event.edition() == edition.year())
                        .toList();
        Queries queries = new Queries(base, edition);
        List<Figure> figures = new ArrayList<>();
        for (Total total : Total.values()) {
            figures.add(total(total.code(), total.of(events), new TreeMap<>(), queries));
            if (total == Total.DEPARTMENTS) {
                figures.add(notReached("departements-non-atteints", Cut.DEPARTMENT, departments, events, queries));
            }
            if (total == Total.REGIONS) {
                figures.add(notReached("regions-non-atteintes", Cut.REGION, regions, events, queries));
            }
        }
        for (Cut cut : Cut.values()) {
            figures.addAll(cells(cut, edition, events, queries));
        }
        return List.copyOf(figures);
    }

    /** What each code means, in the order of the figures. */
    public List<Definition> definitions() {
        return Stream.concat(
                        Stream.concat(
                                Arrays.stream(Total.values()).map(Total::code),
                                Stream.of("departements-non-atteints", "regions-non-atteintes")),
                        Arrays.stream(Cut.values()).map(Cut::code))
                .map(definitions::get)
                .toList();
    }

    private Figure notReached(
            String code, Cut cut, SortedMap<String, String> reference, List<PublishedEvent> events, Queries queries) {
        Set<String> left = new TreeSet<>(reference.keySet());
        events.stream().flatMap(cut::cells).forEach(left::remove);
        Optional<BigDecimal> value =
                reference.isEmpty() ? Optional.empty() : Optional.of(BigDecimal.valueOf(left.size()));
        return total(code, value, reference, queries);
    }

    private Figure total(
            String code, Optional<BigDecimal> value, SortedMap<String, String> reference, Queries queries) {
        Definition definition = definitions.get(code);
        return figure(definition, null, null, value.orElse(null), queries.total(definition, reference.keySet()));
    }

    private List<Figure> cells(Cut cut, @Nullable Edition edition, List<PublishedEvent> events, Queries queries) {
        Definition definition = definitions.get(cut.code());
        SortedMap<String, String> labels = labels(cut, edition);
        SortedMap<String, Long> counts = new TreeMap<>();
        labels.keySet().forEach(code -> counts.put(code, 0L));
        long unknown = 0;
        for (PublishedEvent event : events) {
            List<String> codes = cut.cells(event).distinct().toList();
            codes.forEach(code -> counts.merge(code, 1L, Long::sum));
            unknown += codes.isEmpty() ? 1 : 0;
        }
        List<Figure> figures = new ArrayList<>();
        counts.forEach((code, count) -> figures.add(figure(
                definition,
                code,
                labels.getOrDefault(code, code),
                BigDecimal.valueOf(count),
                queries.cell(definition, code))));
        if (cut.mayBeUnknown()) {
            figures.add(figure(
                    definition,
                    Figure.UNKNOWN,
                    "non renseigné",
                    BigDecimal.valueOf(unknown),
                    queries.unknown(definition)));
        }
        return figures;
    }

    private SortedMap<String, String> labels(Cut cut, @Nullable Edition edition) {
        return switch (cut) {
            case REGION -> regions;
            case DEPARTMENT -> departments;
            case DAY -> days(edition, false);
            case WEEK -> days(edition, true);
            case HOUR, WEEKDAY, FORMAT, MODE, ORGANISER_TYPE, AUDIENCE, THEME, STATUS, SOURCE -> cut.known();
        };
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
            @Nullable BigDecimal value,
            String sparql) {
        return new Figure(
                definition.code(),
                definition.frenchName(),
                definition.englishName(),
                definition.unit(),
                definition.dimension(),
                valueCode,
                valueLabel,
                value,
                definition.denominatorCode(),
                sparql);
    }
}
