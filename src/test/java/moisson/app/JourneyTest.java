package moisson.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moisson.event.Counts;
import moisson.event.EventId;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.publish.Outcome;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One journey on the samples: the real routes, the real store, the real server; each step goes on from the last. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyTest {
    private static final Path SAMPLES = Path.of("samples");

    @TempDir
    static Path folder;

    private final SteppingClock clock = new SteppingClock(Instant.parse("2020-12-01T08:00:00Z"));
    private SamplePartners partners;
    private House house;
    private Path feeds;
    private Visitor visitor;

    @BeforeAll
    void open() throws Exception {
        feeds = folder.resolve("partners");
        copy(SAMPLES.resolve("partners"), feeds);
        copy(SAMPLES.resolve("drop"), folder.resolve("drop"));
        partners = SamplePartners.start(feeds);
        Settings settings = SettingsFile.read(
                folder.resolve("data"),
                Map.of(),
                Map.of(
                        "moisson.routes", "routes",
                        "moisson.sources", "routes/sources/samples",
                        "moisson.editions", SAMPLES.resolve("editions.csv").toString(),
                        "moisson.operator.password", "essai",
                        "moisson.port", "0",
                        "moisson.base.url", "http://localhost:8080/"));
        house = House.open(settings, clock);
        house.startRoads(
                Map.of(
                        "moisson.samples.url",
                        partners.url(),
                        "moisson.samples.drop",
                        folder.resolve("drop").toString(),
                        "moisson.retry.delay",
                        "10"),
                false);
        visitor = new Visitor(house.serve());
    }

    @AfterAll
    void close() throws Exception {
        house.close();
        partners.close();
    }

    @Test
    @Order(1)
    void everySourceIsHarvestedAndEveryRecordIsAccountedFor() throws IOException {
        List<Run> runs = new ArrayList<>();
        for (String source : house.scheduledSources()) {
            runs.addAll(house.harvestNow(source));
        }
        for (byte[] proposal : proposals()) {
            runs.add(house.propose(proposal));
        }

        assertThat(runs)
                .hasSize(7 + 9)
                .allSatisfy(run -> assertThat(run.state()).isEqualTo(RunState.DONE));
        List<Counts> counts = runs.stream().map(Run::counts).toList();
        assertThat(counts.stream().mapToInt(Counts::read).sum()).isEqualTo(249);
        assertThat(counts.stream().mapToInt(Counts::rejected).sum()).isEqualTo(6);
        assertThat(counts.stream().mapToInt(Counts::created).sum()).isEqualTo(243);
    }

    @Test
    @Order(2)
    void theDuplicatesFoundAreExactlyThoseTheSamplesAnnounce() throws IOException {
        Map<String, Set<EventId>> expected = new TreeMap<>();
        for (CSVRecord row : csv(SAMPLES.resolve("expected.csv"))) {
            expected.computeIfAbsent(row.get("group"), group -> new TreeSet<>())
                    .add(new EventId(row.get("source"), row.get("key")));
        }
        Set<EventId> listed = expected.values().stream().flatMap(Set::stream).collect(Collectors.toSet());

        Set<Set<EventId>> found = house.clusters().stream()
                .map(cluster -> cluster.members().stream()
                        .filter(listed::contains)
                        .collect(Collectors.toCollection(TreeSet::new)))
                .filter(members -> !members.isEmpty())
                .collect(Collectors.toSet());

        assertThat(found).containsExactlyInAnyOrderElementsOf(Set.copyOf(expected.values()));
    }

    @Test
    @Order(3)
    void whatIsPublishedIsOneVersionInEveryFormatAndInTheEndpoint() throws Exception {
        Outcome outcome = house.publish();

        assertThat(outcome.state()).as("%s", outcome.reason()).isEqualTo(Outcome.State.PUBLISHED);
        assertThat(published()).hasSize(215);
        assertThat(sparqlCount()).isEqualTo(215);
    }

    @Test
    @Order(4)
    void aSecondHarvestOfTheSameSourcesChangesNothingAndMakesNoVersion() throws IOException {
        clock.step(Duration.ofDays(1));
        copy(SAMPLES.resolve("drop"), folder.resolve("drop"));

        for (String source : house.scheduledSources()) {
            assertThat(house.harvestNow(source)).extracting(Run::state).containsOnly(RunState.NOT_MODIFIED);
        }

        assertThat(house.publish().state()).isEqualTo(Outcome.State.UNCHANGED);
    }

    @Test
    @Order(5)
    void aFeedThatChangedUpdatesWhatChangedAndKeepsTheIds() throws IOException {
        Set<String> before = published();
        Path feed = feeds.resolve("openagenda-innovation");
        Files.copy(
                feed.resolve("second/feed.json"),
                feed.resolve("feed.json"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        clock.step(Duration.ofDays(1));

        Counts counts = house.harvestNow("openagenda-innovation").getFirst().counts();

        assertThat(counts.equation()).isEqualTo("44 lus = 1 nouveau + 1 modifié + 42 inchangés + 0 rejeté");
        assertThat(house.publish().state()).isEqualTo(Outcome.State.PUBLISHED);
        assertThat(published()).containsAll(before).hasSize(216);
        assertThat(sparqlCount()).isEqualTo(216);
    }

    @Test
    @Order(6)
    void aSourceThatBreaksSaysWhyAndBreaksNothing() throws IOException {
        Files.delete(feeds.resolve("dinum-agenda/feed.csv"));
        Files.writeString(feeds.resolve("collectivites/feed.csv"), "<!doctype html><title>En travaux</title>");

        Run gone = house.harvestNow("dinum-agenda").getFirst();
        Run page = house.harvestNow("collectivites").getFirst();

        assertThat(gone.state()).isEqualTo(RunState.FAILED);
        assertThat(gone.message()).contains("404");
        assertThat(page.state()).isEqualTo(RunState.FAILED);
        assertThat(house.publish().state()).isEqualTo(Outcome.State.UNCHANGED);
    }

    @Test
    @Order(7)
    void anOrganiserProposesAnEventThroughTheFormAndItIsPublishedWithoutTheContact() throws Exception {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "jeton", visitor.stamp(),
                "titre", "Essai du formulaire (événement fictif)",
                "description", "Événement fictif de démonstration.",
                "format", "atelier",
                "mode", "sur-place",
                "date", "2099-11-12",
                "heure_debut", "14:00",
                "code_postal", "54000",
                "commune", "Nancy",
                "organisateur", "Ville de Nancy"));
        fields.putAll(Map.of(
                "lieu", "Hôtel de ville",
                "type_organisateur", "collectivite-territoriale",
                "contact_nom", "Service fictif",
                "contact_courriel", "service@example.org",
                "consentement", "oui"));
        clock.step(Duration.ofSeconds(30));

        HttpResponse<String> sent = visitor.post("/proposer/envoyer", fields);

        assertThat(visitor.post("/proposer/envoyer", "titre=%zz").statusCode()).isEqualTo(400);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location").orElseThrow()).startsWith("/proposer/recu/2099-P-");
        assertThat(house.publish().state()).isEqualTo(Outcome.State.PUBLISHED);
        Path version = house.library().current().orElseThrow().folder();
        assertThat(Files.readString(version.resolve("evenements-2099.csv"))).contains("Essai du formulaire");
        try (Stream<Path> files = Files.walk(version)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file ->
                            assertThat(WordsOf.file(file)).doesNotContain("service@example.org", "Service fictif"));
        }
    }

    @Test
    @Order(8)
    void theOperatorSeesEverySourceWithItsEquation() throws Exception {
        HttpResponse<String> refused = visitor.get("/operateur", Map.of());
        String basic = java.util.Base64.getEncoder().encodeToString("operateur:essai".getBytes(UTF_8));
        HttpResponse<String> shown = visitor.get("/operateur", Map.of("Authorization", "Basic " + basic));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(shown.statusCode()).isEqualTo(200);
        for (String source : house.scheduledSources()) {
            assertThat(shown.body()).contains(source);
        }
    }

    private Set<String> published() throws IOException {
        Path file = house.library().current().orElseThrow().folder().resolve("evenements.csv");
        return csv(file).stream().map(row -> row.get("id")).collect(Collectors.toSet());
    }

    private int sparqlCount() throws IOException {
        String query = "PREFIX schema: <http://schema.org/> SELECT (COUNT(?e) AS ?n) WHERE { ?e a schema:Event }";
        HttpResponse<String> answer = visitor.get(
                "/sparql?query=" + URLEncoder.encode(query, UTF_8),
                Map.of("Accept", "application/sparql-results+json"));
        JsonNode json = new ObjectMapper().readTree(answer.body());
        return json.at("/results/bindings/0/n/value").asInt();
    }

    private static Collection<byte[]> proposals() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES.resolve("form"))) {
            List<byte[]> proposals = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                proposals.add(Files.readAllBytes(file));
            }
            return proposals;
        }
    }

    private static List<CSVRecord> csv(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(Files.newBufferedReader(file))) {
            return parser.getRecords();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
