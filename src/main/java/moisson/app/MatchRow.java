package moisson.app;

import moisson.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * One record read.
 *
 * @param file its rank among the files
 * @param place in the file
 * @param key the source's own, null when it has none
 * @param id of the event it became, null when it became none
 * @param reason why it became none, or what is odd about it; empty when there is nothing to say
 */
record MatchRow(
        int file,
        String place,
        @Nullable String key,
        @Nullable EventId id,
        String reason) {}
