package moisson.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moisson.event.EventId;
import moisson.event.Run;
import moisson.store.RecordTable.Reworded;
import moisson.store.RecordTable.Sequenced;
import moisson.store.RecordTable.Stored;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordTableTest extends StoreContract {
    @Test
    void aKeptRecordIsFoundWordForWord() {
        long run = begin();
        Kept kept = Kept.of(EventForTest.full(), "ligne 3", "{\"titre\": \"Atelier  fictif\"}");
        write(tables -> tables.records().keep(List.of(kept), run));

        assertFound(tables -> tables.records().find(EventForTest.full().id()))
                .contains(new Stored(
                        EventForTest.full().id(),
                        "ligne 3",
                        kept.verbatim(),
                        EventForTest.full(),
                        run,
                        run,
                        null,
                        null));
        assertFound(tables -> tables.records().find(id("inconnu"))).isEmpty();
    }

    @Test
    void theDayOfItsLastKnownChangeIsThatOfTheSourceOrOfTheHarvestThatMetOtherWords() {
        LocalDate told = LocalDate.of(2020, 11, 2);
        long first = begin();
        write(tables -> tables.records().keep(List.of(words("a", "un", null), words("b", "un", told)), first));
        assertThat(changed("a")).isNull();
        assertThat(changed("b")).isEqualTo(told);

        long second = begin();
        write(tables -> tables.records().keep(List.of(words("a", "un", null), words("b", "deux", null)), second));
        assertThat(changed("a")).isNull();
        LocalDate met = LocalDate.ofInstant(
                this.<Run>ask(tables -> tables.runs().find(second).orElseThrow())
                        .startedAt(),
                ZoneOffset.UTC);
        assertThat(changed("b")).isEqualTo(met);

        write(tables -> tables.records()
                .reworded(id("a").source(), List.of(new Reworded("a", 5, told.plusDays(1), null, null))));
        assertThat(changed("a")).isEqualTo(told.plusDays(1));
    }

    /** The first of a batch tells JDBI of what type the others are. */
    @Test
    void lastDaysAreKeptAlsoAfterARecordThatHasNone() {
        long run = begin();
        Kept without = words("a", "un", null);
        Kept with = Kept.of(EventForTest.full(), "ligne 2", "{}");
        write(tables -> tables.records().keep(List.of(without, with), run));

        assertMap(tables -> tables.records().known(with.id().source()))
                .hasEntrySatisfying(
                        with.id().key(),
                        known -> assertThat(known.lastDay())
                                .isEqualTo(with.lastDay())
                                .isNotNull());
    }

    private Kept words(String key, String verbatim, @Nullable LocalDate changed) {
        return Kept.of(EventForTest.called(id(key), "Atelier fictif"), "ligne 1", verbatim, 0, changed, List.of());
    }

    private @Nullable LocalDate changed(String key) {
        return this.<Optional<Stored>>ask(tables -> tables.records().find(id(key)))
                .orElseThrow()
                .changed();
    }

    @Test
    void sequencesStartAtOneKeepTheOrderOfArrivalAndSurviveUpdates() {
        given("z", "a");
        given("m", "a");
        given("b");

        assertList(tables -> tables.records().live())
                .extracting(Sequenced::sequence, live -> live.event().id().key())
                .containsExactly(tuple(1, "z"), tuple(2, "a"), tuple(3, "m"), tuple(4, "b"));
    }

    @Test
    void anUpdateReplacesTheEventAndKeepsTheFirstRun() {
        given("a");
        long second = begin();
        write(tables -> tables.records().keep(List.of(kept("a", "Nouveau titre")), second));

        assertFound(tables -> tables.records().find(id("a"))).hasValueSatisfying(stored -> {
            assertThat(stored.event().title()).isEqualTo("Nouveau titre");
            assertThat(stored.verbatim()).isEqualTo("verbatim of Nouveau titre");
            assertThat(List.of(stored.firstRun(), stored.lastRun())).containsExactly(1L, second);
        });
        assertMap(tables -> tables.records().known(SOURCE))
                .containsExactly(entry("a", known("Nouveau titre", null, null)));
    }

    @Test
    void theSameKeyInTwoSourcesIsTwoRecords() {
        given("a");
        EventId other = new EventId("autre", "a");
        write(tables -> tables.records().keep(List.of(Kept.of(EventForTest.called(other, "Balade"), "UID a", "")), 1));

        assertThat(ask(tables -> tables.records().live().size()).longValue()).isEqualTo(2);
        assertMap(tables -> tables.records().known("autre")).containsOnlyKeys("a");
    }

    @Test
    void aMissingRecordKeepsItsFirstInstantAndIsStillAlive() {
        given("a", "b");
        write(tables -> tables.records().missing(SOURCE, List.of("a"), MORNING));
        write(tables -> tables.records().missing(SOURCE, List.of("a", "b"), NOON));

        assertMap(tables -> tables.records().known(SOURCE))
                .containsEntry("a", known("Atelier fictif a", MORNING, null))
                .containsEntry("b", known("Atelier fictif b", NOON, null));
        assertThat(ask(tables -> tables.records().live().size()).longValue()).isEqualTo(2);
    }

    @Test
    void aRecordSeenAgainIsNoLongerMissing() {
        given("a", "b");
        write(tables -> tables.records().missing(SOURCE, List.of("a", "b"), MORNING));
        long run = begin();
        write(tables -> tables.records().seen(SOURCE, List.of("a"), run));

        assertMap(tables -> tables.records().known(SOURCE))
                .containsEntry("a", known("Atelier fictif a", null, null))
                .containsEntry("b", known("Atelier fictif b", MORNING, null));
        assertFound(tables -> tables.records().find(id("a")))
                .hasValueSatisfying(stored -> assertThat(stored.lastRun()).isEqualTo(run));
    }

    @Test
    void aRemovedRecordStaysMarkedAndKeptApartFromTheLiving() {
        given("a", "b");
        write(tables -> tables.records().remove(SOURCE, List.of("a"), MORNING, "absent depuis 3 jours"));
        write(tables -> tables.records().remove(SOURCE, List.of("a"), NOON, "autre raison"));

        assertList(tables -> tables.records().live())
                .extracting(live -> live.event().id().key())
                .containsExactly("b");
        assertThat(ask(tables -> tables.records().live().size()).longValue()).isEqualTo(1);
        assertMap(tables -> tables.records().known(SOURCE))
                .containsEntry("a", known("Atelier fictif a", null, MORNING));
        assertFound(tables -> tables.records().removedBecause(id("a"))).contains("absent depuis 3 jours");
        assertFound(tables -> tables.records().removedBecause(id("b"))).isEmpty();
    }

    @Test
    void aRemovedRecordKeptAgainLivesAgainAtItsOldPlace() {
        given("a", "b");
        write(tables -> tables.records().missing(SOURCE, List.of("a"), MORNING));
        write(tables -> tables.records().remove(SOURCE, List.of("a"), NOON, "absent"));
        given("a");

        assertMap(tables -> tables.records().known(SOURCE)).containsEntry("a", known("Atelier fictif a", null, null));
        assertList(tables -> tables.records().live())
                .extracting(live -> live.event().id().key())
                .containsExactly("a", "b");
        assertFound(tables -> tables.records().removedBecause(id("a"))).isEmpty();
    }

    @Test
    void whatIsSaidOfOneSourceLeavesTheOthersAlone() {
        given("a");
        write(tables -> tables.records().missing("autre", List.of("a"), MORNING));
        write(tables -> tables.records().remove("autre", List.of("a"), MORNING, "absent"));

        assertMap(tables -> tables.records().known(SOURCE))
                .containsExactly(entry("a", known("Atelier fictif a", null, null)));
    }

    @Test
    void aRecordOfARunThatNeverBeganIsRefused() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> write(tables -> tables.records().keep(records("a"), 7)))
                .withMessageContaining("une règle des tables a été enfreinte");
    }

    @Test
    void aKeyMayHaveFiveHundredCharactersAndNotOneMore() {
        given("é".repeat(RecordTable.LONGEST_KEY));
        assertThat(ask(tables -> tables.records().live().size()).longValue()).isEqualTo(1);

        assertThatIllegalArgumentException().isThrownBy(() -> given("é".repeat(RecordTable.LONGEST_KEY + 1)));
    }

    private static Tuple tuple(long sequence, String key) {
        return Tuple.tuple(sequence, key);
    }

    private static <V> Map.Entry<String, V> entry(String key, V value) {
        return Map.entry(key, value);
    }
}
