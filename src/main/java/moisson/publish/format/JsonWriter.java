package moisson.publish.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import moisson.event.PublishedEvent;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;

/** One object with the name of the dataset and its events, one event per line. */
final class JsonWriter implements DatasetWriter.InRow {
    private static final String BETWEEN = "\n,";

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public void head(Dataset dataset, OutputStream out) throws IOException {
        try (JsonGenerator json = EventJson.open(out)) {
            json.writeStartObject();
            json.writeStringField("jeu", dataset.name());
            json.writeArrayFieldStart("evenements");
            json.writeRaw('\n');
        }
    }

    @Override
    public void events(List<PublishedEvent> events, OutputStream out) throws IOException {
        try (JsonGenerator json = EventJson.open(out)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter(BETWEEN));
            for (PublishedEvent event : events) {
                EventJson.nested(event, json);
            }
        }
    }

    @Override
    public String before(boolean first) {
        return first ? "" : BETWEEN;
    }

    @Override
    public String tail(boolean empty) {
        return empty ? "]}\n" : "\n]}\n";
    }
}
