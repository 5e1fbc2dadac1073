package moisson.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Many rows at a time, in portions that both databases take easily. */
final class Batch {
    private static final int PORTION = 1000;

    private Batch() {}

    /** One statement for every value, sent together. */
    static <T> void forEach(Handle handle, String sql, Collection<T> values, BiConsumer<PreparedBatch, T> bind) {
        for (List<T> portion : portions(values)) {
            try (PreparedBatch batch = handle.prepareBatch(sql)) {
                for (T value : portion) {
                    bind.accept(batch, value);
                    batch.add();
                }
                batch.execute();
            }
        }
    }

    static <T> List<List<T>> portions(Collection<T> values) {
        List<T> all = List.copyOf(values);
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PORTION) {
            portions.add(all.subList(from, Math.min(from + PORTION, all.size())));
        }
        return portions;
    }
}
