package moisson.publish.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import moisson.publish.format.Cells;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads published CSV files. */
final class CsvRows {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private CsvRows() {}

    static Rows events(Path file) throws IOException {
        CSVParser parser = parser(file);
        Iterator<CSVRecord> records = parser.iterator();
        return new Rows(
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return records.hasNext();
                    }

                    @Override
                    public Row next() {
                        return row(records.next());
                    }
                },
                parser);
    }

    /** The header is the first record. */
    static CSVParser parser(Path file) throws IOException {
        return CSVParser.parse(file, UTF_8, FORMAT);
    }

    private static Row row(CSVRecord record) {
        if (!record.isConsistent()) {
            throw new IllegalStateException("la ligne " + record.getRecordNumber() + " n’a pas "
                    + record.getParser().getHeaderNames().size() + " cellules");
        }
        Map<String, String> values = new LinkedHashMap<>();
        record.toMap()
                .forEach((name, cell) -> values.put(name, Alike.numeric(name) ? Alike.number(cell) : Cells.text(cell)));
        return new Row(values.getOrDefault("id", ""), values);
    }
}
