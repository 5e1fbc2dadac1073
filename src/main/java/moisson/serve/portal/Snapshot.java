package moisson.serve.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import moisson.event.Edition;
import moisson.event.Event;
import moisson.event.Publication;
import moisson.event.PublishedEvent;
import moisson.publish.History;
import moisson.publish.Version;
import moisson.publish.quality.Score;
import moisson.statistics.Figure;
import org.apache.jena.sparql.core.DatasetGraph;

/** One published version as pages need it; one request sees one of them from start to end. */
public final class Snapshot {
    private final Bundle bundle;
    private final List<Edition> editions;
    private final List<PublishedEvent> events;
    private final Map<String, PublishedEvent> byId;
    private final Map<String, String> folded;
    private final IntFunction<List<Figure>> figures;
    private final DatasetGraph graph;
    private final Score quality;
    private final Supplier<History> history;

    public static Snapshot of(Version version, List<Edition> editions) {
        return new Snapshot(
                Bundle.of(version.manifest(), version.folder()),
                editions,
                version.events(),
                version::figures,
                version.graph(),
                version.quality(),
                version::history);
    }

    /**
     * @param figures of an edition, by its year
     * @param quality of the catalogue
     */
    public Snapshot(
            Bundle bundle,
            List<Edition> editions,
            List<PublishedEvent> events,
            IntFunction<List<Figure>> figures,
            DatasetGraph graph,
            Score quality,
            Supplier<History> history) {
        this.history = history;
        this.bundle = bundle;
        this.editions = List.copyOf(editions);
        this.events = List.copyOf(events);
        this.figures = figures;
        this.graph = graph;
        this.quality = quality;
        this.byId = new LinkedHashMap<>();
        this.folded = new LinkedHashMap<>();
        for (PublishedEvent event : events) {
            byId.put(event.id(), event);
            folded.put(event.id(), Letters.fold(searchable(event.event())));
        }
    }

    private static String searchable(Event event) {
        return String.join(
                " ",
                Stream.of(
                                Stream.of(event.title()),
                                Stream.ofNullable(event.wording().summary()),
                                Stream.ofNullable(event.wording().description()),
                                event.hosts().organisers().stream(),
                                event.access().themes().stream(),
                                Stream.ofNullable(event.place().venue()),
                                Stream.ofNullable(event.place().commune()),
                                Stream.ofNullable(event.place().department()),
                                Stream.of(event.kind().format().french()))
                        .flatMap(words -> words)
                        .toList());
    }

    public Publication publication() {
        return bundle.publication();
    }

    Bundle bundle() {
        return bundle;
    }

    /** Those with events, the latest first. */
    List<Edition> editions() {
        return editions.stream()
                .filter(edition -> events.stream().anyMatch(event -> event.edition() == edition.year()))
                .sorted((one, other) -> Integer.compare(other.year(), one.year()))
                .toList();
    }

    Optional<Edition> edition(int year) {
        return editions.stream().filter(edition -> edition.year() == year).findFirst();
    }

    List<PublishedEvent> events() {
        return events;
    }

    List<PublishedEvent> events(int year) {
        return events.stream().filter(event -> event.edition() == year).toList();
    }

    Optional<PublishedEvent> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** True when the event tells of every one of these folded words. */
    boolean tells(PublishedEvent event, String[] words) {
        String text = folded.getOrDefault(event.id(), "");
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    List<Download> downloads() {
        return bundle.downloads();
    }

    List<Figure> figures(int year) {
        return figures.apply(year);
    }

    Score quality() {
        return quality;
    }

    /** What became of every event up to this version. */
    History history() {
        return history.get();
    }

    public DatasetGraph graph() {
        return graph;
    }
}
