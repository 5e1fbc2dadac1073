package moisson.serve.operator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import moisson.publish.merge.Trust;

/**
 * What the operator's pages may ask of the scheduler. Whatever takes time is only begun, and done one after the other.
 *
 * @param sources all of them, asked anew for every page
 * @param runNow starts a harvest of the source of that id and returns at once
 * @param accept applies the held harvest of that number; does nothing when it is not held any more
 * @param refuse drops the held harvest of that number, with the same rule
 * @param publish makes a new version if anything changed
 * @param published what came of the last publication of this process, in French; empty before the first
 * @param judge what it may ask of the matcher
 * @param trusts how far sources are trusted, by their ids
 */
public record OperatorDesk(
        Supplier<List<ScheduledSource>> sources,
        Consumer<String> runNow,
        LongConsumer accept,
        LongConsumer refuse,
        Runnable publish,
        Supplier<Optional<String>> published,
        JudgeDesk judge,
        Supplier<Map<String, Trust>> trusts) {
    /** The name of a source; its id when it is known no more. */
    public String name(String id) {
        return sources.get().stream()
                .map(ScheduledSource::source)
                .filter(source -> source.id().equals(id))
                .map(source -> source.name())
                .findFirst()
                .orElse(id);
    }

    /** How far a source is trusted; as any when its file says nothing. */
    Trust trust(String id) {
        return trusts.get().getOrDefault(id, Trust.NORMAL);
    }

    /** True while a file of ours describes it. */
    boolean knows(String id) {
        return sources.get().stream()
                .anyMatch(scheduled -> scheduled.source().id().equals(id));
    }
}
