package moisson.deduplicate;

/** Reduces a character to what it is compared by: lower case without accents; anything that is no letter or digit is a gap. */
final class Folding {
    /** What a gap between words folds to. */
    static final char GAP = ' ';
    /** What is simply left out: combining accents, soft hyphens, zero-width marks. */
    static final char NOTHING = 0;

    private static final int FIRST = 0xC0;
    /** U+00C0 to U+017F, 16 to a line. */
    private static final String LATIN = """
            aaaaaaaceeeeiiii\
            dnooooo ouuuuyts\
            aaaaaaaceeeeiiii\
            dnooooo ouuuuyty\
            aaaaaaccccccccdd\
            ddeeeeeeeeeegggg\
            gggghhhhiiiiiiii\
            iiiijjkkklllllll\
            lllnnnnnnnnnoooo\
            oooorrrrrrssssss\
            ssttttttuuuuuuuu\
            uuuuwwyyyzzzzzzs""";

    private Folding() {}

    static char fold(char c) {
        if (c < 128) {
            return ascii(c);
        }
        if (c >= FIRST && c < FIRST + LATIN.length()) {
            return LATIN.charAt(c - FIRST);
        }
        if ((c >= 0x300 && c < 0x370) || c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0xFEFF) {
            return NOTHING;
        }
        return Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : GAP;
    }

    private static char ascii(char c) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            return c;
        }
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : GAP;
    }
}
