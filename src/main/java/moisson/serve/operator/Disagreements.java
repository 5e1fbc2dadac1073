package moisson.serve.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import moisson.event.Ground;
import moisson.event.Plural;
import moisson.event.PublishedEvent;
import moisson.publish.Library;
import moisson.publish.format.Column;
import moisson.publish.format.Columns;
import moisson.serve.http.Ask;
import moisson.serve.http.Reply;
import moisson.serve.http.Route;
import moisson.serve.view.Site;
import org.jspecify.annotations.Nullable;

/** The published events whose records contradict each other on what sends a visitor to the wrong place or hour. */
public final class Disagreements {
    private static final String PATH = "/operateur/desaccords";
    private static final int LINES = 100;
    /** Of the place its commune, as an address can be written in many right ways. */
    private static final Map<String, String> GRAVE =
            Map.of("debut", "jour et heure", "code_commune", "commune", "statut", "statut");

    private final Site site;
    private final Library library;
    private final Lock lock;

    /** An event, and the columns on which its records differ, with the ground on which one was believed. */
    public record Line(String id, String title, int records, List<String> columns) {}

    /** The page. */
    public record Model(
            String sentence,
            List<Line> lines,
            @Nullable String before,
            @Nullable String after) {}

    Disagreements(Site site, Library library, Lock lock) {
        this.site = site;
        this.library = library;
        this.lock = lock;
    }

    Route route() {
        return Route.get(PATH, lock.behind(this::page));
    }

    /** For the dashboard. */
    String sentence() {
        return sentence(all().size());
    }

    private static String sentence(int count) {
        return count == 0
                ? "Aucun désaccord sur un jour, une commune ou un statut."
                : Plural.of(count, "événement")
                        + " dont les fiches se contredisent sur le jour, la commune ou le statut.";
    }

    private Reply page(Ask ask) {
        int from = ReviewPages.from(ask);
        List<PublishedEvent> all = all();
        List<Line> lines =
                all.stream().skip(from).limit(LINES).map(Disagreements::line).toList();
        return site.passing(
                "disagreements",
                DashboardFrame.of(site, PATH, "Désaccords entre fiches"),
                new Model(
                        sentence(all.size()),
                        lines,
                        from == 0 ? null : PATH + "?de=" + Math.max(0, from - LINES),
                        all.size() > from + LINES ? PATH + "?de=" + (from + LINES) : null));
    }

    private List<PublishedEvent> all() {
        return library.current().map(version -> version.events()).orElse(List.of()).stream()
                .filter(event -> GRAVE.keySet().stream().anyMatch(column -> isDisputed(event, column)))
                .toList();
    }

    private static boolean isDisputed(PublishedEvent event, String column) {
        Ground ground = event.grounds().get(column);
        return ground != null && ground.isConflict();
    }

    private static Line line(PublishedEvent event) {
        List<String> columns = new ArrayList<>();
        for (Column column : Columns.ALL) {
            Ground ground = event.grounds().get(column.name());
            String named = GRAVE.get(column.name());
            if (named != null && ground != null && ground.isConflict()) {
                columns.add(named + "\u202f: " + ground.french());
            }
        }
        return new Line(event.id(), event.event().title(), event.members().size(), columns);
    }
}
