package moisson.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moisson.event.Edition;
import moisson.event.PublishedEvent;
import moisson.event.Sha256;
import moisson.publish.merge.Trust;
import moisson.store.ClusterTable.Outline;
import moisson.store.PublicationTable.Life;
import org.jspecify.annotations.Nullable;

/**
 * What events are merged of, cluster by cluster: an event of the version that is shown which would be merged of the same
 * again is taken over as it is, without reading its records.
 */
final class Merges {
    /** Of a sum in hexadecimal: half of a SHA-256. */
    private static final int LENGTH = 32;

    private final String rules;
    private final int most;
    private final Map<String, String> before;
    private final @Nullable Version shown;
    private final Map<String, String> sums = new HashMap<>();

    /**
     * By these rules. Of more events than memory should hold nothing is remembered, and nothing taken over.
     *
     * @param earlier how the version that is shown was made, if that is known
     */
    Merges(
            List<Edition> editions,
            Map<String, Trust> trust,
            PublisherSettings settings,
            Optional<Earlier> earlier,
            Optional<Version> shown) {
        this.rules = Sha256.of(editions + " " + trust);
        this.most = settings.eventsInMemory();
        this.before = earlier.map(version -> version.made().merged()).orElse(Map.of());
        this.shown = shown.orElse(null);
    }

    /** The event that is shown, when it was merged of the same, by the same rules, and has lived as the house remembers it. */
    Optional<PublishedEvent> same(Outline cluster, @Nullable Life life) {
        if (sums.size() >= most) {
            return Optional.empty();
        }
        String sum = Sha256.of(rules + cluster.records()).substring(0, LENGTH);
        sums.put(cluster.id(), sum);
        return life == null || shown == null || !sum.equals(before.get(cluster.id()))
                ? Optional.empty()
                : shown.event(cluster.id())
                        .filter(event -> event.publishedAt().equals(life.publishedAt())
                                && event.modifiedAt().equals(life.modifiedAt()));
    }

    /** The sums of what events are merged of, by id; none when there are too many. */
    Map<String, String> sums() {
        return sums.size() >= most ? Map.of() : Map.copyOf(sums);
    }
}
