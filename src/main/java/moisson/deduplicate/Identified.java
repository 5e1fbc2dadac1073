package moisson.deduplicate;

import java.util.List;
import java.util.Map;
import moisson.event.Cluster;

/**
 * Clusters with their permanent ids.
 *
 * @param clusters in the order in which their first records became known
 * @param redirects from ids merged away to the ids that took over: to be added to those known
 * @param changes what is new since before, cluster by cluster
 */
public record Identified(List<Cluster> clusters, Map<String, String> redirects, List<Change> changes) {
    public Identified {
        clusters = List.copyOf(clusters);
        redirects = Map.copyOf(redirects);
        changes = List.copyOf(changes);
    }
}
