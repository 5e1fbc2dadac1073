package moisson.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One harvest of one source (passage). Kept for ever.
 *
 * @param delivery SHA-256 of the bytes received, null when there were none
 * @param message one sentence in French for the operator, null when there is nothing to add
 * @param noticeCounts how often each notice was given: exact, even when only some examples are kept
 */
public record Run(
        long id,
        String source,
        RunState state,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String delivery,
        Counts counts,
        @Nullable String message,
        Map<NoticeCode, Integer> noticeCounts) {
    public Run {
        noticeCounts = Map.copyOf(noticeCounts);
    }
}
