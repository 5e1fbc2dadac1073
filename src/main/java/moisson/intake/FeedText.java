package moisson.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import moisson.event.Delivery;
import moisson.event.Notice;
import moisson.event.NoticeCode;

/**
 * A delivery as text: its encoding found out, byte order marks dropped (some feeds have two), and its first
 * characters known beforehand so that a reader can see what it is up against.
 *
 * @param reader the whole text, head included
 * @param head the first 64 KiB, decoded, to look at
 * @param repaired whether it is in no Unicode encoding
 */
public record FeedText(Reader reader, String head, boolean repaired) implements AutoCloseable {
    private static final int HEAD = 64 << 10;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /**
     * The text of a format that is neither XML nor a web page.
     *
     * @throws UnreadableFeedException when there is nothing in it, or a web page instead
     */
    public static FeedText open(Delivery delivery, String expected) throws IOException {
        InputStream bytes = new BufferedInputStream(delivery.open(), HEAD);
        try {
            FeedText text = open(bytes);
            text.refuseWhatIsNoFeed(expected);
            return text;
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** The same for formats that are written as XML, web pages or anything else: only an empty file is refused. */
    public static FeedText ofAnyKind(Delivery delivery, String expected) throws IOException {
        InputStream bytes = new BufferedInputStream(delivery.open(), HEAD);
        try {
            FeedText text = open(bytes);
            if (text.head.isBlank()) {
                throw new UnreadableFeedException("Le fichier est vide\u202F: " + expected + " était attendu.");
            }
            return text;
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    public static FeedText open(InputStream bytes) throws IOException {
        bytes.mark(HEAD + 1);
        byte[] head = bytes.readNBytes(HEAD);
        bytes.reset();
        Charset charset = charset(head);
        int marks = marks(head, charset);
        bytes.skipNBytes(marks);
        Reader reader = charset.equals(StandardCharsets.UTF_8)
                ? new ForgivingUtf8(bytes, WINDOWS)
                : new java.io.InputStreamReader(bytes, charset);
        String start = new String(head, marks, head.length - marks, charset);
        return new FeedText(reader, start, charset.equals(WINDOWS));
    }

    /** Byte order mark, else UTF-8 if the head is that, else what French spreadsheets write. */
    static Charset charset(byte[] head) {
        if (head.length >= 2) {
            int first = head[0] & 0xFF;
            int second = head[1] & 0xFF;
            if ((first == 0xFE && second == 0xFF) || (first == 0 && second != 0)) {
                return StandardCharsets.UTF_16BE;
            }
            if ((first == 0xFF && second == 0xFE) || (first != 0 && second == 0)) {
                return StandardCharsets.UTF_16LE;
            }
        }
        return isUtf8(head) || isMostlyUtf8(head) ? StandardCharsets.UTF_8 : WINDOWS;
    }

    /** A few bytes pasted from elsewhere do not make it another encoding. */
    private static boolean isMostlyUtf8(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        long wrong = text.chars().filter(c -> c == 0xFFFD).count();
        return text.chars().filter(c -> c > 0x7F).count() > 2 * wrong;
    }

    static boolean isUtf8(byte[] head) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        // Not the end of input: a character cut by the end of the head is no mistake.
        return !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), head.length < HEAD)
                .isError();
    }

    static int marks(byte[] head, Charset charset) {
        byte[] mark = "\uFEFF".getBytes(charset.equals(WINDOWS) ? StandardCharsets.UTF_8 : charset);
        int length = 0;
        while (java.util.Arrays.mismatch(
                        mark,
                        0,
                        mark.length,
                        head,
                        Math.min(length, head.length),
                        Math.min(length + mark.length, head.length))
                < 0) {
            length += mark.length;
        }
        return length;
    }

    private void refuseWhatIsNoFeed(String expected) throws UnreadableFeedException {
        String start = head.strip().toLowerCase(Locale.ROOT);
        if (start.isEmpty()) {
            throw new UnreadableFeedException("Le fichier est vide\u202F: " + expected + " était attendu.");
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<head")) {
            throw new UnreadableFeedException("Le fichier est une page web (HTML) et non " + expected
                    + "\u202F: vérifiez l’adresse du flux, ou qu’elle ne demande pas de se connecter.");
        }
        if (start.startsWith("<")) {
            throw new UnreadableFeedException("Le fichier est du XML et non " + expected + ".");
        }
        if (start.startsWith("pk\u0003\u0004")) {
            throw new UnreadableFeedException(
                    "Le fichier est une archive ou un classeur (ZIP, XLSX) et non " + expected + ".");
        }
    }

    /** Tells once that the text had to be repaired. */
    public void remarkOn(RecordSink sink) {
        if (repaired || (reader instanceof ForgivingUtf8 utf8 && utf8.repaired())) {
            sink.remark(new Notice(NoticeCode.REPAIRED_ENCODING, "fichier", null, null, "windows-1252"));
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
