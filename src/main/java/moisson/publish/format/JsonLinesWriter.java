package moisson.publish.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import moisson.event.PublishedEvent;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;

/** One event per line, the same object as in the JSON file. Without events it is an empty line. */
final class JsonLinesWriter implements DatasetWriter.InRow {
    private static final String BETWEEN = "\n";

    @Override
    public String extension() {
        return "jsonl";
    }

    @Override
    public String mediaType() {
        return "application/jsonl";
    }

    @Override
    public void head(Dataset dataset, OutputStream out) {
        // The first line is the first event.
    }

    @Override
    public void events(List<PublishedEvent> events, OutputStream out) throws IOException {
        try (JsonGenerator json = EventJson.FACTORY.createGenerator(out)) {
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
        return "\n";
    }
}
