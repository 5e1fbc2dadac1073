package moisson.publish.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import moisson.event.PublishedEvent;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;

/** One row per event, one column per {@link Columns column}. */
final class CsvWriter implements DatasetWriter.InRow {
    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public void head(Dataset dataset, OutputStream out) throws IOException {
        new CsvTable(Headings.EVENTS, out).flush();
    }

    @Override
    public void events(List<PublishedEvent> events, OutputStream out) throws IOException {
        CsvTable table = new CsvTable(Headings.EVENTS.size(), events.size(), out);
        Told.each(events, told -> {
            int i = 0;
            for (Column column : Columns.ALL) {
                table.set(i++, column.of(told));
            }
            table.endRow();
        });
        table.flush();
    }
}
