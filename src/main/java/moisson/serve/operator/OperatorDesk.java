package moisson.serve.operator;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the operator's pages may ask of the scheduler.
 *
 * @param sources all of them, asked anew for every page
 * @param runNow starts a harvest of the source of that id and returns at once
 */
public record OperatorDesk(Supplier<List<ScheduledSource>> sources, Consumer<String> runNow) {
    /** The name of a source; its id when it is known no more. */
    public String name(String id) {
        return sources.get().stream()
                .map(ScheduledSource::source)
                .filter(source -> source.id().equals(id))
                .map(source -> source.name())
                .findFirst()
                .orElse(id);
    }
}
