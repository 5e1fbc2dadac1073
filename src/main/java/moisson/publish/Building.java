package moisson.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import moisson.event.Edition;
import moisson.event.PublishedEvent;
import moisson.publish.format.DatasetWriters;
import moisson.publish.format.FigureFiles;
import moisson.publish.format.OriginFile;
import moisson.publish.graph.Catalogue;
import moisson.publish.graph.EventGraph;
import moisson.publish.graph.Iris;
import moisson.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/** Writes every file of a version but its manifest into a folder nobody looks at yet. */
final class Building {
    static final String EVENTS = "evenements";
    static final String FIGURES = "statistiques";
    static final String CATALOGUE = "catalogue";
    static final String ORIGINS = "origines";

    private final Path folder;
    private final PublisherSettings settings;
    private final List<Edition> editions;
    private final Statistics statistics;
    private final List<Manifest.Entry> files = new ArrayList<>();

    Building(Path folder, PublisherSettings settings, List<Edition> editions, Statistics statistics) {
        this.folder = folder;
        this.settings = settings;
        this.editions =
                editions.stream().sorted(Comparator.comparingInt(Edition::year)).toList();
        this.statistics = statistics;
    }

    /** @param events in the order of the files */
    List<Manifest.Entry> write(List<PublishedEvent> events) throws IOException {
        List<Edition> held = editions.stream()
                .filter(edition -> events.stream().anyMatch(of(edition)))
                .toList();
        List<EditionFigures> figures = new ArrayList<>();
        for (Edition edition : held) {
            events(edition.year(), events.stream().filter(of(edition)).toList());
            EditionFigures own = new EditionFigures(edition.year(), statistics.of(edition, events));
            figures(edition.year(), List.of(own));
            figures.add(own);
        }
        events(null, events);
        figures.add(new EditionFigures(null, statistics.of(null, events)));
        figures(null, figures);
        origins(events);
        catalogue(events);
        return List.copyOf(files);
    }

    private void events(@Nullable Integer edition, List<PublishedEvent> events) throws IOException {
        Dataset dataset = new Dataset(name(EVENTS, edition), events);
        for (DatasetWriter writer : DatasetWriters.all(new EventGraph(new Iris(settings.base()), editions))) {
            String path = dataset.name() + "." + writer.extension();
            SummedFile file = SummedFile.create(folder.resolve(path));
            try (file) {
                writer.write(dataset, file);
            }
            add(path, writer.mediaType(), file, dataset.name(), edition, events.size());
        }
    }

    private void figures(@Nullable Integer edition, List<EditionFigures> figures) throws IOException {
        String name = name(FIGURES, edition);
        int rows = figures.stream().mapToInt(sheet -> sheet.figures().size()).sum();
        SummedFile csv = SummedFile.create(folder.resolve(name + ".csv"));
        try (csv) {
            FigureFiles.csv(figures, csv);
        }
        add(name + ".csv", "text/csv", csv, name, edition, rows);
        SummedFile json = SummedFile.create(folder.resolve(name + ".json"));
        try (json) {
            FigureFiles.json(name, statistics.definitions(), figures, json);
        }
        add(name + ".json", "application/json", json, name, edition, rows);
    }

    private void origins(List<PublishedEvent> events) throws IOException {
        SummedFile file = SummedFile.create(folder.resolve(OriginFile.NAME));
        try (file) {
            OriginFile.write(events, file);
        }
        add(OriginFile.NAME, "application/jsonl", file, ORIGINS, null, events.size());
    }

    private void catalogue(List<PublishedEvent> events) throws IOException {
        Catalogue catalogue = new Catalogue(settings, editions, files, events);
        SummedFile turtle = SummedFile.create(folder.resolve("catalogue.ttl"));
        try (turtle) {
            catalogue.turtle(turtle);
        }
        SummedFile jsonLd = SummedFile.create(folder.resolve("catalogue.jsonld"));
        try (jsonLd) {
            catalogue.jsonLd(jsonLd);
        }
        add("catalogue.ttl", "text/turtle", turtle, CATALOGUE, null, null);
        add("catalogue.jsonld", "application/ld+json", jsonLd, CATALOGUE, null, null);
    }

    private void add(
            String path,
            String mediaType,
            SummedFile file,
            String dataset,
            @Nullable Integer edition,
            @Nullable Integer rows)
            throws IOException {
        long size = Files.size(folder.resolve(path));
        files.add(new Manifest.Entry(path, mediaType, size, file.sum(), dataset, edition, rows));
    }

    static String name(String dataset, @Nullable Integer edition) {
        return edition == null ? dataset : dataset + "-" + edition;
    }

    private static Predicate<PublishedEvent> of(Edition edition) {
        return event -> event.edition() == edition.year();
    }
}
