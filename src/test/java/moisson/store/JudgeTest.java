package moisson.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import moisson.deduplicate.Deduplicator;
import moisson.event.Bounds;
import moisson.event.EventId;
import moisson.event.Run;
import moisson.event.Source;
import moisson.harvest.Archive;
import moisson.harvest.Harvest;
import moisson.harvest.Joining;
import moisson.harvest.Judge;
import moisson.normalize.Normalizer;
import moisson.reference.Editions;
import moisson.reference.Reference;
import moisson.store.VerdictLedger.Given;
import moisson.store.VerdictLedger.Word;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people say of pairs, on both databases: taken up at once, kept for ever, and undone to the letter. */
class JudgeTest extends StoreContract {
    private static final Reference REFERENCE = Reference.shipped();
    private static final EventId A = new EventId("agenda", "a1");
    private static final EventId B = new EventId("ville", "b1");
    private static final EventId C = new EventId("region", "c1");

    private final Joining joining = new Joining(new Deduplicator(1));

    @Test
    void whatAPersonCallsTheSameIsOneEventAtOnceAndUndoingItBringsBackBothIds() {
        harvest("agenda", row("a1", "Atelier fictif du budget", "10"));
        harvest("ville", row("b1", "Débat fictif sur le climat", "10"));
        Map<EventId, String> before = ids();
        String gone = Objects.requireNonNull(before.get(B));
        assertThat(before.get(A)).isNotEqualTo(gone);

        long said = judge().same(B, A, voice());

        assertThat(ids()).containsEntry(A, before.get(A)).containsEntry(B, before.get(A));
        assertFound(tables -> tables.clusters().redirect(gone)).contains(before.get(A));

        long undone = judge().undo(said, voice());

        assertThat(ids()).isEqualTo(before);
        assertMap(tables -> tables.clusters().redirects()).isEmpty();
        Given given = store.read(tables -> tables.verdicts().find(said)).orElseThrow();
        assertThat(given.undoneBy()).isEqualTo(undone);
        assertThat(given.who()).isEqualTo("exploitant");
        assertThat(given.reason()).isEqualTo("relu");
        assertThat(given.word()).isEqualTo(Word.SAME);
        assertList(tables -> tables.clusters().ledger(gone))
                .extracting(ClusterTable.Entry::change)
                .contains("fusionné dans " + before.get(A), "rétabli avec ville/b1")
                .anyMatch(change -> change.startsWith("décision n° 1"))
                .noneMatch(change -> change.contains("relu"));
    }

    @Test
    void aMergeOfMergesIsUndoneStepByStepWithTheIdsOfEachStep() {
        harvest("agenda", row("a1", "Atelier fictif du budget", "10"));
        harvest("ville", row("b1", "Débat fictif sur le climat", "10"));
        harvest("region", row("c1", "Visite fictive des archives", "10"));
        Map<EventId, String> before = ids();
        long inner = judge().same(C, B, voice());
        Map<EventId, String> between = ids();
        long outer = judge().same(B, A, voice());
        assertThat(ids().values()).containsOnly(before.get(A));

        judge().undo(outer, voice());
        assertThat(ids()).isEqualTo(between);
        judge().undo(inner, voice());
        assertThat(ids()).isEqualTo(before);
        assertMap(tables -> tables.clusters().redirects()).isEmpty();
    }

