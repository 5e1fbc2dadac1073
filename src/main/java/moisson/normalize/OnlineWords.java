package moisson.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import moisson.event.Mode;
import moisson.reference.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Takes "en ligne", "Zoom" or a web address out of a field that should name a place. */
final class OnlineWords {
    private static final Pattern PARTING = Pattern.compile("[/+|;,()–]| - | et | ou | & ");
    private static final int LONGEST = 200;

    private final Vocabulary<Mode> words;

    /** @param rest what still names a place, null when nothing does */
    record Split(@Nullable String rest, boolean online) {
        static final Split NOTHING = new Split(null, false);
    }

    OnlineWords(Vocabulary<Mode> words) {
        this.words = words;
    }

    Split split(String text) {
        if (isOnline(text)) {
            return new Split(null, true);
        }
        if (text.length() > LONGEST || isOne(text)) {
            return new Split(text, false);
        }
        List<String> places = new ArrayList<>();
        boolean online = false;
        for (String part : PARTING.split(text, -1)) {
            if (isOnline(part)) {
                online = true;
            } else if (!part.isBlank()) {
                places.add(part.strip());
            }
        }
        return online ? new Split(places.isEmpty() ? null : String.join(", ", places), true) : new Split(text, false);
    }

    /** True when it surely has no parts: most fields are one word or a few, and need no pattern. */
    private static boolean isOne(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean word = Character.isLetterOrDigit(c) || c == '\'' || c == '’';
            boolean between = c == ' ' && !text.startsWith(" et ", i) && !text.startsWith(" ou ", i);
            if (!word && !between && !(c == '-' && (i == 0 || text.charAt(i - 1) != ' '))) {
                return false;
            }
        }
        return true;
    }

    private boolean isOnline(String text) {
        String start = text.strip();
        return words.find(start).isPresent()
                || start.regionMatches(true, 0, "https://", 0, 8)
                || start.regionMatches(true, 0, "http://", 0, 7);
    }
}
