package moisson.deduplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moisson.event.Cluster;
import moisson.event.EventId;
import org.junit.jupiter.api.Test;

class ClusterIdentitiesTest {
    private static final EventId A = new EventId("lille", "a");
    private static final EventId B = new EventId("lyon", "b");
    private static final EventId C = new EventId("metz", "c");
    private static final Map<EventId, Long> AGES = Map.of(A, 1L, B, 2L, C, 3L);

    @Test
    void aNewIdIsShortReadableAndAlwaysTheSame() {
        String id = ids(assign(Map.of(), Set.of(), List.of(A))).get(A);

        assertThat(id).matches("[a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z]{7}").isEqualTo("ejadqgn0");
        assertThat(ids(assign(Map.of(), Set.of(), List.of(A, B))).get(B)).isEqualTo(id);
    }

    @Test
    void anIdEverUsedIsNotGivenAgainButLengthened() {
        String id = ids(assign(Map.of(), Set.of(), List.of(A))).get(A);

        String second = ids(assign(Map.of(), Set.of(id), List.of(A))).get(A);

        assertThat(second).startsWith(id).hasSize(9);
    }

    @Test
    void aMergeKeepsTheIdOfTheOldestMemberAndRedirectsTheOther() {
        Identified merged = assign(Map.of(A, "x", B, "y"), Set.of(), List.of(B, A));

        assertThat(merged.clusters()).containsExactly(new Cluster("x", List.of(A, B)));
        assertThat(merged.redirects()).containsExactly(Map.entry("y", "x"));
        assertThat(merged.changes())
                .containsExactly(new Change("y", "fusionné dans x"), new Change("x", "a absorbé y"));
    }

    @Test
    void aSplitKeepsTheIdWithTheOldestMember() {
        Identified split = assign(Map.of(A, "x", B, "x"), Set.of(), List.of(A), List.of(B));

        assertThat(ids(split).get(A)).isEqualTo("x");
        assertThat(ids(split).get(B)).isNotEqualTo("x");
        assertThat(split.redirects()).isEmpty();
        assertThat(split.changes())
                .extracting(Change::change)
                .anyMatch(change -> change.startsWith("quitté par lyon/b"));
    }

    @Test
    void whenTheOldestLeavesItTakesTheIdAlongAndTheOthersKeepWhatElseTheyInherit() {
        Identified moved = assign(Map.of(A, "x", B, "x", C, "z"), Set.of(), List.of(A), List.of(B, C));

        assertThat(ids(moved)).containsEntry(A, "x").containsEntry(B, "z").containsEntry(C, "z");
        assertThat(moved.redirects()).isEmpty();
    }

    @Test
    void aNewRecordJoinsWithoutChangingTheId() {
        Identified joined = assign(Map.of(B, "y"), Set.of(), List.of(B, C));

        assertThat(joined.clusters()).containsExactly(new Cluster("y", List.of(B, C)));
        assertThat(joined.changes()).containsExactly(new Change("y", "rejoint par metz/c"));
    }

    @Test
    void whenNothingChangedNothingIsTold() {
        Identified same = assign(Map.of(A, "x", B, "x", C, "z"), Set.of(), List.of(A, B), List.of(C));

        assertThat(same.redirects()).isEmpty();
        assertThat(same.changes()).isEmpty();
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private static Identified assign(Map<EventId, String> before, Set<String> used, List<EventId>... groups) {
        return ClusterIdentities.assign(new Clustering(Arrays.asList(groups), List.of()), before, AGES, ids -> {
            Set<String> known = new HashSet<>(ids);
            known.retainAll(used);
            return known;
        });
    }

    private static Map<EventId, String> ids(Identified identified) {
        Map<EventId, String> ids = new HashMap<>();
        identified.clusters().forEach(cluster -> cluster.members().forEach(member -> ids.put(member, cluster.id())));
        return ids;
    }
}
