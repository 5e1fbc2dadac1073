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

    private Folding() {}

    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x300 && c < 0x370) { // combining accents of decomposed letters
                continue;
            }
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) { // nearly all of them
                if (gap && !folded.isEmpty()) {
                    folded.append(' ');
                }
                gap = false;
                folded.append(c);
                continue;
            }
            String letters = c < TABLE_END ? TABLE[c] : letters(c);
            if (letters.isEmpty()) {
                gap = true;
                continue;
            }
            if (gap && !folded.isEmpty()) {
                folded.append(' ');
            }
            gap = false;
            folded.append(letters);
        }
        return folded.toString();
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
