package moisson.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import moisson.event.Event;
import moisson.event.Hosts;
import moisson.event.Place;
import moisson.event.Publication;
import moisson.event.PublishedEvent;
import moisson.publish.format.OriginFile;
import moisson.publish.graph.Provenance;
import moisson.statistics.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Of an edition in which few events changed, the others are taken over; nobody can tell, and nothing is hidden by it. */
class TakenOverTest {
    /** Made of stretches that can be taken over. */
    private static final List<String> FILES = List.of(
            "evenements-2020.csv",
            "evenements-2020.json",
            "evenements-2020.jsonl",
            "evenements-2020.geojson",
            "evenements-2020.ics",
            "evenements-2020.nt",
            "evenements-2020.ttl",
            "evenements-2020.jsonld",
            "origines.jsonl");

    private static final Publication SOME = new Publication(1, EventForTest.THEN, "", 60);

    @TempDir
    private Path home;

    private Earlier earlier;

    @BeforeEach
    void build() throws IOException {
        earlier = build("1", events("Atelier fictif"), Optional.empty());
    }

    @Test
    void whatIsTakenOverIsWhatWouldBeWrittenAgain() throws IOException {
        List<PublishedEvent> changed = events("Atelier rebaptisé");
        Earlier mixed = build("2", changed, Optional.of(earlier));
        build("3", changed, Optional.empty());
        assertThat(mixed.made().bodies().entrySet().stream()
                        .filter(file -> file.getValue().mixed())
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(FILES);
        try (Stream<Path> files = Files.list(home.resolve("2"))) {
            assertThat(files.toList())
                    .hasSizeGreaterThan(50)
                    .allSatisfy(file -> assertThat(file)
                            .hasSameBinaryContentAs(home.resolve("3").resolve(file.getFileName())));
        }
        assertThat(flaw(mixed)).isEmpty();
    }

    @Test
    void anEventThatIsGoneLeavesNoEventToCompareAndNoTrace() throws IOException {
        List<PublishedEvent> fewer = new ArrayList<>(events("Atelier fictif"));
        fewer.removeLast();
        Earlier mixed = build("2", fewer, Optional.of(earlier));
        build("3", fewer, Optional.empty());
        assertThat(home.resolve("2/evenements-2020.json"))
                .hasSameBinaryContentAs(home.resolve("3/evenements-2020.json"));
        assertThat(flaw(mixed)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void whatWasDamagedSinceIsWrittenAgain(String name) throws IOException {
        Path file = home.resolve("1").resolve(name);
        Files.writeString(file, Files.readString(file, UTF_8).replace("Atelier fictif 7", "Atelier factif 7"));
        Earlier mixed = build("2", events("Atelier rebaptisé"), Optional.of(earlier));
        assertThat(home.resolve("2").resolve(name)).content(UTF_8).doesNotContain("factif");
        assertThat(flaw(mixed)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void aCopyThatWasDamagedSinceIsCompressedAgain(String name) throws IOException {
        List<PublishedEvent> changed = events("Atelier rebaptisé");
        build("3", changed, Optional.empty());
        Path copy = home.resolve("1").resolve(name + ".gz");
        byte[] packed = Files.readAllBytes(copy);
        for (Body.Piece piece :
                Objects.requireNonNull(earlier.made().bodies().get(name)).pieces()) {
            packed[(int) piece.packedFrom() + 3] ^= 1;
        }
        Files.write(copy, packed);
        Earlier mixed = build("2", changed, Optional.of(earlier));
        assertThat(home.resolve("2").resolve(name + ".gz"))
                .hasSameBinaryContentAs(home.resolve("3").resolve(name + ".gz"));
        assertThat(flaw(mixed)).isEmpty();
    }

    @Test
    void piecesOfCopiesAreTakenOver() throws IOException {
        Earlier mixed = build("2", events("Atelier rebaptisé"), Optional.of(earlier));
        assertThat(mixed.made().bodies().get("evenements-2020.nt"))
                .satisfies(body -> assertThat(Objects.requireNonNull(body).pieces())
                        .extracting(Body.Piece::fresh)
                        .contains(true, false));
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void aNewEventThatIsNotToldAlikeIsTold(String name) throws IOException {
        Earlier mixed = build("2", events("Atelier rebaptisé"), Optional.of(earlier));
        assertThat(flaw(change(mixed, name, "Atelier rebaptisé", "Atelier debaptisé")))
                .isPresent();
    }

    @Test
    void whatEventsThatWereTakenOverMentionMustStillBeTold() throws IOException {
        Earlier mixed = build("2", events("Atelier rebaptisé"), Optional.of(earlier));
        Earlier changed = mixed;
        for (String format : List.of("nt", "ttl", "jsonld")) {
            for (String file : List.of("evenements", "evenements-2020")) {
                changed = change(changed, file + "." + format, told(format, "59350"), told(format, "00000"));
            }
        }
        assertThat(flaw(changed)).isPresent();
    }

    @Test
    void aVersionThatIsOpenedHoldsTheVeryEventsOfTheOneBeforeButThoseThatChanged() throws IOException {
        Map<ByteBuffer, List<PublishedEvent>> before = OriginFile.read(lines(events("Atelier fictif")), Map.of());
        List<PublishedEvent> changed = events("Atelier rebaptisé");
        List<PublishedEvent> opened = flat(OriginFile.read(lines(changed), before));
        assertThat(opened)
                .isEqualTo(flat(OriginFile.read(lines(changed), Map.of())))
                .isEqualTo(changed);
        Set<PublishedEvent> held = Collections.newSetFromMap(new IdentityHashMap<>());
        held.addAll(flat(before));
        assertThat(opened.stream().filter(held::contains)).hasSizeBetween(30, 59);
    }

    private static InputStream lines(List<PublishedEvent> events) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        OriginFile.write(events, lines);
        return new ByteArrayInputStream(lines.toByteArray());
    }

    private static List<PublishedEvent> flat(Map<ByteBuffer, List<PublishedEvent>> events) {
        return events.values().stream().flatMap(List::stream).toList();
    }

    /** How a commune begins to be told; those who mention it write it otherwise. */
    private static String told(String format, String code) {
        String iri = "http://id.insee.fr/geo/commune/" + code;
        return format.equals("jsonld") ? "\n,{\"@id\":\"" + iri : "\n<" + iri;
    }

    private Earlier build(String folder, List<PublishedEvent> events, Optional<Earlier> before) throws IOException {
        PublisherSettings settings = PublisherSettings.example(home);
        Path into = Files.createDirectory(home.resolve(folder));
        Building building = new Building(
                into,
                settings,
                EventForTest.EDITIONS,
                new Statistics(EventForTest.departments(), EventForTest.regions(), settings.base()),
                Provenance.UNKNOWN,
                before);
        List<Manifest.Entry> files = building.write(EventForTest.selection(events), List.of(), List.of());
        return new Earlier(into, new Manifest(SOME, files), building.made());
    }

    private Optional<String> flaw(Earlier version) {
        return new Proof(version.folder())
                .flaw(version.manifest().files(), earlier.manifest().files(), version.made());
    }

    /** Sixty events, of which the second gets a title. */
    private static List<PublishedEvent> events(String title) {
        return Order.sorted(IntStream.range(0, 60)
                .mapToObj(number -> published(number, number == 1 ? title : "Atelier fictif " + number))
                .toList());
    }

    /** The second shares nothing with the others. */
    private static PublishedEvent published(int number, String title) {
        Event event = EventForTest.workshop("source-a", "cle-" + number, title, 2020);
        Event alone = new Event(
                event.id(),
                event.wording(),
                event.kind(),
                event.when(),
                Place.NOWHERE,
                new Hosts(List.of(), event.hosts().type()),
                event.access(),
                event.links());
        return EventForTest.published("e%02d".formatted(number), 2020, number == 1 ? alone : event);
    }

    /** As if the wrong bytes had been written at once, in head or events, so that sums are right. */
    private static Earlier change(Earlier version, String name, String from, String to) throws IOException {
        Path file = version.folder().resolve(name);
        String text = Files.readString(file, UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(text.replace(from, to).getBytes(UTF_8));
        }
        return new Earlier(
                version.folder(),
                new Manifest(SOME, SumsForTest.nowWithoutCopy(version.manifest().files(), version.folder(), name)),
                new Made(version.made().recipes(), version.made().bodies(), Map.of(), Map.of()));
    }
}
