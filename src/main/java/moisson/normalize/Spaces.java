package moisson.normalize;

/** Spaces, line breaks and characters that nobody sees. */
final class Spaces {
    private Spaces() {}

    /** True for a line that is surely clean: plain Latin letters and signs, single spaces, none at its ends. */
    static boolean areFine(String text) {
        int length = text.length();
        char before = ' ';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z'; // most are: nothing else is asked about them
            if (!letter && !isPlain(c, text, i)) {
                return false;
            }
            if (c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return before != ' ' || length == 0;
    }

    private static boolean isPlain(char c, String text, int i) {
        return c < 0x7F
                ? c >= ' ' && c != '<' && c != '&'
                : (c >= 'À' && c <= 0xFF) ? isLetter(c, text, i + 1) : "’œ«»…–—°€“”Œ·".indexOf(c) >= 0;
    }

    /** A letter with an accent, unless it may be the first half of one read in the wrong encoding. */
    private static boolean isLetter(char c, String text, int next) {
        boolean lead = c == 'Â' || c == 'Ã' || c == 'Å' || c == 'â' || c == 'ï' || c == 'ð';
        return !lead || next >= text.length() || text.charAt(next) < 0x7F;
    }

    /** Without the spaces around it, which say nothing worth a notice. */
    static String stripped(String text) {
        return text.strip();
    }

    static String tidied(String text, boolean keepLines) {
        StringBuilder tidy = new StringBuilder(text.length());
        int breaks = 0;
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isInvisible(c, text, i)) {
                continue;
            }
            if (c == '\n' || c == '\u2028' || c == '\u2029' || (c == '\r' && !nextIs(text, i, '\n'))) {
                breaks++;
            } else if (isSpace(c)) {
                if (isFrench(text, i) && !space && breaks == 0 && !tidy.isEmpty()) {
                    tidy.append(c);
                } else {
                    space = true;
                }
            } else {
                gap(tidy, keepLines ? breaks : 0, space || breaks > 0);
                breaks = 0;
                space = false;
                tidy.append(c);
            }
        }
        return tidy.toString();
    }

    private static void gap(StringBuilder tidy, int breaks, boolean space) {
        if (tidy.isEmpty()) {
            return;
        }
        if (breaks > 0) {
            tidy.append(breaks == 1 ? "\n" : "\n\n");
        } else if (space) {
            tidy.append(' ');
        }
    }

    /** A no-break space where French typography wants one: before : ; ? ! » % €, after «, between digits. */
    private static boolean isFrench(String text, int i) {
        char c = text.charAt(i);
        if ((c != '\u00A0' && c != '\u202F') || i == 0 || i + 1 >= text.length()) {
            return false;
        }
        char before = text.charAt(i - 1);
        char after = text.charAt(i + 1);
        return ":;?!»%€".indexOf(after) >= 0
                || before == '«'
                || (Character.isDigit(before) && Character.isLetterOrDigit(after));
    }

    private static boolean isSpace(char c) {
        return c == ' '
                || c == '\t'
                || c == '\r'
                || c == '\u0085'
                || Character.isSpaceChar(c)
                || c == '\u000B'
                || c == '\f';
    }

    /** Controls, soft hyphens, zero-width characters but the joiner inside an emoji, marks of direction, lone surrogates. */
    private static boolean isInvisible(char c, String text, int i) {
        if (c < ' ') {
            return c != '\n' && c != '\t' && c != '\r' && c != '\u000B' && c != '\f';
        }
        if (c < 0x7F) {
            return false;
        }
        if (c == '\u200D') {
            return i == 0 || i + 1 >= text.length() || !isEmoji(text.charAt(i - 1)) || !isEmoji(text.charAt(i + 1));
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return (c <= 0x9F && c != '\u0085')
                || c == '\u00AD'
                || c == '\u200B'
                || c == '\u200C'
                || c == '\u200E'
                || c == '\u200F'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u2069')
                || c == '\uFEFF'
                || c == '\uFFFC';
    }

    private static boolean isEmoji(char c) {
        return Character.isSurrogate(c) || c == '\uFE0F' || (c >= '\u2600' && c <= '\u27BF');
    }

    private static boolean nextIs(String text, int i, char c) {
        return i + 1 < text.length() && text.charAt(i + 1) == c;
    }
}
