package moisson.store;

import org.jspecify.annotations.Nullable;

/** The database failed us: one sentence in French for the operator, never with a password; the technical cause behind it. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
