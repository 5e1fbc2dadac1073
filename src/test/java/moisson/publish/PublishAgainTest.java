package moisson.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import moisson.event.Cluster;
import moisson.event.Edition;
import moisson.event.EventId;
import moisson.publish.merge.Topic;
import moisson.publish.merge.Trust;
import moisson.store.Store;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.Test;

/** What a second publication does not make again, and that nobody can tell. */
class PublishAgainTest extends PublishingForTest {
    @Test
    void nothingIsBuiltWhenNothingAVersionIsMadeOfHasChanged() throws IOException {
        Publisher publisher = publisher();
        publisher.publish(MONDAY);
        // Nothing can be built here any more.
        Files.createDirectories(settings().folder().resolve(".building-2"));
        Path witness = Files.writeString(settings().folder().resolve(".building-2/temoin"), "");
        Outcome again = publisher.publish(TUESDAY);
        assertThat(again.state()).isEqualTo(Outcome.State.UNCHANGED);
        assertThat(again.unplaced()).isEqualTo(1);
        assertThat(again.reason()).contains("aucun fichier n’a été réécrit");
        assertThat(witness).exists();
        keep(EventForTest.podcast("source-a", "3", 2019));
        assertThat(publisher.publish(TUESDAY).state()).isEqualTo(Outcome.State.PUBLISHED);
        assertThat(witness).doesNotExist();
        assertThat(publisher.publish(TUESDAY).reason()).contains("version 2", "aucun fichier");
    }

    @Test
    void whatOneEditionTakesOverIsByteForByteWhatWouldBeWrittenAgain() throws IOException {
        Publisher publisher = publisher();
        publisher.publish(MONDAY);
        store.close();
        Path other = home.resolveSibling(home.getFileName() + "-autre");
        PathUtils.copyDirectory(home, other);
        store = Store.open("jdbc:sqlite:" + home.resolve("moisson.db"), null, null);
        publisher = new Publisher(store, statistics(), () -> EventForTest.EDITIONS, settings(), library);
        assertThat(publisher.publish(TUESDAY).state()).isEqualTo(Outcome.State.UNCHANGED);
        keep(EventForTest.workshop("source-a", "1", "Atelier rebaptisé", 2020));
        assertThat(publisher.publish(TUESDAY).state()).isEqualTo(Outcome.State.PUBLISHED);
        assertThat(key("2/evenements-2019.csv")).isEqualTo(key("1/evenements-2019.csv"));
        assertThat(key("2/evenements-2020.csv")).isNotEqualTo(key("1/evenements-2020.csv"));
        store.close();
        Path built = home.resolve("publications/2");
        store = Store.open("jdbc:sqlite:" + other.resolve("moisson.db"), null, null);
        PublisherSettings there = PublisherSettings.example(other.resolve("publications"));
        Library fresh = new Library(there);
        assertThat(fresh.open(library.version(1).orElseThrow().publication())).isEmpty();
        keep(EventForTest.workshop("source-a", "1", "Atelier rebaptisé", 2020));
        new Publisher(store, statistics(), () -> EventForTest.EDITIONS, there, fresh).publish(TUESDAY);
        try (Stream<Path> files = Files.list(built)) {
            assertThat(files.toList())
                    .hasSizeGreaterThan(50)
                    .allSatisfy(file -> assertThat(file)
                            .hasSameBinaryContentAs(
                                    other.resolve("publications/2").resolve(file.getFileName())));
        }
        PathUtils.deleteDirectory(other);
    }

    private Object key(String file) throws IOException {
        return Files.readAttributes(settings().folder().resolve(file), BasicFileAttributes.class)
                .fileKey();
    }

    @Test
    void aDamagedFileIsNotTakenOver() throws IOException {
        Publisher publisher = publisher();
        publisher.publish(MONDAY);
        Path file = settings().folder().resolve("1/evenements-2019.json");
        String right = Files.readString(file);
        Files.writeString(file, right.replace('a', 'b'));
        keep(EventForTest.workshop("source-a", "1", "Atelier rebaptisé", 2020));
        assertThat(publisher.publish(TUESDAY).state()).isEqualTo(Outcome.State.PUBLISHED);
        assertThat(settings().folder().resolve("2/evenements-2019.json")).hasContent(right);
    }

