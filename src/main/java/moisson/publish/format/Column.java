package moisson.publish.format;

import java.util.function.Function;
import moisson.event.PublishedEvent;
import org.jspecify.annotations.Nullable;

/**
 * One column of the published table.
 *
 * @param name stable for ever: French, lower case, underscore
 * @param group the object that holds it in JSON, where names are nested; null at the top
 * @param value a String, a List of String, an Integer, a BigDecimal or a Boolean; null when unknown
 */
public record Column(
        String name,
        Kind kind,
        @Nullable String group,
        String french,
        String english,
        Function<Told, @Nullable Object> value) {
    /** What a cell holds, with the name of its type for people. */
    public enum Kind {
        TEXT("texte"),
        TERM("vocabulaire"),
        LIST("liste"),
        /** Pairs {@code début/fin}. */
        SESSIONS("liste de séances"),
        INTEGER("entier"),
        DECIMAL("décimal"),
        BOOLEAN("booléen"),
        DATE("date"),
        /** A date, or an hour with its offset (ISO 8601). */
        MOMENT("date ou instant"),
        INSTANT("instant"),
        URL("adresse web");

        private final String french;

        Kind(String french) {
            this.french = french;
        }

        public String french() {
            return french;
        }
    }

    public @Nullable Object of(PublishedEvent event) {
        return value.apply(new Told(event));
    }

    /** The same, for whoever asks for several columns of one event. */
    public @Nullable Object of(Told told) {
        return value.apply(told);
    }
}
