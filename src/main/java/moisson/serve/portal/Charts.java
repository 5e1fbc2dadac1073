package moisson.serve.portal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moisson.event.EventFormat;
import moisson.event.Mode;
import moisson.event.OrganiserType;
import moisson.event.Term;
import moisson.serve.view.Bars;
import moisson.serve.view.Frame;
import moisson.statistics.Figure;

/** The figures of an edition, drawn and listed. The same figures are published with their definitions. */
final class Charts {
    private static final String DAYS = "evenements-par-jour";
    private static final String WEEKS = "evenements-par-semaine";
    private static final String REGIONS = "evenements-par-region";
    private static final String RATES = "evenements-pour-100000-par-region";
    /** Of the figures that tell a change: they have a sign. */
    private static final String GROWTH = "croissance-";
    /** Longer editions are drawn by week. */
    private static final int LONGEST_IN_DAYS = 14;

    private static final List<String> DRAWN =
            List.of("evenements-par-format", DAYS, WEEKS, REGIONS, "evenements-par-type-organisateur");
    private static final Map<String, String> ENGLISH = Stream.of(
                    EventFormat.values(), Mode.values(), OrganiserType.values())
            .flatMap(Stream::of)
            .map(Term.class::cast)
            .collect(Collectors.toMap(Term::code, Term::english, (one, other) -> one));

    private final List<Figure> figures;
    private final Frame frame;

    Charts(List<Figure> figures, Frame frame) {
        this.figures = figures;
        this.frame = frame;
    }

    /** The figures that are one number. */
    List<EditionView.Line> lines() {
        return figures.stream()
                .filter(figure -> figure.dimension() == null)
                .map(figure -> new EditionView.Line(
                        capital(frame.english() ? figure.englishName() : figure.frenchName()),
                        number(figure),
                        unit(figure)))
                .toList();
    }

    /** Every région with its events and its rate, those without an event too. */
    List<EditionView.Territory> territories() {
        Map<String, Figure> rates = cells(RATES).stream()
                .collect(Collectors.toMap(cell -> String.valueOf(cell.valueCode()), Function.identity()));
        return cells(REGIONS).stream()
                .map(cell -> {
                    Figure rate = rates.get(String.valueOf(cell.valueCode()));
                    return new EditionView.Territory(
                            label(cell, false), number(cell), rate == null ? "–" : number(rate));
                })
                .toList();
    }

    /** The départements without an event, by their names. */
    String notReached() {
        return cells("evenements-par-departement").stream()
                .filter(cell -> value(cell) == 0 && !Figure.UNKNOWN.equals(cell.valueCode()))
                .map(cell -> label(cell, false))
                .collect(Collectors.joining(", "));
    }

    private List<Figure> cells(String code) {
        return figures.stream().filter(figure -> figure.code().equals(code)).toList();
    }

    List<Bars> bars() {
        List<Bars> charts = new ArrayList<>();
        for (String code : DRAWN) {
            List<Figure> cells = cells(code);
            boolean asDays = drawnByDay();
            boolean shown = code.equals(DAYS) ? asDays : !code.equals(WEEKS) || !asDays;
            if (shown && cells.stream().anyMatch(cell -> value(cell) > 0)) {
                charts.add(chart(code, cells));
            }
        }
        return charts;
    }

    private boolean drawnByDay() {
        return figures.stream().filter(figure -> figure.code().equals(DAYS)).count() <= LONGEST_IN_DAYS + 1;
    }

    private Bars chart(String code, List<Figure> cells) {
        Figure first = cells.getFirst();
        boolean days = DAYS.equals(code) || WEEKS.equals(code);
        Stream<Figure> shown = cells.stream().filter(cell -> value(cell) > 0);
        List<Bars.Bar> bars = (days
                        ? shown
                        : shown.sorted(Comparator.comparing((Figure cell) -> Figure.UNKNOWN.equals(cell.valueCode()))
                                .thenComparing(
                                        Comparator.comparingLong(Charts::value).reversed())))
                .map(cell -> new Bars.Bar(label(cell, days), value(cell)))
                .toList();
        String title = capital(frame.english() ? first.englishName() : first.frenchName());
        return new Bars(code, title, frame.t("chart." + code), bars, frame.t("chart.note"));
    }

    private String label(Figure cell, boolean day) {
        String code = cell.valueCode() == null ? "" : cell.valueCode();
        if (code.equals(Figure.UNKNOWN)) {
            return frame.t("unknown");
        }
        if (day) {
            return code.contains("W")
                    ? frame.t(
                            "chart.week",
                            frame.dates().day(LocalDate.parse(code + "-1", DateTimeFormatter.ISO_WEEK_DATE)))
                    : frame.dates().day(LocalDate.parse(code));
        }
        String french = cell.valueLabel() == null ? code : cell.valueLabel();
        return frame.english() ? ENGLISH.getOrDefault(code, french) : french;
    }

    private static long value(Figure figure) {
        BigDecimal value = figure.value();
        return value == null ? 0 : value.longValue();
    }

    private String number(Figure figure) {
        BigDecimal value = figure.value();
        if (value == null) {
            return frame.t("unknown");
        }
        return value.stripTrailingZeros().scale() <= 0
                ? frame.words().number(value.longValue())
                : String.format(
                        frame.english() ? Locale.UK : Locale.FRANCE,
                        "%%%s.%df".formatted(figure.code().startsWith(GROWTH) ? "+" : "", value.scale()),
                        value);
    }

    private String unit(Figure figure) {
        return figure.value() != null && figure.unit().contains("%") ? (frame.english() ? "%" : "\u202f%") : "";
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
