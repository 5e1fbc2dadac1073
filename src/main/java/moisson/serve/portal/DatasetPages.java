package moisson.serve.portal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import moisson.publish.quality.Dimension;
import moisson.publish.quality.Metric;
import moisson.publish.quality.Score;
import moisson.serve.http.Ask;
import moisson.serve.http.Refusal;
import moisson.serve.http.Reply;
import moisson.serve.http.Route;
import moisson.serve.resource.GraphForm;
import moisson.serve.resource.ResourcePages;
import moisson.serve.view.Frame;
import moisson.serve.view.Site;
import moisson.serve.view.Words;
import org.jspecify.annotations.Nullable;

/** One dataset: its files, and how good its description is. What the catalogue calls the access to its distributions. */
public final class DatasetPages {
    private final Site site;
    private final Supplier<Optional<Snapshot>> current;

    /**
     * The page of a dataset.
     *
     * @param quality null for a version from before it was measured
     */
    public record Model(
            String description,
            List<DataPages.Row> rows,
            @Nullable Quality quality,
            String jsonLd) {}

    /**
     * The points of a dataset by the method of data.europa.eu.
     *
     * @param mean true when they are the mean of all datasets
     */
    public record Quality(String total, int most, boolean mean, List<Part> parts) {}

    /** One dimension of the method. */
    public record Part(String name, String points, int most, List<Line> lines) {}

    /** One metric of the method. */
    public record Line(String what, String property, String points, int most, boolean whole) {}

    public DatasetPages(Site site, Supplier<Optional<Snapshot>> current) {
        this.site = site;
        this.current = current;
    }

    /** To come before the routes of files: names of datasets have no dot. */
    public List<Route> routes() {
        return List.of(Route.page("/donnees/([a-z]+(?:-[a-z]+)*(?:-\\d{4})?)", this::dataset));
    }

    private Reply dataset(Ask ask) {
        Snapshot snapshot = current.get()
                .orElseThrow(() -> new Refusal(503, "Rien n’est encore publié. La première moisson est en cours."));
        String name = ask.part(0);
        List<Download> files = snapshot.downloads().stream()
                .filter(file -> file.dataset().equals(name))
                .toList();
        if (files.isEmpty()) {
            throw new Refusal(404, "Cette version n’a pas de jeu de données de ce nom.");
        }
        String iri = snapshot.base() + "/donnees/" + name;
        if (!ask.english() && ResourcePages.liked(ask).isPresent()) {
            return GraphForm.liked(ask, snapshot.resources().about(iri));
        }
        DatasetMarkup markup = new DatasetMarkup(snapshot.base());
        Optional<DatasetMarkup.Told> told = markup.told(snapshot, name);
        String title = told.map(DatasetMarkup.Told::title)
                .or(() -> Words.in(ask.english()).find("data.name." + name))
                .orElse(name);
        Frame frame = site.titled(ask, title);
        frame = frame.under(frame.t("data.title"), "/donnees");
        Model model = new Model(
                told.map(DatasetMarkup.Told::description).orElse(DataPages.about(files.getFirst(), frame)),
                rows(files, frame),
                quality(snapshot.quality(), iri, frame),
                markup.of(snapshot, name));
        return site.page("dataset", frame, model).with("Vary", "Accept");
    }

    private static List<DataPages.Row> rows(List<Download> files, Frame frame) {
        Map<String, Download> compressed = new HashMap<>();
        files.stream().filter(Download::compressed).forEach(file -> compressed.put(file.path(), file));
        return files.stream()
                .filter(file -> !file.compressed())
                .map(file -> DataPages.row(file, compressed.get(file.path() + ".gz"), frame))
                .toList();
    }

    private static @Nullable Quality quality(Score score, String iri, Frame frame) {
        if (score.datasets().isEmpty()) {
            return null;
        }
        Optional<Score.OfDataset> own = score.find(iri);
        Score.OfDataset dataset = own.orElseGet(() -> score.mean(iri));
        List<Part> parts = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            List<Line> lines = new ArrayList<>();
            BigDecimal sum = BigDecimal.ZERO;
            for (Metric metric : Metric.values()) {
                if (metric.dimension() == dimension) {
                    BigDecimal points = dataset.points(metric);
                    sum = sum.add(points);
                    lines.add(new Line(
                            frame.english() ? metric.english() : metric.french(),
                            metric.property(),
                            frame.words().decimal(points),
                            metric.points(),
                            points.compareTo(BigDecimal.valueOf(metric.points())) == 0));
                }
            }
            parts.add(new Part(
                    frame.english() ? dimension.english() : dimension.french(),
                    frame.words().decimal(sum),
                    Metric.points(dimension),
                    lines));
        }
        return new Quality(frame.words().decimal(dataset.total()), Metric.MOST, own.isEmpty(), parts);
    }
}
