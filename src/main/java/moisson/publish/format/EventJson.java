package moisson.publish.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import moisson.event.PublishedEvent;
import org.jspecify.annotations.Nullable;

/** One event as JSON: every column is there, {@code null} when unknown. */
public final class EventJson {
    /** Makes generators that leave the stream open and write numbers without exponents. */
    public static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    /** Those of the columns, encoded once. */
    private static final List<SerializedString> NAMES =
            Columns.ALL.stream().map(Column::name).map(SerializedString::new).toList();

    private EventJson() {}

    /** For a part of a file: what is open when it is closed stays open. */
    static JsonGenerator open(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
    }

    /** The columns of the place inside {@code localisation}, a session as an object with {@code debut} and {@code fin}. */
    public static void nested(PublishedEvent event, JsonGenerator json) throws IOException {
        nested(new Told(event), json);
    }

    static void nested(Told event, JsonGenerator json) throws IOException {
        json.writeStartObject();
        String open = null;
        for (int i = 0; i < NAMES.size(); i++) {
            Column column = Columns.ALL.get(i);
            if (!Objects.equals(open, column.group())) {
                open = move(open, column.group(), json);
            }
            json.writeFieldName(NAMES.get(i));
            value(column.of(event), column.kind() == Column.Kind.SESSIONS, json);
        }
        if (open != null) {
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** All columns side by side, a session as {@code debut/fin}: what maps understand. */
    static void flat(Told event, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < NAMES.size(); i++) {
            json.writeFieldName(NAMES.get(i));
            value(Columns.ALL.get(i).of(event), false, json);
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

    private static void value(@Nullable Object value, boolean sessions, JsonGenerator json) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case BigDecimal number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case Boolean truth -> json.writeBoolean(truth);
            case List<?> items -> list(items, sessions, json);
            default -> json.writeString(value.toString());
        }
    }

    private static void list(List<?> items, boolean sessions, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Object item : items) {
            if (sessions) {
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
