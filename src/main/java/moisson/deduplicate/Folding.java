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

    /** For all characters up to there: a table is quicker than questions, and nearly all texts are in it. */
    private static final char[] FOLDED = new char[FIRST + LATIN.length()];

    static {
        for (char c = 0; c < FOLDED.length; c++) {
            FOLDED[c] = c < 128 ? ascii(c) : c < FIRST ? any(c) : LATIN.charAt(c - FIRST);
        }
    }

    private Folding() {}

    static char fold(char c) {
        return c < FOLDED.length ? FOLDED[c] : any(c);
    }

    private static char any(char c) {
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
