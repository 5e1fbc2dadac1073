package moisson.intake.web;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import moisson.intake.Characters;
import moisson.intake.Limits;
import moisson.intake.UnreadableFeedException;
import org.jspecify.annotations.Nullable;

/**
 * Several web pages as one delivery of the format {@code schema-org}: JSON, one object per page and line, after one that
 * says what follows. The bytes of each page stand there as they came, in Base64, so that nothing in a page can be taken
 * for the beginning of the next one, and what could not be fetched stands there too.
 */
public final class PageBundle {
    private static final String MARK = "moisson-pages";
    private static final String ADDRESS = "address";
    private static final String KEY = "key";
    private static final String PROBLEM = "problem";
    private static final String PAGE = "page";
    private static final int LONGEST = 2_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH)
                    .maxStringLength(Limits.VALUE)
                    .build())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private PageBundle() {}

    /** Writes the first line. */
    public static void begin(OutputStream out) throws IOException {
        try (JsonGenerator line = line(out)) {
            line.writeStartObject();
            line.writeNumberField(MARK, 1);
            line.writeEndObject();
        }
        end(out);
    }

    /**
     * Writes a page.
     *
     * @param address where it was found, for relative links
     * @param key of its event, when the page itself names none
     * @param bytes as they came
     * @param size how many
     */
    public static void page(OutputStream out, String address, @Nullable String key, InputStream bytes, int size)
            throws IOException {
        try (JsonGenerator line = line(out)) {
            line.writeStartObject();
            line.writeStringField(ADDRESS, address);
            if (key != null) {
                line.writeStringField(KEY, key);
            }
            line.writeFieldName(PAGE);
            line.writeBinary(bytes, size);
            line.writeEndObject();
        }
        end(out);
    }

    /**
     * Writes that a page is not there: it will count as a record that could not be read.
     *
     * @param place its address, or where its address should have been
     * @param problem in French
     */
    public static void missing(OutputStream out, String place, String problem) throws IOException {
        try (JsonGenerator line = line(out)) {
            line.writeStartObject();
            line.writeStringField(ADDRESS, place);
            line.writeStringField(PROBLEM, problem);
            line.writeEndObject();
        }
        end(out);
    }

    private static JsonGenerator line(OutputStream out) throws IOException {
        return JSON.createGenerator(out);
    }

    private static void end(OutputStream out) throws IOException {
        out.write('\n');
    }

    static boolean begins(String head) {
        return head.stripLeading().startsWith("{\"" + MARK + "\":");
    }

    /**
     * What became of one page.
     *
     * @param problem why there is none; null when there is
     */
    // Read once, never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Entry(
            String address, @Nullable String key, @Nullable String problem, byte[] page) {
        String place() {
            return "page " + Characters.cut(address, LONGEST);
        }
    }

    /** What is done with each. */
    @FunctionalInterface
    interface Pages {
        void take(Entry entry) throws IOException;
    }

    static void read(InputStream bundle, Pages pages) throws IOException {
        try (JsonParser parser = JSON.createParser(bundle)) {
            parser.nextToken();
            parser.skipChildren();
            while (parser.nextToken() != null) {
                pages.take(entry(parser));
            }
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private static Entry entry(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new UnreadableFeedException("Le fichier contient autre chose que des pages réunies.");
        }
        String address = "";
        String key = null;
        String problem = null;
        Bounded page = new Bounded();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                parser.skipChildren();
                continue;
            }
            switch (name) {
                case ADDRESS -> address = parser.getText();
                case KEY -> key = parser.getText();
                case PROBLEM -> problem = parser.getText();
                case PAGE -> binary(parser, page);
                default -> {}
            }
        }
        if (page.overflows()) {
            problem = Objects.requireNonNullElse(
                    problem, "La page dépasse " + (Limits.ITEM >> 20) + " millions d’octets.");
        }
        return new Entry(address, key, problem, page.bytes.toByteArray());
    }

    private static void binary(JsonParser parser, OutputStream page) throws IOException {
        try {
            parser.readBinaryValue(Base64Variants.getDefaultVariant(), page);
        } catch (IllegalArgumentException e) {
            // So the parser tells some characters that are none of Base64, and others as a mistake in the JSON.
            throw unreadable(e);
        }
    }

    private static UnreadableFeedException unreadable(Exception cause) {
        return new UnreadableFeedException("Les pages réunies dans ce fichier ne sont pas toutes lisibles.", cause);
    }

    /** Keeps no more than a page may have, and lets the rest go by. */
    private static final class Bounded extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] more, int offset, int length) {
            bytes.write(more, offset, Math.min(length, Limits.ITEM + 1 - bytes.size()));
        }

        boolean overflows() {
            return bytes.size() > Limits.ITEM;
        }
    }
}
