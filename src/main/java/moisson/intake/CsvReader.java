package moisson.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import moisson.event.Delivery;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.intake.RationedReader.TooLongException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads any table of events whose header we can make sense of, whatever its delimiter and its encoding. */
final class CsvReader implements FeedReader {
    @Override
    public String format() {
        return "csv";
    }

    @Override
    public void read(Delivery delivery, RecordSink sink) throws IOException {
        try (FeedText text = FeedText.open(delivery, "un fichier CSV")) {
            CsvDialect dialect = CsvDialect.of(text.head());
            text.reader().skip(dialect.skipped());
            var ration = new RationedReader(text.reader(), Limits.ITEM);
            try (CSVParser parser = dialect.format().parse(ration)) {
                read(new Rows(parser, ration, dialect.skipped() > 0 ? 2 : 1), Mapping.of(delivery), sink);
            }
            text.remarkOn(sink);
        }
    }

    private static void read(Rows rows, Mapping mapping, RecordSink sink) throws IOException {
        Line first = rows.next();
        if (first == null || first.cells() == null) {
            throw new UnreadableFeedException(
                    "Le fichier ne commence pas par une ligne d’en-tête lisible\u202F: un fichier CSV était attendu.");
        }
        CsvHeader header = CsvHeader.of(Arrays.asList(first.cells().values()), mapping);
        header.refuseUnlessEvents();
        header.remarkOnUnknown(sink, "ligne " + first.number());
        int number = 0;
        for (Line row = rows.next(); row != null; row = rows.next()) {
            number++;
            if (row.cells() == null) {
                String place = "ligne " + row.number();
                sink.remark(new Notice(NoticeCode.CUT_OFF, place, null, null, null));
                new RecordDraft(number, place, null).refuse(sink, "guillemet jamais refermé, ou ligne trop longue");
                return;
            }
            header.give(
                    number, "ligne " + row.number(), Arrays.asList(row.cells().values()), sink);
        }
    }

    /** @param cells null when the rest of the file cannot be read as rows */
    private record Line(long number, @Nullable CSVRecord cells) {}

    /** The rows that are not blank, with the line each begins on. */
    private record Rows(CSVParser parser, Iterator<CSVRecord> iterator, RationedReader ration, int firstLine) {
        Rows(CSVParser parser, RationedReader ration, int firstLine) {
            this(parser, parser.iterator(), ration, firstLine);
        }

        @Nullable
        Line next() throws IOException {
            while (true) {
                long line = parser.getCurrentLineNumber() + firstLine;
                ration.renew();
                try {
                    if (!iterator.hasNext()) {
                        return null;
                    }
                    CSVRecord cells = iterator.next();
                    if (!isBlank(cells)) {
                        return new Line(line, cells);
                    }
                } catch (UncheckedIOException e) {
                    return unreadable(line, e);
                }
            }
        }

        private static boolean isBlank(CSVRecord cells) {
            for (String cell : cells.values()) {
                if (!cell.isBlank()) {
                    return false;
                }
            }
            return true;
        }

        /** An unclosed quote, or a row without an end, is the feed's fault; anything else is the disk's. */
        private static Line unreadable(long line, UncheckedIOException e) throws IOException {
            if (e.getCause() instanceof CSVException || e.getCause() instanceof TooLongException) {
                return new Line(line, null);
            }
            throw e.getCause();
        }
    }
}
