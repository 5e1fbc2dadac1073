package moisson.generate;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import moisson.event.Field;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table with a header. */
final class TableFeed implements Feeds.Feed {
    private final CSVPrinter printer;

    TableFeed(Writer out, char delimiter) throws IOException {
        String[] header =
                Stream.concat(Stream.of("id"), Feeds.COLUMNS.values().stream()).toArray(String[]::new);
        printer = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setHeader(header)
                .get()
                .print(out);
    }

    @Override
    public void add(Telling telling) throws IOException {
        Map<Field, String> times = telling.times().columns();
        List<String> cells = new ArrayList<>(Feeds.COLUMNS.size() + 1);
        cells.add(telling.key());
        for (Field field : Feeds.COLUMNS.keySet()) {
            cells.add(times.getOrDefault(field, telling.value(field)));
        }
        printer.printRecord(cells);
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
