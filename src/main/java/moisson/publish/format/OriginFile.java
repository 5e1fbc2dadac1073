package moisson.publish.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moisson.event.PublishedEvent;
import moisson.publish.LinePieces;
import moisson.publish.LinePieces.Piece;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of each published event, one JSON object per line: its values, the records joined in it and the
 * record each value came from. A version is opened again from this file.
 */
public final class OriginFile {
    public static final String NAME = "origines.jsonl";

    /** Of the hash that ends a piece: some eight events. */
    private static final int BITS = 3;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addDeserializer(String.class, new Shared()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private static final ObjectReader EVENT = JSON.readerFor(PublishedEvent.class);

    private OriginFile() {}

    public static void write(List<PublishedEvent> events, OutputStream out) throws IOException {
        for (PublishedEvent event : events) {
            JSON.writeValue(out, event);
            out.write('\n');
        }
    }

    /**
     * Every event, some at a time, by the sums of their lines.
     *
     * @param known what lines say that were read before: those of an earlier version are these very events
     */
    public static Map<ByteBuffer, List<PublishedEvent>> read(
            InputStream in, Map<ByteBuffer, List<PublishedEvent>> known) throws IOException {
        ObjectReader sharing = EVENT.withAttribute(Shared.class, new HashMap<String, String>());
        Map<ByteBuffer, List<PublishedEvent>> events = new LinkedHashMap<>();
        LinePieces pieces = new LinePieces(in, BITS);
        for (Optional<Piece> piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
            List<PublishedEvent> some = known.get(piece.get().sum());
            if (some == null) {
                try (MappingIterator<PublishedEvent> lines =
                        sharing.readValues(piece.get().bytes())) {
                    some = List.copyOf(lines.readAll());
                }
            }
            events.put(piece.get().sum(), some);
        }
        return events;
    }

    /** The event of one line. */
    public static PublishedEvent event(byte[] line) throws IOException {
        return EVENT.readValue(line);
    }

    /** One event after the other. */
    public static MappingIterator<PublishedEvent> stream(InputStream in) throws IOException {
        return EVENT.readValues(in);
    }

    /** Towns, bodies and keys are told again and again: whoever holds all events holds each of these texts once. */
    private static final class Shared extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1;
        /** Characters: a longer text is most likely told once. */
        private static final int LONGEST = 48;

        Shared() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text == null || text.length() > LONGEST) {
                return text;
            }
            @SuppressWarnings("unchecked") // put there by read, and by nobody else
            @Nullable
            Map<String, String> met = (Map<String, String>) context.getAttribute(Shared.class);
            String same = met == null ? null : met.putIfAbsent(text, text);
            return same == null ? text : same;
        }
    }
}
