package moisson.publish.format;

import java.io.IOException;
import java.io.Writer;

/** Folds lines as RFC 5545 section 3.1 wants them: at most 75 octets of UTF-8, never inside a character. */
final class FoldedLines {
    private static final int MOST = 75;

    private FoldedLines() {}

    /** @param lines that end in CRLF */
    static void write(String lines, Writer out) throws IOException {
        int octets = 0;
        int written = 0;
        int i = 0;
        while (i < lines.length()) {
            int c = lines.codePointAt(i);
            int width = width(c);
            if (c == '\r' || c == '\n') {
                octets = 0;
            } else if (octets + width > MOST) {
                out.write(lines, written, i - written);
                out.write("\r\n ");
                written = i;
                octets = 1 + width;
            } else {
                octets += width;
            }
            i += Character.charCount(c);
        }
        out.write(lines, written, i - written);
    }

    private static int width(int c) {
        if (c < 0x80) {
            return 1;
        }
        if (c < 0x800) {
            return 2;
        }
        return c < 0x10000 ? 3 : 4;
    }
}
