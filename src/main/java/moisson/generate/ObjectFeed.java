package moisson.generate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import moisson.event.Field;

/** A list of flat objects, with the names of our columns. */
final class ObjectFeed implements Feeds.Feed {
    private final JsonGenerator json;
    private final boolean published;

    /** @param published inside an object, as we publish it */
    ObjectFeed(Writer out, boolean published) throws IOException {
        this.json = new JsonFactory().createGenerator(out);
        this.published = published;
        if (published) {
            json.writeStartObject();
            json.writeFieldName("evenements");
        }
        json.writeStartArray();
    }

    @Override
    public void add(Telling telling) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", telling.key());
        for (Map.Entry<Field, String> time : telling.times().columns().entrySet()) {
            json.writeStringField(Feeds.COLUMNS.get(time.getKey()), time.getValue());
        }
        for (Map.Entry<Field, String> value : telling.values().entrySet()) {
            json.writeStringField(Feeds.COLUMNS.get(value.getKey()), value.getValue());
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        if (published) {
            json.writeEndObject();
        }
        json.close();
    }
}
