package moisson.generate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an event is called, in its parts, so that each source can put them together in its own way.
 *
 * @param format kind of event told in the title, null for none
 * @param style how the organiser itself writes it
 * @param tail what tells it from its siblings, such as " 2020"
 */
record Title(@Nullable Phrase format, Phrase core, int style, String tail) {
    static final int STYLES = 7;

    Title with(String otherTail) {
        return new Title(format, core, style, otherTail);
    }

    String text() {
        return text(style, false);
    }

    String text(int anyStyle, boolean english) {
        String words = Words.capital(core.in(english));
        if (format == null) {
            return words + tail;
        }
        String kind = format.in(english);
        return switch (anyStyle % STYLES) {
            case 0 -> kind + " : " + words + tail;
            case 1 -> kind + " – " + words + tail;
            case 2 -> kind + " « " + words + " »" + tail;
            case 3 -> words + " (" + kind.toLowerCase(Locale.ROOT) + ")" + tail;
            case 4 -> kind.toUpperCase(Locale.ROOT) + " - " + words + tail;
            case 5 -> words + " - " + kind + tail;
            default -> words + tail;
        };
    }
}
