package moisson.event;

import org.jspecify.annotations.Nullable;

/**
 * What an event is called and how it is told: plain text in Unicode NFC.
 *
 * @param title one line, never blank
 * @param description at most 10,000 characters
 * @param summary at most 200 characters
 * @param language BCP 47
 */
public record Wording(
        String title,
        @Nullable String description,
        @Nullable String summary,
        @Nullable String language) {
    public Wording {
        if (title.isBlank()) {
            throw new IllegalArgumentException("an event needs a title");
        }
    }
}
