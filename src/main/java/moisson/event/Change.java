package moisson.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a harvest would do to one record.
 *
 * @param key the source's own key
 * @param title of the event; null when it was not needed to know it
 * @param formerKey the key it had before, when the source has changed it
 * @param fields that differ, for an update
 */
public record Change(
        Action action,
        String key,
        @Nullable String title,
        @Nullable String formerKey,
        List<String> fields) {
    public Change {
        fields = List.copyOf(fields);
    }

    /** What becomes of the record. */
    public enum Action {
        CREATED("nouveau"),
        UPDATED("modifié"),
        /** Another key, the same content. */
        RENAMED("identifiant changé"),
        /** Left out by a complete delivery; stays published for the grace period. */
        ABSENT("absent, en délai de grâce"),
        REMOVED("retiré");

        private final String french;

        Action(String french) {
            this.french = french;
        }

        public String french() {
            return french;
        }
    }
}