    @Test
    void copiesThatAnotherJavaCompressedAreNotTakenForOurs() throws IOException {
        publisher().publish(MONDAY);
        Path folder = settings().folder().resolve("1");
        Path copy = folder.resolve("evenements-2019.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(copy))) {
            Files.copy(folder.resolve("evenements-2019.csv"), out);
        }
        Manifest manifest = ManifestFile.read(folder);
        Manifest.Entry other = manifest.find("evenements-2019.csv.gz").orElseThrow();
        List<Manifest.Entry> files = new ArrayList<>(manifest.files());
        files.set(
                files.indexOf(other),
                new Manifest.Entry(
                        other.path(),
                        other.mediaType(),
                        Files.size(copy),
                        SummedFile.sumOf(copy),
                        other.dataset(),
                        other.edition(),
                        other.rows()));
        try (OutputStream out = Files.newOutputStream(folder.resolve(ManifestFile.NAME))) {
            ManifestFile.write(new Manifest(manifest.publication(), files), out);
        }
        library = new Library(settings());
        assertThat(library.open(manifest.publication())).isEmpty();
        Publisher publisher = publisher();
        assertThat(publisher.publish(TUESDAY).state()).isEqualTo(Outcome.State.UNCHANGED);
        keep(EventForTest.workshop("source-a", "1", "Atelier rebaptisé", 2020));
        assertThat(publisher.publish(TUESDAY).reason()).isNull();
        assertThat(library.current().orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void aSourceThatIsTrustedMoreIsHeardAlthoughItsRecordsDidNotChange() throws IOException {
        keep(EventForTest.workshop("source-b", "1", "Titre de la source b", 2020));
        AtomicReference<Map<String, Trust>> trust = new AtomicReference<>(Map.of("source-a", high()));
        Publisher publisher = new Publisher(
                store, statistics(), () -> EventForTest.EDITIONS, trust::get, settings(), Bounds.DEFAULT, library);
        publisher.publish(MONDAY);
        String before = library.current()
                .orElseThrow()
                .event("bb2")
                .orElseThrow()
                .event()
                .title();
        trust.set(Map.of("source-b", high()));
        assertThat(publisher.publish(TUESDAY).state()).isEqualTo(Outcome.State.PUBLISHED);
        assertThat(library.current()
                        .orElseThrow()
                        .event("bb2")
                        .orElseThrow()
                        .event()
                        .title())
                .isNotEqualTo(before)
                .isEqualTo("Titre de la source b");
    }

    private static Trust high() {
        return new Trust(Map.of(Topic.TITLE, Trust.Level.HIGH));
    }

    @Test
    void anotherClusterOrEditionOrALostFileIsNoReasonToSkip() throws IOException {
        AtomicReference<List<Edition>> editions = new AtomicReference<>(EventForTest.EDITIONS);
        Publisher publisher = new Publisher(store, statistics(), editions::get, settings(), library);
        publisher.publish(MONDAY);
        editions.set(editions.get().reversed());
        assertThat(publisher.publish(TUESDAY).reason()).isNull();
        assertThat(publisher.publish(TUESDAY).reason()).isNotNull();
        Files.delete(settings().folder().resolve("1/evenements.csv"));
        assertThat(publisher.publish(TUESDAY).reason()).isNull();
        assertThat(settings().folder().resolve("1/evenements.csv")).exists();
        cluster(
                new Cluster("zz1", List.of(new EventId("source-b", "x"))),
                new Cluster("bb2", List.of(new EventId("source-b", "1"))),
                new Cluster("bb3", List.of(new EventId("source-a", "1"))),
                new Cluster("dd4", List.of(new EventId("source-a", "3"))));
        assertThat(publisher.publish(TUESDAY).state()).isEqualTo(Outcome.State.PUBLISHED);
    }
}
