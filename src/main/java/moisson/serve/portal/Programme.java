package moisson.serve.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import moisson.event.EventFormat;
import moisson.event.Mode;
import moisson.event.Term;
import moisson.serve.view.Frame;
import org.jspecify.annotations.Nullable;

/**
 * A page of the programme: filters, results, links to the other pages.
 *
 * @param path of the page in the language of the reader, without query
 */
public record Programme(
        String path,
        String q,
        String from,
        String until,
        List<Facet> facets,
        List<Chip> chips,
        int total,
        List<Card> cards,
        int page,
        int pages,
        List<Step> steps,
        @Nullable Chip way) {
    private static final int PER_PAGE = 25;
    private static final int AROUND = 2;

    /** A list to choose from. */
    public record Facet(String name, String label, List<Choice> choices) {}

    public record Choice(String code, String label, int count, boolean chosen) {}

    /** A link that changes the filters. */
    public record Chip(String label, String href) {}

    /** A page in the pagination; without address it is a gap or the page itself. */
    public record Step(String label, @Nullable String href, boolean current) {}

    static Programme of(Snapshot snapshot, List<Listed> all, Filter filter, int asked, Frame frame, String path) {
        List<Listed> found = filter.apply(snapshot, all);
        int pages = Math.max(1, (found.size() + PER_PAGE - 1) / PER_PAGE);
        int page = Math.clamp(asked, 1, pages);
        String here = frame.to(path);
        List<Facet> facets = List.of(
                facet("region", snapshot, all, filter, frame, Listed::regionCode, Listed::region),
                facet("departement", snapshot, all, filter, frame, Listed::departmentCode, Listed::department),
                facet(
                        "format",
                        snapshot,
                        all,
                        filter,
                        frame,
                        event -> event.format().code(),
                        event -> word(event.format(), frame)),
                facet(
                        "mode",
                        snapshot,
                        all,
                        filter,
                        frame,
                        event -> event.mode().code(),
                        event -> word(event.mode(), frame)));
        return new Programme(
                here,
                filter.value("q"),
                filter.value("du"),
                filter.value("au"),
                facets,
                chips(filter, facets, here, frame),
                found.size(),
                found.stream()
                        .skip((long) (page - 1) * PER_PAGE)
                        .limit(PER_PAGE)
                        .map(event -> Card.of(snapshot.event(event), frame))
                        .toList(),
                page,
                pages,
                steps(filter, here, page, pages),
                found.isEmpty() ? wayOut(snapshot, all, filter, here, frame) : null);
    }

    private static String word(Term term, Frame frame) {
        return frame.english() ? term.english() : term.french();
    }

    /** Counts what each choice would show with the other filters as they are. */
    private static Facet facet(
            String name,
            Snapshot snapshot,
            List<Listed> all,
            Filter filter,
            Frame frame,
            Function<Listed, @Nullable String> code,
            Function<Listed, @Nullable String> label) {
        Map<String, String> labels = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Listed event : filter.without(name).apply(snapshot, all)) {
            String key = code.apply(event);
            if (key != null) {
                String text = label.apply(event);
                labels.putIfAbsent(key, text == null ? key : text);
                counts.merge(key, 1, Integer::sum);
            }
        }
        if (!filter.value(name).isEmpty()) {
            labels.putIfAbsent(filter.value(name), unmet(name, filter.value(name), frame));
        }
        Map<String, Choice> sorted = new TreeMap<>();
        labels.forEach((key, text) -> sorted.put(
                Letters.fold(text) + " " + key,
                new Choice(key, text, counts.getOrDefault(key, 0), key.equals(filter.value(name)))));
        return new Facet(name, frame.t("filter." + name), List.copyOf(sorted.values()));
    }

    /** The label of a chosen value that no event has. */
    private static String unmet(String name, String value, Frame frame) {
        List<Term> terms = switch (name) {
            case "format" -> List.of(EventFormat.values());
            case "mode" -> List.of(Mode.values());
            default -> List.of();
        };
        return terms.stream()
                .filter(term -> term.code().equals(value))
                .map(term -> word(term, frame))
                .findFirst()
                .orElse(value);
    }

    private static List<Chip> chips(Filter filter, List<Facet> facets, String here, Frame frame) {
        List<Chip> chips = new ArrayList<>();
        filter.values().forEach((name, value) -> {
            String shown = facets.stream()
                    .filter(facet -> facet.name().equals(name))
                    .flatMap(facet -> facet.choices().stream())
                    .filter(Choice::chosen)
                    .map(Choice::label)
                    .findFirst()
                    .orElse(value);
            chips.add(new Chip(
                    frame.t("chip." + name, shown), here + filter.without(name).query(1)));
        });
        return chips;
    }

    private static List<Step> steps(Filter filter, String here, int page, int pages) {
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i <= pages; i++) {
            if (i == 1 || i == pages || Math.abs(i - page) <= AROUND) {
                steps.add(new Step(Integer.toString(i), here + filter.query(i), i == page));
            } else if (Math.abs(i - page) == AROUND + 1) {
                steps.add(new Step("…", null, false));
            }
        }
        return steps;
    }

    /** Out of an empty page: the filter whose removal shows most. */
    private static @Nullable Chip wayOut(Snapshot snapshot, List<Listed> all, Filter filter, String here, Frame frame) {
        Chip best = null;
        int most = 0;
        for (String name : filter.values().keySet()) {
            int shown = filter.without(name).apply(snapshot, all).size();
            if (shown > most) {
                most = shown;
                best = new Chip(
                        frame.t("empty.without." + name, frame.count(shown, "event")),
                        here + filter.without(name).query(1));
            }
        }
        return best;
    }
}
