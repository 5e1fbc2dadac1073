package moisson.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import moisson.event.Cluster;
import moisson.event.Event;
import org.junit.jupiter.api.Test;

/** Versions against a real database and a real disk. */
class PublisherTest extends PublishingForTest {
    @Test
    void theFirstVersionHoldsEveryEventOfAnEdition() {
        Outcome outcome = publisher().publish(MONDAY);
        assertThat(outcome.reason()).isNull();
        assertThat(outcome.state()).isEqualTo(Outcome.State.PUBLISHED);
        assertThat(outcome.unplaced()).isEqualTo(1);
        assertThat(outcome.changes())
                .containsExactly(
                        new Outcome.Change("evenements-2019", 1, 1, 0, 0),
                        new Outcome.Change("evenements-2020", 2, 2, 0, 0),
                        new Outcome.Change("evenements", 3, 3, 0, 0));
        Version version = library.current().orElseThrow();
        assertThat(version.number()).isEqualTo(1);
        assertThat(version.events()).extracting("id").containsExactly("zz1", "bb2", "dd4");
        assertThat(version.event("bb2").orElseThrow().sources()).containsExactly("source-a", "source-b");
        assertThat(version.event("bb2").orElseThrow().publishedAt()).isEqualTo("2021-01-04T06:00:00Z");
        assertThat(version.editions()).containsExactly(2019, 2020);
        assertThat(version.figures(2020)).isNotEmpty();
        assertThat(version.graph().getDefaultGraph().isEmpty()).isFalse();
        assertThat(version.manifest().files()).extracting("path").contains("evenements-2019.csv", "statistiques.json");
    }

    @Test
    void nothingChangedMakesNoNewVersion() throws IOException {
        publisher().publish(MONDAY);
        Outcome again = publisher().publish(TUESDAY);
        assertThat(again.state()).isEqualTo(Outcome.State.UNCHANGED);
        assertThat(children()).containsExactly("1", "journal");
    }

    @Test
    void onlyAChangedEventGetsANewInstant() {
        publisher().publish(MONDAY);
        keep(EventForTest.podcast("source-a", "3", 2019));
        Outcome outcome = publisher().publish(TUESDAY);
        assertThat(outcome.changes())
                .containsExactly(
                        new Outcome.Change("evenements-2019", 2, 1, 0, 0),
                        new Outcome.Change("evenements-2020", 1, 0, 0, 1),
                        new Outcome.Change("evenements", 3, 0, 1, 0));
        Version version = library.current().orElseThrow();
        assertThat(version.event("dd4").orElseThrow().publishedAt()).isEqualTo("2021-01-04T06:00:00Z");
        assertThat(version.event("dd4").orElseThrow().modifiedAt()).isEqualTo(TUESDAY);
        assertThat(version.event("bb2").orElseThrow().modifiedAt()).isEqualTo("2021-01-04T06:00:00Z");
    }

    @Test
    void aRemovedRecordLeavesTheNextVersionAndStaysInTheOld() throws IOException {
        publisher().publish(MONDAY);
        Version old = library.current().orElseThrow();
        store.inTransaction(tables -> {
            tables.records().remove("source-a", List.of("3"), TUESDAY, "retirée");
            return true;
        });
        Outcome outcome = publisher().publish(TUESDAY);
        assertThat(outcome.changes().getLast()).isEqualTo(new Outcome.Change("evenements", 2, 0, 0, 1));
        assertThat(library.current().orElseThrow().event("dd4")).isEmpty();
        assertThat(old.event("dd4")).isPresent();
        assertThat(library.version(1).orElseThrow().events()).isEqualTo(old.events());
    }

    @Test
    void theChangesOfEveryVersionArePublishedFromOneLedger() throws IOException {
        publisher().publish(MONDAY);
        keep(EventForTest.workshop("source-a", "1", "Atelier rebaptisé", 2020));
        store.inTransaction(tables -> {
            tables.records().remove("source-a", List.of("3"), TUESDAY, "retirée");
            return true;
        });
        publisher().publish(TUESDAY);
        List<String> changes = Files.readAllLines(settings().folder().resolve("2/changements.csv"));
        assertThat(changes)
                .startsWith(
                        "version,instant,id,edition,changement,colonnes,remplace_par",
                        "1,2021-01-04T06:00:00Z,bb2,2020,ajout,,",
                        "1,2021-01-04T06:00:00Z,dd4,2020,ajout,,",
                        "1,2021-01-04T06:00:00Z,zz1,2019,ajout,,")
                .endsWith("2,2021-01-05T06:00:00Z,dd4,2020,retrait,,");
        assertThat(changes.get(4)).isEqualTo("2,2021-01-05T06:00:00Z,bb2,2020,modification,titre,");
        assertThat(Files.readAllLines(settings().folder().resolve("2/changements-2019.csv")))
                .hasSize(2);
    }

    @Test
    void aStoreWithoutEventsIsNotPublished() {
        store.inTransaction(tables -> {
            tables.clusters().replace(List.of(), List.of(), Map.of(), List.of());
            return true;
        });
        Outcome outcome = publisher().publish(MONDAY);
        assertThat(outcome.state()).isEqualTo(Outcome.State.HELD);
        assertThat(outcome.reason()).contains("aucun événement");
        assertThat(library.current()).isEmpty();
    }

