package moisson.publish.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import moisson.event.PublishedEvent;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;
import org.jspecify.annotations.Nullable;

/**
 * One object with the name of the dataset and its events, one event per line. Every column is there, {@code null} when
 * unknown; those of the place are nested in {@code localisation}, a session is an object with its {@code debut} and
 * {@code fin}.
 */
final class JsonWriter implements DatasetWriter {
    private final JsonFactory factory = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public void write(Dataset dataset, OutputStream out) throws IOException {
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("jeu", dataset.name());
            json.writeArrayFieldStart("evenements");
            for (PublishedEvent event : dataset.events()) {
                json.writeRaw('\n');
                write(event, json);
            }
            json.writeRaw('\n');
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void write(PublishedEvent event, JsonGenerator json) throws IOException {
        json.writeStartObject();
        String open = null;
        for (Column column : Columns.ALL) {
            if (!Objects.equals(open, column.group())) {
                open = move(open, column.group(), json);
            }
            json.writeFieldName(column.name());
            value(column, column.of(event), json);
        }
        if (open != null) {
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static @Nullable String move(@Nullable String from, @Nullable String to, JsonGenerator json)
            throws IOException {
        if (from != null) {
            json.writeEndObject();
        }
        if (to != null) {
            json.writeObjectFieldStart(to);
        }
        return to;
    }

    private static void value(Column column, @Nullable Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case BigDecimal number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case Boolean truth -> json.writeBoolean(truth);
            case List<?> items -> list(column, items, json);
            default -> json.writeString(value.toString());
        }
    }

    private static void list(Column column, List<?> items, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Object item : items) {
            if (column.kind() == Column.Kind.SESSIONS) {
                session(item.toString(), json);
            } else {
                json.writeString(item.toString());
            }
        }
        json.writeEndArray();
    }

    private static void session(String session, JsonGenerator json) throws IOException {
        int slash = session.indexOf('/');
        String end = session.substring(slash + 1);
        json.writeStartObject();
        json.writeStringField("debut", session.substring(0, slash));
        if (end.isEmpty()) {
            json.writeNullField("fin");
        } else {
            json.writeStringField("fin", end);
        }
        json.writeEndObject();
    }
}
