package moisson.intake;

/** Keeps texts such as every file and database takes them. */
public final class Characters {
    private Characters() {}

    /** Without halves of surrogate pairs, which no encoding can write, nor NUL, which PostgreSQL refuses. */
    public static String sound(String text) {
        int at = 0;
        while (at < text.length() && (isPlain(text.charAt(at)) || !isUnsound(text, at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder sound = new StringBuilder(text);
        for (; at < text.length(); at++) {
            if (isUnsound(text, at)) {
                sound.setCharAt(at, '\uFFFD');
            }
        }
        return sound.toString();
    }

    /** True of nearly every character: the rest is looked at closely. */
    private static boolean isPlain(char c) {
        return c != 0 && c < Character.MIN_SURROGATE;
    }

    private static boolean isUnsound(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c == 0;
    }

    /** At most so many chars, never half a character. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
