package moisson.publish.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import moisson.event.PublishedEvent;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;

/** One event per line, the same object as in the JSON file. Without events it is an empty line. */
final class JsonLinesWriter implements DatasetWriter {
    @Override
    public String extension() {
        return "jsonl";
    }

    @Override
    public String mediaType() {
        return "application/jsonl";
    }

    @Override
    public void write(Dataset dataset, OutputStream out) throws IOException {
        try (JsonGenerator json = EventJson.FACTORY.createGenerator(out)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            for (PublishedEvent event : dataset.events()) {
                EventJson.nested(event, json);
            }
            json.writeRaw('\n');
        }
    }
}
