package moisson.publish.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import moisson.event.PublishedEvent;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;

/** The events as JSON, one per line, in one of the ways to put them together. */
final class JsonWriter implements DatasetWriter.InRow {
    private static final String IN_LIST = "\n,";

    private final String extension;
    private final String mediaType;
    private final Head head;
    private final Each each;
    private final String between;
    private final String tail;
    private final String tailOfNone;

    /** What stands before the first event. */
    private interface Head {
        void write(Dataset dataset, JsonGenerator json) throws IOException;
    }

    /** Writes an event as one object. */
    private interface Each {
        void write(Told event, JsonGenerator json) throws IOException;
    }

    private JsonWriter(
            String extension, String mediaType, Head head, Each each, String between, String tail, String tailOfNone) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.head = head;
        this.each = each;
        this.between = between;
        this.tail = tail;
        this.tailOfNone = tailOfNone;
    }

    /** One object with the name of the dataset and its events. */
    static JsonWriter object() {
        return list("json", "application/json", "jeu", Dataset::name, "evenements", EventJson::nested);
    }

    /** The same events, and nothing else. Without events it is an empty line. */
    static JsonWriter lines() {
        return new JsonWriter("jsonl", "application/jsonl", (dataset, json) -> {}, EventJson::nested, "\n", "\n", "\n");
    }

    /** GeoJSON of RFC 7946. */
    static JsonWriter features() {
        return list(
                "geojson", "application/geo+json", "type", dataset -> "FeatureCollection", "features", Features::write);
    }

    private static JsonWriter list(
            String extension, String mediaType, String first, Function<Dataset, String> value, String list, Each each) {
        return new JsonWriter(
                extension,
                mediaType,
                (dataset, json) -> {
                    json.writeStartObject();
                    json.writeStringField(first, value.apply(dataset));
                    json.writeArrayFieldStart(list);
                    json.writeRaw('\n');
                },
                each,
                IN_LIST,
                "\n]}\n",
                "]}\n");
    }

    @Override
    public String extension() {
        return extension;
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public void head(Dataset dataset, OutputStream out) throws IOException {
        try (JsonGenerator json = EventJson.open(out)) {
            head.write(dataset, json);
        }
    }

    @Override
    public void events(List<PublishedEvent> events, OutputStream out) throws IOException {
        try (JsonGenerator json = EventJson.open(out)) {
            json.setRootValueSeparator(new SerializedString(between));
            Told.each(events, event -> each.write(event, json));
        }
    }

    @Override
    public String before(boolean first) {
        return first ? "" : between;
    }

    @Override
    public String tail(boolean empty) {
        return empty ? tailOfNone : tail;
    }
}
