package moisson.publish.format;

import java.util.Arrays;
import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.atlas.lib.CharSpace;
import org.apache.jena.riot.out.NodeFormatterNT;

/** Terms of N-Triples as Jena writes them, but one in which nothing is to be escaped, as in most, is written in one piece. */
final class PlainTerms extends NodeFormatterNT {
    private static final int ASCII = 0x80;
    private static final boolean[] ESCAPED_IN_IRIS = table("<>\"{}|^`\\\u007f", ' ');
    private static final boolean[] ESCAPED_IN_LITERALS = table("\"\\\n\r\t\f", -1);

    PlainTerms() {
        super(CharSpace.UTF8);
    }

    @Override
    public void formatURI(AWriter out, String iri) {
        if (!written(out, '<', iri, '>', ESCAPED_IN_IRIS)) {
            super.formatURI(out, iri);
        }
    }

    @Override
    public void formatLitString(AWriter out, String text) {
        if (!written(out, '"', text, '"', ESCAPED_IN_LITERALS)) {
            super.formatLitString(out, text);
        }
    }

    @Override
    public void formatLitLang(AWriter out, String text, String language) {
        formatLitString(out, text);
        out.print('@');
        out.print(language);
    }

    @Override
    public void formatLitDT(AWriter out, String text, String type) {
        formatLitString(out, text);
        out.print("^^");
        formatURI(out, type);
    }

    /** Whether it could be, since none of its signs is to be escaped; else nothing is. */
    private static boolean written(AWriter out, char open, String text, char close, boolean[] escaped) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ASCII && escaped[c]) {
                return false;
            }
        }
        out.print(open);
        out.print(text);
        out.print(close);
        return true;
    }

    /** @param upTo this character, all are escaped */
    private static boolean[] table(String signs, int upTo) {
        boolean[] escaped = new boolean[ASCII];
        Arrays.fill(escaped, 0, upTo + 1, true);
        signs.chars().forEach(sign -> escaped[sign] = true);
        return escaped;
    }
}