    @Test
    void whatAPersonTakesApartStaysApartAndTheOldestRecordKeepsTheId() {
        harvest("agenda", row("a1", "Atelier fictif du budget", "10"));
        harvest("ville", row("b1", "Atelier fictif du budget", "10"));
        String id = ids().get(A);
        assertThat(ids()).containsEntry(B, id);

        long said = judge().apart(A, B, voice());
        String parted = Objects.requireNonNull(ids().get(B));
        assertThat(ids()).containsEntry(A, id);
        assertThat(parted).isNotEqualTo(id);
        harvest("ville", row("b1", "Atelier fictif du budget", "10") + row("b2", "Autre chose fictive", "15"));
        write(tables -> tables.matching().restart("une autre version", Map.of(), Map.of(), List.of()));
        harvest("agenda", row("a1", "Atelier fictif du budget", "10") + row("a2", "Rien de tel (fictif)", "16"));
        assertThat(ids()).containsEntry(A, id).containsEntry(B, parted);

        judge().undo(said, voice());
        assertThat(ids()).containsEntry(A, id).containsEntry(B, id);
        assertFound(tables -> tables.clusters().redirect(parted)).contains(id);
        judge().apart(A, B, voice());
        assertThat(ids()).containsEntry(B, parted);
    }

    @Test
    void aVerdictOutlivesNewWordsAndNewKeysOfTheSource() {
        harvest("agenda", row("a1", "Atelier fictif du budget", "10"));
        harvest("ville", rows("ancien"));
        EventId old = new EventId("ville", "ancien-3");
        judge().same(A, old, voice());
        String id = ids().get(A);

        Run renamed = harvest("ville", rows("nouveau"));
        assertThat(renamed.message()).contains("Identifiants changés par la source et reconnus");
        EventId renewed = new EventId("ville", "nouveau-3");
        assertThat(ids()).containsEntry(renewed, id).doesNotContainKey(old);

        harvest("ville", rows("nouveau").replace("Sujet fictif 3", "Tout autre titre fictif"));
        assertThat(ids()).containsEntry(renewed, id).containsEntry(A, id);
        assertList(tables -> tables.verdicts().about(List.of(renewed))).hasSize(1);
    }

    @Test
    void aDetachedRecordLeavesAllTheOthersAndTheyStayTogether() {
        for (String source : List.of("agenda", "ville", "region")) {
            harvest(
                    source,
                    row(source.charAt(0) == 'a' ? "a1" : source.charAt(0) == 'v' ? "b1" : "c1", "Atelier", "10"));
        }
        String id = ids().get(A);
        assertThat(ids().values()).containsOnly(id);

        long said = judge().detach(A, voice());
        assertThat(ids()).containsEntry(A, id);
        assertThat(ids().get(B)).isNotEqualTo(id).isEqualTo(ids().get(C));
        assertThatExceptionOfType(VerdictRefusedException.class)
                .isThrownBy(() -> judge().detach(A, voice()))
                .withMessageContaining("est seule");

        judge().undo(said, voice());
        assertThat(ids().values()).containsOnly(id);
    }

    @Test
    void onlyWhatHoldsCanBeUndoneAndOnlyOnce() {
        harvest("agenda", row("a1", "Atelier fictif du budget", "10"));
        harvest("ville", row("b1", "Atelier fictif du budget", "10"));
        long first = judge().apart(A, B, voice());
        long second = judge().same(A, B, voice());

        refused(() -> judge().undo(first, voice()), "dépassée par la décision n° 2");
        long undone = judge().undo(second, voice());
        assertThat(ids().get(A)).isNotEqualTo(ids().get(B));
        refused(() -> judge().undo(second, voice()), "déjà annulée, par la n° " + undone);
        refused(() -> judge().undo(undone, voice()), "décidez de nouveau");
        refused(() -> judge().undo(99, voice()), "Aucune décision");
        judge().undo(first, voice());
        assertThat(ids().get(A)).isEqualTo(ids().get(B));
        assertList(tables -> tables.verdicts().latest(10, 0)).hasSize(4);
    }

