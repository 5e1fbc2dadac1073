package moisson.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import moisson.event.Cluster;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.event.Verdict;
import moisson.store.MatchingTable.Pair;
import moisson.store.MatchingTable.Ruling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MatchingTableTest extends StoreContract {
    private static final Pair ONE_TWO = new Pair(1, 2, 12_345, false);
    private static final Pair TWO_THREE = new Pair(3, 2, 65_535, true);
    private static final long LARGE = (1L << 39) - 1;

    @BeforeEach
    void fourRecords() {
        given("a", "b", "c", "d");
    }

    @Test
    void aRecordStandsUnderItsKeysUntilItIsGivenOthers() {
        keep(Map.of(1L, new long[] {5, LARGE}, 2L, new long[] {5}));
        keep(Map.of(1L, new long[] {6, LARGE}, 3L, new long[] {5}, 2L, new long[0]));

        assertThat(under(5, 6, 7, LARGE))
                .isEqualTo(Map.of(5L, Map.of(3L, 0L), 6L, Map.of(1L, 0L), LARGE, Map.of(1L, 0L)));
        assertThat(this.<Map<Long, Integer>>ask(tables -> tables.matching().sizes(List.of(5L, 7L))))
                .isEqualTo(Map.of(5L, 1));
        Map<Long, long[]> keys = ask(tables -> tables.matching().keys(List.of(1L, 2L, 3L)));
        assertThat(keys).containsOnlyKeys(1L, 3L).containsEntry(1L, new long[] {6, LARGE});
        assertThat(this.<Long>ask(tables -> tables.matching().count(99))).isEqualTo(2);
        assertThat(this.<Long>ask(tables -> tables.matching().count(1))).isEqualTo(1);
    }

    @Test
    void whatIsRememberedBesideTheKeysGoesWithThem() {
        keep(Map.of(1L, new long[] {5}, 2L, new long[] {5}));
        assertThat(glances()).isEqualTo(Map.of(1L, 0L, 2L, 9L));

        write(tables -> tables.matching().keep(Map.of(1L, new long[] {5}), Map.of(1L, LARGE)));
        assertThat(glances()).isEqualTo(Map.of(1L, LARGE, 2L, 9L));
        assertThat(under(5)).isEqualTo(Map.of(5L, Map.of(1L, LARGE, 2L, 9L)));

        write(tables -> tables.matching().restart("v", Map.of(1L, new long[] {5}), Map.of(1L, -1L), List.of()));
        assertThat(glances()).isEqualTo(Map.of(1L, -1L));
        assertThat(under(5)).isEqualTo(Map.of(5L, Map.of(1L, -1L)));
    }

    private Map<Long, Map<Long, Long>> under(long... blocks) {
        return ask(
                tables -> tables.matching().under(LongStream.of(blocks).boxed().toList()));
    }

    private Map<Long, Long> glances() {
        return ask(tables -> tables.matching().glances(List.of(1L, 2L)));
    }

    @Test
    void moreValuesThanOneListHoldsAreAskedForInSeveral() {
        Map<Long, long[]> keys = Map.of(1L, LongStream.rangeClosed(1, 450).toArray());
        keep(keys);

        assertThat(this.<Map<Long, Integer>>ask(tables -> tables.matching()
                        .sizes(LongStream.rangeClosed(1, 500).boxed().toList())))
                .hasSize(450)
                .containsEntry(450L, 1);
    }

    @Test
    void pairsAreFoundFromEitherSideAndReplaced() {
        write(tables -> tables.matching().replace(List.of(), List.of(ONE_TWO, TWO_THREE)));
        assertThat(pairs(2)).containsExactlyInAnyOrder(ONE_TWO, TWO_THREE);
        assertThat(pairs(1)).containsExactly(ONE_TWO);
        assertThat(pairs(4)).isEmpty();

        Pair better = new Pair(1, 2, 20_000, false);
        write(tables -> tables.matching().replace(List.of(ONE_TWO, TWO_THREE), List.of(better, TWO_THREE)));
        assertThat(pairs(2)).containsExactlyInAnyOrder(better, TWO_THREE);
    }

    @Test
    void startingAnewForgetsWhateverIsNotGiven() {
        keep(Map.of(1L, new long[] {5}, 2L, new long[] {5, 6}));
        write(tables -> tables.matching().replace(List.of(), List.of(ONE_TWO)));
        assertFound(tables -> tables.matching().version()).isEmpty();

        write(tables ->
                tables.matching().restart("v", Map.of(2L, new long[] {6, 7}), Map.of(2L, 8L), List.of(TWO_THREE)));

        assertFound(tables -> tables.matching().version()).contains("v");
        assertThat(under(5, 6, 7)).isEqualTo(Map.of(6L, Map.of(2L, 8L), 7L, Map.of(2L, 8L)));
        assertThat(pairs(2)).containsExactly(TWO_THREE);
    }

    @Test
    void onlyLivingRecordsHaveAnEvent() {
        write(tables -> tables.records().remove(SOURCE, List.of("b"), NOON, "absent"));

        assertThat(this.<Map<Long, ?>>ask(tables -> tables.matching().events(List.of(1L, 2L, 9L))))
                .containsOnlyKeys(1L);
        assertThat(this.<Map<EventId, Long>>ask(tables ->
                        tables.matching().numbers(List.of(id("b"), id("l'inconnu"), new EventId("l'autre", "a")))))
                .isEqualTo(Map.of(id("b"), 2L));
    }

    @Test
    void aWordOnAPairIsFoundFromBothSidesAndIsDueOnce() {
        write(tables -> tables.clusters().decide(new Verdict(id("c"), id("a"), true), "vu", NOON));

        assertThat(this.<List<Ruling>>ask(tables -> tables.matching().rulings(List.of(3L, 1L))))
                .containsExactly(new Ruling(1, 3, true));
        assertThat(this.<List<Ruling>>ask(tables -> tables.matching().rulings(List.of(2L))))
                .isEmpty();
        assertThat(store.<Set<Long>>inTransaction(tables -> tables.matching().takeDue()))
                .containsExactlyInAnyOrder(1L, 3L);
        assertThat(store.<Set<Long>>inTransaction(tables -> tables.matching().takeDue()))
                .isEmpty();
    }

    @Test
    void replacingSomeClustersLeavesTheOthersAlone() {
        Match match = new Match(id("a"), id("b"), 12, Match.Decision.JOINED, List.of());
        Match other = new Match(id("c"), id("d"), 5, Match.Decision.REVIEW, List.of());
        write(tables -> tables.clusters()
                .replace(
                        List.of(
                                new Cluster("X", List.of(id("a"), id("b"))),
                                new Cluster("Y", List.of(id("c"))),
                                new Cluster("Z", List.of(id("d")))),
                        List.of(match, other),
                        Map.of("V", "X"),
                        List.of()));
        assertThat(this.<Integer>ask(tables -> tables.clusters().inCompany(SOURCE)))
                .isEqualTo(2);
        assertThat(this.<Integer>ask(tables -> tables.clusters().inCompany(SOURCE, List.of("a", "c", "autre"))))
                .isEqualTo(1);

        write(tables -> tables.clusters()
                .replace(
                        Map.of(id("c"), 3L, id("d"), 4L),
                        List.of(new Cluster("Y", List.of(id("c"), id("d")))),
                        List.of(),
                        Map.of("Z", "Y"),
                        List.of()));

        assertList(tables -> tables.clusters().all())
                .containsExactly(
                        new Cluster("X", List.of(id("a"), id("b"))), new Cluster("Y", List.of(id("c"), id("d"))));
        assertList(tables -> tables.clusters().matches()).containsExactly(match);
        assertMap(tables -> tables.clusters().redirects()).isEqualTo(Map.of("V", "X", "Z", "Y"));
        assertThat(this.<Map<Long, String>>ask(tables -> tables.clusters().membership(List.of(1L, 4L, 9L))))
                .isEqualTo(Map.of(1L, "X", 4L, "Y"));
        assertThat(this.<List<Long>>ask(tables -> tables.clusters().companions(List.of(4L))))
                .containsExactlyInAnyOrder(3L, 4L);
        assertThat(this.<Set<String>>ask(tables -> tables.clusters().everUsed(List.of("X", "V", "Z", "W"))))
                .containsExactlyInAnyOrder("X", "V", "Z");
    }

    @Test
    void redirectsOfSomeClustersCannotRunInACircleThroughOlderOnes() {
        write(tables -> tables.clusters().replace(List.of(), List.of(), Map.of("A", "B", "B", "C"), List.of()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(tables ->
                        tables.clusters().replace(Map.of(), List.of(), List.of(), Map.of("C", "A"), List.of())));
        assertMap(tables -> tables.clusters().redirects()).isEqualTo(Map.of("A", "C", "B", "C"));
    }

    private void keep(Map<Long, long[]> keys) {
        write(tables -> tables.matching().keep(keys, Map.of(2L, 9L)));
    }

    private List<Pair> pairs(long record) {
        return ask(tables -> tables.matching().pairs(List.of(record)));
    }
}
