package moisson.event;

import java.util.List;

/**
 * The events that tell of the same happening.
 *
 * @param id permanent, URL-safe, never reused: survives changes of title, date and source; a merged id redirects
 * @param members in the order they became known
 */
public record Cluster(String id, List<EventId> members) {
    public Cluster {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a cluster has members");
        }
    }
}