    @Test
    void wordsThatContradictEachOtherAreRefusedAndChangeNothing() {
        harvest("agenda", row("a1", "Atelier fictif du budget", "10"));
        harvest("ville", row("b1", "Débat fictif sur le climat", "10"));
        harvest("region", row("c1", "Visite fictive des archives", "10"));
        judge().same(A, B, voice());
        judge().same(B, C, voice());
        Map<EventId, String> joined = ids();

        refused(() -> judge().apart(A, C, voice()), "les décisions n° 1, n° 2");
        assertThat(ids()).isEqualTo(joined);

        judge().undo(2, voice());
        judge().apart(A, C, voice());
        refused(() -> judge().same(B, C, voice()), "tenus séparés par la décision n° 4");
        assertList(tables -> tables.verdicts().latest(10, 0)).hasSize(4);
    }

    @Test
    void twoPeopleAtOnceAClickTooManyAndARecordThatIsGone() {
        harvest("agenda", row("a1", "Atelier fictif du budget", "10"));
        harvest("ville", row("b1", "Débat fictif sur le climat", "10") + row("b2", "Encore un (fictif)", "11"));
        Judge.Voice blind = new Judge.Voice("exploitant", "relu", 0L);

        long said = judge().same(A, B, blind);
        assertThat(judge().same(B, A, blind)).isEqualTo(said);
        refused(() -> judge().apart(A, B, blind), "Quelqu’un a décidé de cette paire");
        assertThat(judge().apart(A, B, new Judge.Voice("exploitant", "relu", said)))
                .isEqualTo(said + 1);

        write(tables -> tables.records().remove("ville", List.of("b2"), NOON, "absente"));
        EventId gone = new EventId("ville", "b2");
        refused(() -> judge().same(A, gone, voice()), "a été retirée le 5 novembre 2020");
        refused(() -> judge().detach(gone, voice()), "a été retirée");
        refused(() -> judge().apart(A, new EventId("ville", "jamais"), voice()), "Aucune fiche");
        refused(() -> judge().same(A, A, voice()), "deux fois la même fiche");
    }

    @Test
    void anyTwoRecordsAreComparedWithReasonsThatAddUp() {
        harvest("agenda", row("a1", "Atelier fictif du budget", "10"));
        harvest("ville", row("b1", "Débat fictif sur le climat", "10"));

        var match = judge().compare(B, A);

        assertThat(match.left()).isEqualTo(A);
        assertThat(match.reasons()).isNotEmpty();
        assertThat(match.reasons().stream()
                        .mapToDouble(reason -> reason.weight())
                        .sum())
                .isEqualTo(match.score());
    }

    private void refused(Runnable verdict, String why) {
        assertThatExceptionOfType(VerdictRefusedException.class)
                .isThrownBy(verdict::run)
                .withMessageContaining(why);
    }

    private Judge judge() {
        return new Judge(store, joining, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static Judge.Voice voice() {
        return new Judge.Voice("exploitant", "relu", (@Nullable Long) null);
    }

    private Map<EventId, String> ids() {
        return store.read(tables -> tables.clusters().all()).stream()
                .flatMap(cluster -> cluster.members().stream().map(member -> Map.entry(member, cluster.id())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Run harvest(String source, String rows) {
        Harvest harvest = new Harvest(
                store,
                new Archive(folder.resolve("archive"), 1_000_000),
                new Normalizer(REFERENCE),
                Editions.shipped(),
                joining,
                Duration.ofMinutes(1),
                Clock.fixed(MORNING, ZoneOffset.UTC));
        String table = "id,titre,debut,commune,code_commune,organisateurs\r\n" + rows;
        return harvest.bringIn(
                new Source(
                        source, source, "csv", "x", null, "Europe/Paris", "Licence Ouverte 2.0", true, 7, Bounds.NONE),
                new ByteArrayInputStream(table.getBytes(UTF_8)),
                Harvest.Headers.NONE);
    }

    private static String rows(String key) {
        return IntStream.range(0, 6)
                .mapToObj(i -> row(key + "-" + i, "Sujet fictif " + i, "1" + i))
                .collect(Collectors.joining());
    }

    private static String row(String key, String title, String hour) {
        return key + "," + title + ",2020-11-20T" + hour + ":00:00+01:00,Lille,59350,Ville\r\n";
    }
}
