package moisson.intake;

import java.util.Optional;

/**
 * What a file seems to be.
 *
 * @param format the name that {@link FeedReaders#forFormat} knows; empty when we do not read such files
 * @param reason why we think so, or what to do, in French
 */
public record Guess(Optional<String> format, String reason) {
    static Guess of(String format, String reason) {
        return new Guess(Optional.of(format), reason);
    }

    static Guess none(String reason) {
        return new Guess(Optional.empty(), reason);
    }
}
