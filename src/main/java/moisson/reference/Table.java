package moisson.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A small table with a header, columns parted by semicolons, UTF-8. Says where it is wrong. */
final class Table {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private final String name;
    private final List<Row> rows = new ArrayList<>();

    private Table(String name) {
        this.name = name;
    }

    /** @param name how the file is called in messages */
    static Table read(String name, Reader source, List<String> columns) throws IOException {
        Table table = new Table(name);
        try (BufferedReader reader = new BufferedReader(source);
                CSVParser parser = FORMAT.parse(withoutMark(reader))) {
            for (String column : columns) {
                if (!parser.getHeaderMap().containsKey(column)) {
                    throw new UnreadableTableException("%s, ligne 1 : il manque la colonne « %s » (attendu : %s)."
                            .formatted(name, column, String.join(";", columns)));
                }
            }
            for (CSVRecord record : parser) {
                table.rows.add(table.new Row(record, parser.getCurrentLineNumber()));
            }
        } catch (IllegalArgumentException | UncheckedIOException broken) {
            throw new UnreadableTableException(
                    "%s : le tableau ne peut pas être lu (%s).".formatted(name, broken.getMessage()), broken);
        }
        return table;
    }

    List<Row> rows() {
        return rows;
    }

    private static Reader withoutMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** One line of the table. */
    final class Row {
        private final CSVRecord cells;
        private final long line;

        private Row(CSVRecord cells, long line) {
            this.cells = cells;
            this.line = line;
        }

        /** The cell, empty when the row is too short. */
        String get(String column) {
            return cells.isSet(column) ? cells.get(column) : "";
        }

        String required(String column) throws UnreadableTableException {
            String value = get(column);
            if (value.isEmpty()) {
                throw wrong(column, value, "une valeur");
            }
            return value;
        }

        /** @param expected what should stand there, in French: "une date AAAA-MM-JJ" */
        UnreadableTableException wrong(String column, String value, String expected) {
            return new UnreadableTableException("%s, ligne %d, colonne « %s » : « %s » n’est pas lisible, il faut %s."
                    .formatted(name, line, column, value, expected));
        }
    }
}