    @Test
    void aVersionThatLosesTooMuchIsHeldUntilAPersonSaysYes() {
        Event[] many = IntStream.range(0, 40)
                .mapToObj(i -> EventForTest.workshop("source-c", "m" + i))
                .toArray(Event[]::new);
        keep(many);
        cluster(Arrays.stream(many)
                .map(event -> new Cluster("m" + event.id().key(), List.of(event.id())))
                .toArray(Cluster[]::new));
        assertThat(publisher().publish(MONDAY).state()).isEqualTo(Outcome.State.PUBLISHED);
        store.inTransaction(tables -> {
            List<String> lost =
                    Arrays.stream(many).limit(12).map(event -> event.id().key()).toList();
            tables.records().remove("source-c", lost, TUESDAY, "retirée");
            return true;
        });
        Outcome held = publisher().publish(TUESDAY);
        assertThat(held.state()).isEqualTo(Outcome.State.HELD);
        assertThat(held.reason()).contains("evenements-2020 perdrait 12 événements sur 40");
        assertThat(held.changes().getLast()).isEqualTo(new Outcome.Change("evenements", 28, 0, 0, 12));
        assertThat(library.current().orElseThrow().number()).isEqualTo(1);
        assertThat(publisher().publish(TUESDAY, true).state()).isEqualTo(Outcome.State.PUBLISHED);
        assertThat(library.current().orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void whatAKilledProcessLeftIsReplaced() throws IOException {
        Files.createDirectories(settings().folder().resolve(".building-1"));
        Files.createDirectories(settings().folder().resolve("1"));
        Files.writeString(settings().folder().resolve("1/evenements.csv"), "à moitié");
        assertThat(publisher().publish(MONDAY).state()).isEqualTo(Outcome.State.PUBLISHED);
        assertThat(children()).contains("1").noneMatch(name -> name.startsWith(".building"));
        assertThat(children()).as("kept for whoever may need it").anyMatch(name -> name.startsWith(".aside-1-"));
        assertThat(library.open(library.current().orElseThrow().publication())).isEmpty();
        keep(EventForTest.podcast("source-a", "3", 2019));
        assertThat(publisher().publish(TUESDAY).state()).isEqualTo(Outcome.State.PUBLISHED);
        assertThat(children())
                .as("until the version that took its place has been recorded")
                .noneMatch(name -> name.startsWith(".aside"));
    }

    @Test
    void aLostDatabaseDoesNotWriteOverVersionsThePublicKnows() throws IOException {
        Files.createDirectories(settings().folder().resolve("1"));
        Files.createDirectories(settings().folder().resolve("2"));
        Outcome outcome = publisher().publish(MONDAY);
        assertThat(outcome.state()).isEqualTo(Outcome.State.HELD);
        assertThat(outcome.reason()).contains("[1, 2]");
    }

    @Test
    void aDiskThatRefusesHoldsTheVersionAndKeepsTheOld() throws IOException {
        publisher().publish(MONDAY);
        keep(EventForTest.podcast("source-a", "3", 2019));
        Path file = Files.writeString(home.resolve("fichier"), "pas un dossier");
        PublisherSettings broken = new PublisherSettings(
                file.resolve("publications"), settings().base(), "Moisson", "contact@moisson.example");
        Outcome outcome =
                new Publisher(store, statistics(), () -> EventForTest.EDITIONS, broken, library).publish(TUESDAY);
        assertThat(outcome.state()).isEqualTo(Outcome.State.HELD);
        assertThat(outcome.reason()).contains("disque");
        assertThat(library.current().orElseThrow().number()).isEqualTo(1);
    }

    @Test
    void aCatalogueThatDoesNotKeepToDcatApHoldsTheVersionWhoeverAcceptsIt() {
        PublisherSettings nameless =
                new PublisherSettings(settings().folder(), settings().base(), "", "contact@moisson.example");
        Outcome held = new Publisher(store, statistics(), () -> EventForTest.EDITIONS, nameless, library)
                .publish(MONDAY, true);
        assertThat(held.state()).isEqualTo(Outcome.State.HELD);
        assertThat(held.reason())
                .contains(
                        "ne respecte pas DCAT-AP", "donnees#contact, vcard:fn", "un autre défaut", "moisson.publisher");
        assertThat(library.current()).isEmpty();
    }

    @Test
    void afterARestartTheLatestVersionIsOpenedAsItWas() throws IOException {
        publisher().publish(MONDAY);
        Version before = library.current().orElseThrow();
        Library restarted = new Library(settings());
        assertThat(restarted.open(before.publication())).isEmpty();
        Version after = restarted.current().orElseThrow();
        assertThat(after.events()).isEqualTo(before.events());
        assertThat(after.figures(null)).isEqualTo(before.figures(null));
        assertThat(after.manifest()).isEqualTo(before.manifest());
    }

    @Test
    void aDamagedVersionIsToldAndRepairedByTheNextPublication() throws IOException {
        publisher().publish(MONDAY);
        Path csv = settings().folder().resolve("1/evenements.csv");
        Files.writeString(csv, "abîmé");
        library = new Library(settings());
        assertThat(library.open(publication()))
                .containsExactly("Le fichier evenements.csv n’a plus la somme de son manifeste.");
        assertThat(library.current()).isEmpty();
        assertThat(publisher().publish(TUESDAY).state()).isEqualTo(Outcome.State.UNCHANGED);
        assertThat(library.current().orElseThrow().number()).isEqualTo(1);
        assertThat(Files.readString(csv)).startsWith("id,");
    }

    private moisson.event.Publication publication() {
        return store.inTransaction(tables -> tables.publications().latest()).orElseThrow();
    }

    private List<String> children() throws IOException {
        try (var children = Files.list(settings().folder())) {
            return children.map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
