package moisson.reference;

import java.text.Normalizer;

/**
 * How the words of the tables and of records are compared (twins have a folding of their own, whose results must never
 * change): lower case, no accents, every run of anything but letters and digits one space.
 * "L’Haÿ-les-Roses" and "L'HAY LES ROSES" both fold to {@code l hay les roses}.
 */
public final class Folding {
    private static final int TABLE_END = 0x250;
    private static final String[] TABLE = table();
    /** That one character may become: œ is oe. A space before them stands for a character left out. */
    private static final int MOST_LETTERS = 2;

    private Folding() {}

    public static String fold(String text) {
        char[] folded = new char[text.length() * MOST_LETTERS];
        int size = 0;
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x300 && c < 0x370) { // combining accents of decomposed letters
                continue;
            }
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); // nearly all of them
            String letters = plain ? "" : c < TABLE_END ? TABLE[c] : letters(c);
            if (!plain && letters.isEmpty()) {
                gap = true;
                continue;
            }
            if (gap && size > 0) {
                folded[size++] = ' ';
            }
            gap = false;
            if (plain) {
                folded[size++] = c;
            } else {
                letters.getChars(0, letters.length(), folded, size);
                size += letters.length();
            }
        }
        return new String(folded, 0, size);
    }

    private static String letters(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) ? String.valueOf(Character.toLowerCase(c)) : "";
    }

    private static String[] table() {
        String[] table = new String[TABLE_END];
        for (char c = 0; c < TABLE_END; c++) {
            String bare = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            table[c] = Character.isLetterOrDigit(c) ? letters(bare.charAt(0)) : "";
        }
        table['œ'] = "oe";
        table['Œ'] = "oe";
        table['æ'] = "ae";
        table['Æ'] = "ae";
        table['ß'] = "ss";
        table['ø'] = "o";
        table['Ø'] = "o";
        return table;
    }
}
