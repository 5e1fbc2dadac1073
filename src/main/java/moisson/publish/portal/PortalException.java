package moisson.publish.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A portal did not do what it was asked; the message tells the operator in French, without any secret. */
final class PortalException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What can be done about it. */
    enum Kind {
        /** It may go better in a moment; what was asked may have been done all the same. */
        PASSING,
        /** The portal does not want this one thing: others may go on. */
        REFUSED,
        /** There is no such thing, or no more. */
        GONE,
        /** Nothing will go better before a person has done something, or some time has passed. */
        STOP
    }

    private final Kind kind;
    private final @Nullable Duration wait;

    PortalException(Kind kind, String message) {
        this(kind, message, null, null);
    }

    /** @param wait what the portal asked for; null when it did not */
    PortalException(Kind kind, String message, @Nullable Duration wait, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.wait = wait;
    }

    /** What a portal answers, or nothing when it says that there is no such thing. */
    static Optional<JsonNode> unlessGone(Supplier<JsonNode> asked) {
        try {
            return Optional.of(asked.get());
        } catch (PortalException e) {
            if (e.kind() == Kind.GONE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    Kind kind() {
        return kind;
    }

    boolean passing() {
        return kind == Kind.PASSING;
    }

    @Nullable
    Duration pause() {
        return wait;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
