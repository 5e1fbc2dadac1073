package moisson.harvest;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import moisson.event.EventId;
import moisson.event.Source;
import moisson.store.RecordTable;
import org.jspecify.annotations.Nullable;

/** How long a record that a complete source has left out stays published. */
final class Grace {
    private final Source source;
    private final Instant now;

    Grace(Source source, Instant now) {
        this.source = source;
        this.now = now;
    }

    /** @param since when the record was first absent; null while present */
    boolean isOver(@Nullable Instant since) {
        return since != null && !since.isAfter(now.minus(Duration.ofDays(source.graceDays())));
    }

    /** Removes what was already missing for long enough when the source last told everything; answers which. */
    Set<EventId> removeOverdue(RecordTable table) {
        if (!source.complete()) {
            return Set.of();
        }
        Set<String> overdue = table.missing(source.id()).entrySet().stream()
                .filter(missing -> isOver(missing.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        remove(table, overdue);
        return overdue.stream().map(key -> new EventId(source.id(), key)).collect(Collectors.toSet());
    }

    void remove(RecordTable table, Set<String> keys) {
        table.remove(source.id(), keys, now, "absent de la source depuis plus de " + source.graceDays() + " jours");
    }
}
