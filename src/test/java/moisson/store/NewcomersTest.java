package moisson.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import moisson.event.Cluster;
import moisson.event.Match;
import moisson.store.MatchingTable.Pair;
import org.junit.jupiter.api.Test;

class NewcomersTest extends StoreContract {
    private static final Pair OLD = new Pair(1, 2, 9_000, false);
    private static final Pair NEW = new Pair(1, 3, 8_000, false);

    @Test
    void whatATransactionFindsOutAboutTheRecordsItBringsIsThereAtOnceBesideWhatWasKnown() {
        given("a", "b");
        long run = begin();
        Match found = new Match(id("a"), id("c"), 12, Match.Decision.JOINED, List.of());
        write(tables -> {
            tables.matching().keep(Map.of(1L, new long[] {5}), Map.of(1L, 7L));
            tables.matching().replace(List.of(), List.of(OLD));
            tables.clusters().replace(Map.of(id("a"), 1L), List.of(cluster("X", "a")), List.of(), Map.of(), List.of());
        });

        write(tables -> {
            tables.records().keep(records("c", "b"), run);
            MatchingTable matching = tables.matching();
            assertThat(matching.keys(List.of(1L, 3L))).containsOnlyKeys(1L);
            assertThat(matching.pairs(List.of(2L, 3L))).containsExactly(OLD);
            assertThat(tables.clusters().membership(List.of(1L, 3L))).isEqualTo(Map.of(1L, "X"));

            matching.keep(Map.of(3L, new long[] {5, 6}), Map.of(3L, 8L));
            matching.replace(List.of(), List.of(NEW));
            tables.clusters()
                    .replace(
                            Map.of(id("a"), 1L, id("c"), 3L),
                            List.of(cluster("X", "a", "c")),
                            List.of(found),
                            Map.of(),
                            List.of());

            assertThat(tables.matching().keys(List.of(3L))).containsEntry(3L, new long[] {5, 6});
            assertThat(tables.matching().pairs(List.of(3L))).containsExactly(NEW);
            assertThat(tables.clusters().membership(List.of(3L))).isEqualTo(Map.of(3L, "X"));
            tables.clusters()
                    .replace(
                            Map.of(id("a"), 1L, id("c"), 3L),
                            List.of(cluster("X", "a"), cluster("Y", "c")),
                            List.of(),
                            Map.of(),
                            List.of());
        });

        assertList(tables -> tables.clusters().all()).containsExactly(cluster("X", "a"), cluster("Y", "c"));
        assertList(tables -> tables.clusters().matches()).isEmpty();
    }

    private static Cluster cluster(String id, String... keys) {
        return new Cluster(id, Arrays.stream(keys).map(StoreContract::id).toList());
    }
}
