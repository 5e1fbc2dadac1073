package moisson.serve.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import moisson.event.Publication;
import moisson.publish.quality.Metric;
import moisson.serve.http.Ask;
import moisson.serve.http.Refusal;
import moisson.serve.http.Reply;
import moisson.serve.http.Route;
import moisson.serve.resource.GraphForm;
import moisson.serve.resource.ResourcePages;
import moisson.serve.view.Frame;
import moisson.serve.view.Site;
import org.jspecify.annotations.Nullable;

/** The datasets and their files, at an address of the current version and at one that never changes. */
public final class DataPages {
    private final Site site;
    private final Supplier<Optional<Snapshot>> current;
    private final Function<Integer, Optional<Bundle>> version;

    /** Files that belong together. */
    public record Shelf(String title, List<Row> rows) {}

    /**
     * One file in the table.
     *
     * @param gzip address of its compressed copy; null without one
     */
    public record Row(
            String href,
            String label,
            String description,
            String format,
            String size,
            String sha256,
            String rows,
            @Nullable String gzip,
            @Nullable String gzipSize,
            @Nullable String gzipSha256) {}

    /** The page of the datasets. */
    public record Datasets(
            int version,
            String published,
            String hash,
            int events,
            @Nullable String points,
            List<Shelf> shelves,
            String jsonLd) {}

    /** @param version an earlier version by its number, when its files are still kept */
    public DataPages(Site site, Supplier<Optional<Snapshot>> current, Function<Integer, Optional<Bundle>> version) {
        this.site = site;
        this.current = current;
        this.version = version;
    }

    public List<Route> routes() {
        return List.of(
                Route.page("/donnees", this::datasets),
                Route.get("/donnees/versions/(\\d{1,9})/([A-Za-z0-9._/-]{1,200})", this::versioned),
                Route.get("/donnees/([A-Za-z0-9._/-]{1,200})", this::latest));
    }

    private Reply datasets(Ask ask) {
        Snapshot snapshot = snapshot();
        if (!ask.english() && ResourcePages.liked(ask).isPresent()) {
            return GraphForm.liked(ask, snapshot.resources().about(snapshot.base() + "/donnees"));
        }
        Publication publication = snapshot.publication();
        Frame frame = site.frame(ask, "data.title");
        Map<String, List<Row>> shelves = new LinkedHashMap<>();
        List<Download> sorted = snapshot.downloads().stream()
                .sorted(Comparator.comparingInt(file -> file.edition() == null ? Integer.MIN_VALUE : -file.edition()))
                .toList();
        Map<String, Download> compressed = new HashMap<>();
        sorted.stream().filter(Download::compressed).forEach(file -> compressed.put(file.path(), file));
        for (Download file : sorted.stream().filter(file -> !file.compressed()).toList()) {
            String shelf = file.edition() == null
                    ? frame.t("data.all")
                    : snapshot.edition(file.edition())
                            .map(edition -> edition.name())
                            .orElse(Integer.toString(file.edition()));
            shelves.computeIfAbsent(shelf, unknown -> new ArrayList<>())
                    .add(row(file, compressed.get(file.path() + ".gz"), frame));
        }
        Datasets model = new Datasets(
                publication.number(),
                frame.dates().instant(publication.at()),
                publication.contentHash(),
                publication.events(),
                snapshot.quality().datasets().isEmpty()
                        ? null
                        : frame.t(
                                "quality.of",
                                frame.words().decimal(snapshot.quality().total()),
                                frame.words().number(Metric.MOST)),
                shelves.entrySet().stream()
                        .map(entry -> new Shelf(entry.getKey(), entry.getValue()))
                        .toList(),
                new DatasetMarkup(snapshot.base()).of(snapshot));
        return site.page("datasets", frame, model).with("Vary", "Accept");
    }

    static Row row(Download file, @Nullable Download compressed, Frame frame) {
        return new Row(
                "/donnees/" + file.path(),
                file.path(),
                describedAs(file, frame),
                file.format(),
                frame.words().size(file.bytes()),
                file.sha256(),
                file.rows() == null ? "–" : frame.words().number(file.rows()),
                compressed == null ? null : "/donnees/" + compressed.path(),
                compressed == null ? null : frame.words().size(compressed.bytes()),
                compressed == null ? null : compressed.sha256());
    }

    /** What the file tells, then what its format is good for. */
    private static String describedAs(Download file, Frame frame) {
        String subject = about(file, frame);
        return frame.words()
                .find("data.kind." + file.kind())
                .map(kind -> subject + " " + kind)
                .orElse(subject);
    }

    /** What the dataset of a file tells. */
    static String about(Download file, Frame frame) {
        return frame.words().find("data.about." + file.subject()).orElse(file.dataset());
    }

    private Reply latest(Ask ask) {
        Snapshot snapshot = snapshot();
        return file(snapshot.bundle(), ask.part(0))
                .with(
                        "Content-Location",
                        "/donnees/versions/" + snapshot.publication().number() + "/" + ask.part(0));
    }

    private Reply versioned(Ask ask) {
        int number = Integer.parseInt(ask.part(0));
        Bundle bundle = current.get()
                .map(Snapshot::bundle)
                .filter(now -> now.publication().number() == number)
                .or(() -> version.apply(number))
                .orElseThrow(() -> new Refusal(404, "La version " + number + " n’existe pas."));
        return file(bundle, ask.part(1)).with("Cache-Control", "public, max-age=31536000, immutable");
    }

    /** Only what the manifest names is ever opened; the catalogue also writes the dataset before the file. */
    private static Reply file(Bundle bundle, String path) {
        Download file = bundle.downloads().stream()
                .filter(entry -> entry.path().equals(path) || path.equals(entry.dataset() + "/" + entry.path()))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "Cette version n’a pas de fichier de ce nom."));
        String edition = file.edition() == null || file.name().contains(Integer.toString(file.edition()))
                ? ""
                : file.edition() + "-";
        return Reply.file(
                        file.file(),
                        charset(file.mediaType()),
                        file.sha256(),
                        bundle.publication().at())
                .with("Content-Disposition", "attachment; filename=\"moisson-" + edition + file.name() + "\"")
                .with("Access-Control-Allow-Origin", "*");
    }

    private static String charset(String mediaType) {
        boolean said = mediaType.contains("charset") || !mediaType.matches("text/.*|application/(n-triples|x-ndjson)");
        return said ? mediaType : mediaType + "; charset=utf-8";
    }

    private Snapshot snapshot() {
        return current.get()
                .orElseThrow(() -> new Refusal(503, "Rien n’est encore publié. La première moisson est en cours."));
    }
}
