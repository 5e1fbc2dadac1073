package moisson.event;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the public sees of a cluster: the merge of its events.
 *
 * @param id of the cluster
 * @param event the merged values; its own id is that of the member the title was taken from
 * @param sources ids of the sources that tell of it, sorted
 * @param members every record joined in it, sorted
 * @param origin for each column of the published table, the record its value was taken from
 * @param grounds for each of these columns, why that record was believed; empty when there is only one
 * @param completeness 0 to 100
 * @param publishedAt first published
 * @param modifiedAt last change of any published value
 */
public record PublishedEvent(
        String id,
        int edition,
        Event event,
        List<String> sources,
        List<EventId> members,
        Map<String, EventId> origin,
        Map<String, Ground> grounds,
        int completeness,
        Instant publishedAt,
        Instant modifiedAt) {
    public PublishedEvent {
        sources = List.copyOf(sources);
        members = List.copyOf(members);
        origin = shared(origin, members);
        // A file of a version from before there were grounds has none.
        grounds = Map.copyOf(Objects.requireNonNullElse(grounds, Map.of()));
    }

    /** The same event, published and changed at these instants. */
    public PublishedEvent dated(Instant published, Instant modified) {
        return new PublishedEvent(
                id, edition, event, sources, members, origin, grounds, completeness, published, modified);
    }

    /** Very many events are held at once: an id stands in memory once for all columns. */
    private static Map<String, EventId> shared(Map<String, EventId> origin, List<EventId> members) {
        Map<String, EventId> shared = new HashMap<>(origin);
        shared.replaceAll((column, id) -> {
            int member = members.indexOf(id);
            return member < 0 ? id : members.get(member);
        });
        return Map.copyOf(shared);
    }
}
