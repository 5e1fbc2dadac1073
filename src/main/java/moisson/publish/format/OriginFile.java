package moisson.publish.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import moisson.event.PublishedEvent;

/**
 * Everything known of each published event, one JSON object per line: its values, the records joined in it and the
 * record each value came from. A version is opened again from this file.
 */
public final class OriginFile {
    public static final String NAME = "origines.jsonl";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private OriginFile() {}

    public static void write(List<PublishedEvent> events, OutputStream out) throws IOException {
        for (PublishedEvent event : events) {
            JSON.writeValue(out, event);
            out.write('\n');
        }
    }

    public static List<PublishedEvent> read(InputStream in) throws IOException {
        try (MappingIterator<PublishedEvent> lines = stream(in)) {
            return List.copyOf(lines.readAll());
        }
    }

    /** One event after the other. */
    public static MappingIterator<PublishedEvent> stream(InputStream in) throws IOException {
        return JSON.readerFor(PublishedEvent.class).readValues(in);
    }
}
