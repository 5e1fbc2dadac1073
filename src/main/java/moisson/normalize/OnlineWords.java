package moisson.normalize;

import java.util.ArrayList;
import java.util.List;
import moisson.event.Mode;
import moisson.reference.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Takes "en ligne", "Zoom" or a web address out of a field that should name a place. */
final class OnlineWords {
    private static final String SIGNS = "/+|;,()–";
    private static final List<String> JOINTS = List.of(" - ", " et ", " ou ", " & ");
    /** Those after the space. */
    private static final String JOINT_LETTERS = "-eo&";

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
        if (text.length() > LONGEST) {
            return new Split(text, false);
        }
        if (parting(text, 0) == text.length()) {
            return new Split(text, false); // one part, which was looked at
        }
        List<String> places = new ArrayList<>(2);
        boolean online = false;
        int start = 0;
        while (start <= text.length()) {
            int end = parting(text, start);
            String part = text.substring(start, end);
            if (isOnline(part)) {
                online = true;
            } else if (!part.isBlank()) {
                places.add(part.strip());
            }
            start = end + width(text, end);
        }
        return online ? new Split(places.isEmpty() ? null : String.join(", ", places), true) : new Split(text, false);
    }

    private static int parting(String text, int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z'; // most are: nothing else is asked about them
            if (!letter && width(text, i) != 0) {
                return i;
            }
            i++;
        }
        return i;
    }

    /** How many characters here part two places; 0 for none, 1 past the end. */
    private static int width(String text, int i) {
        if (i >= text.length()) {
            return 1;
        }
        char c = text.charAt(i);
        if (c == ' ') {
            return i + 1 < text.length() && JOINT_LETTERS.indexOf(text.charAt(i + 1)) >= 0 ? joint(text, i) : 0;
        }
        boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return !plain && SIGNS.indexOf(c) >= 0 ? 1 : 0;
    }

    private static int joint(String text, int i) {
        for (String joint : JOINTS) {
            if (text.startsWith(joint, i)) {
                return joint.length();
            }
        }
        return 0;
    }

    private boolean isOnline(String text) {
        String start = text.strip();
        return words.find(start).isPresent()
                || start.regionMatches(true, 0, "https://", 0, 8)
                || start.regionMatches(true, 0, "http://", 0, 7);
    }
}
