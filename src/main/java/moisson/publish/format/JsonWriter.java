package moisson.publish.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import moisson.event.PublishedEvent;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;

/** One object with the name of the dataset and its events, one event per line. */
final class JsonWriter implements DatasetWriter {
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
        try (JsonGenerator json = EventJson.FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("jeu", dataset.name());
            json.writeArrayFieldStart("evenements");
            for (PublishedEvent event : dataset.events()) {
                json.writeRaw('\n');
                EventJson.nested(event, json);
            }
            json.writeRaw('\n');
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
