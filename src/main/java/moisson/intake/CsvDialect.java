package moisson.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * How a CSV file is written, found out from its head. French publications use the semicolon, scrapers the comma,
 * spreadsheets the tab; none of them says so.
 *
 * @param delimiter what separates cells
 * @param skipped characters before the header: the "sep=;" line that Excel understands
 */
record CsvDialect(char delimiter, int skipped) {
    private static final char[] DELIMITERS = {';', ',', '\t', '|'};
    private static final int ROWS = 50;

    static CsvDialect of(String head) {
        int skipped = separatorLine(head);
        if (skipped > 0) {
            return new CsvDialect(head.charAt(4), skipped);
        }
        char best = ',';
        long bestScore = 0;
        for (char delimiter : DELIMITERS) {
            long score = score(head, delimiter);
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        return new CsvDialect(best, 0);
    }

    /** Reads what is there: blanks before quotes, text after them, a last cell that is never closed. */
    CSVFormat format() {
        return format(delimiter);
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setQuote('"')
                .setIgnoreSurroundingSpaces(true)
                .setTrailingData(true)
                // Empty lines come as rows of one empty cell: dropped silently they would shift the line numbers.
                .setIgnoreEmptyLines(false)
                .get();
    }

    private static int separatorLine(String head) {
        if (!head.regionMatches(true, 0, "sep=", 0, 4) || head.length() < 6) {
            return 0;
        }
        int end = head.indexOf('\n');
        return end == 5 || (end == 6 && head.charAt(5) == '\r') ? end + 1 : 0;
    }

    /** Headers that we know count most, then rows of the same width as the header, then the width itself. */
    private static long score(String head, char delimiter) {
        List<CSVRecord> rows = rows(head, delimiter);
        if (rows.isEmpty() || rows.getFirst().size() < 2) {
            return 0;
        }
        int width = rows.getFirst().size();
        long known = rows.getFirst().stream()
                .filter(header -> ColumnNames.meaning(header).isPresent())
                .count();
        long even = rows.stream().filter(row -> row.size() == width).count();
        return known * 1_000_000 + 1_000 * even / rows.size() * 100 + Math.min(width, 99);
    }

    static List<CSVRecord> rows(String head, char delimiter) {
        List<CSVRecord> rows = new ArrayList<>();
        try (var parser = format(delimiter).parse(new StringReader(head))) {
            for (CSVRecord row : parser) {
                if (row.size() > 1 || !row.get(0).isBlank()) {
                    rows.add(row);
                }
                if (rows.size() == ROWS) {
                    return rows;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // The head ends inside a quoted cell, or this is not the delimiter: what was read so far tells.
            return rows;
        }
        // The last row is likely cut by the end of the head.
        return rows.size() > 1 ? rows.subList(0, rows.size() - 1) : rows;
    }
}
