package moisson.publish.format;

import java.io.IOException;
import java.io.OutputStream;
import moisson.event.PublishedEvent;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;

/** One row per event, one column per {@link Columns column}. */
final class CsvWriter implements DatasetWriter {
    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public void write(Dataset dataset, OutputStream out) throws IOException {
        CsvTable table = new CsvTable(Headings.EVENTS, out);
        for (PublishedEvent event : dataset.events()) {
            int i = 0;
            for (Column column : Columns.ALL) {
                table.set(i++, column.of(event));
            }
            table.endRow();
        }
        table.flush();
    }
}
