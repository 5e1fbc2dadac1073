package moisson.publish.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import moisson.event.PublishedEvent;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** RFC 4180: comma, UTF-8 without BOM, CRLF, a header, one row per event. Cells by the rules of {@link Cells}. */
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
        CSVPrinter printer = new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, UTF_8)), CSVFormat.RFC4180);
        printer.printRecord(Columns.ALL.stream().map(Column::name));
        for (PublishedEvent event : dataset.events()) {
            printer.printRecord(Columns.ALL.stream().map(column -> Cells.write(column.of(event))));
        }
        printer.flush();
    }
}
