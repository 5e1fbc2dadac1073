package moisson.deduplicate;

import java.util.List;
import moisson.event.EventId;
import moisson.event.Match;

/**
 * Which events tell of the same happening.
 *
 * @param groups every event in exactly one; members and groups in the order of their ids
 * @param matches why: for each group of <i>n</i> events the <i>n</i> - 1 pairs that made it, then pairs to be looked at by
 *     a person (one per pair of groups) and parts of a run; in the order of their ids
 */
public record Clustering(List<List<EventId>> groups, List<Match> matches) {
    public Clustering {
        groups = groups.stream().map(List::copyOf).toList();
        matches = List.copyOf(matches);
    }
}
