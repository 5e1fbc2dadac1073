package moisson.serve.portal;

import java.util.List;
import java.util.Optional;
import moisson.event.Edition;
import moisson.event.Publication;
import moisson.event.PublishedEvent;
import moisson.publish.History;
import moisson.publish.Version;
import moisson.publish.quality.Score;
import moisson.serve.resource.Resources;
import moisson.statistics.Figure;
import org.apache.jena.sparql.core.DatasetGraph;

/** One published version as pages need it; one request sees one of them from start to end. */
public final class Snapshot {
    private final Version version;
    private final Bundle bundle;
    private final List<Edition> editions;
    private final Preparation<Listing> listing;
    /** The address that its graph names things by, without a final slash. */
    private final String base;

    private Snapshot(Version version, List<Edition> editions) {
        this.version = version;
        this.bundle = Bundle.of(version.manifest(), version.folder());
        this.editions = List.copyOf(editions);
        this.listing = new Preparation<>(
                () -> new Listing(version),
                "Le portail se prépare à montrer la version " + version.number() + "\u202f: réessayez dans un moment.");
        this.base = version.base().toString().replaceFirst("/$", "");
    }

    /** Can tell of each event and each file; lists wait for {@link #prepare}. */
    public static Snapshot of(Version version, List<Edition> editions) {
        return new Snapshot(version, editions);
    }

    public Publication publication() {
        return version.publication();
    }

    Bundle bundle() {
        return bundle;
    }

    /** Those with events, the latest first. */
    List<Edition> editions() {
        return editions.stream()
                .filter(edition -> version.editions().contains(edition.year()))
                .sorted((one, other) -> Integer.compare(other.year(), one.year()))
                .toList();
    }

    Optional<Edition> edition(int year) {
        return editions.stream().filter(edition -> edition.year() == year).findFirst();
    }

    /** In the order of the files; each may be read from a file when it is asked for. */
    List<PublishedEvent> events() {
        return version.events();
    }

    PublishedEvent event(Listed listed) {
        return version.events().get(listed.at());
    }

    Optional<PublishedEvent> find(String id) {
        return version.event(id);
    }

    /** Looks at every event of the version, which of a large one takes a while. Whoever comes second waits. */
    public void prepare() {
        listing.run();
        version.history();
    }

    /** Whether no page has to wait any more. */
    boolean ready() {
        return listing.ready();
    }

    /** Whether its lists can never be had. */
    public boolean failed() {
        return listing.failed();
    }

    Listing listing() {
        return listing.get();
    }

    List<Download> downloads() {
        return bundle.downloads();
    }

    List<Figure> figures(int year) {
        return version.figures(year);
    }

    Score quality() {
        return version.quality();
    }

    /** What became of every event up to this version. */
    History history() {
        return version.history();
    }

    /** What is said in its graph. */
    public Resources resources() {
        return new Resources(version.graph(), base());
    }

    String base() {
        return base;
    }

    DatasetGraph graph() {
        return version.graph();
    }
}
