package moisson.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import moisson.event.Delivery;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.TextSum;
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
            var lines = new LineReader(text.reader());
            var ration = new RationedReader(lines, Limits.ITEM);
            try (CSVParser parser = dialect.format().parse(ration)) {
                Rows rows = new Rows(parser, lines, ration, sink, dialect.skipped() > 0 ? 2 : 1);
                read(rows, dialect, Mapping.of(delivery), sink);
            }
            text.remarkOn(sink);
        }
    }

    private static void read(Rows rows, CsvDialect dialect, Mapping mapping, RecordSink sink) throws IOException {
        Line first = rows.next(0);
        if (first == null || first.cells() == null) {
            throw new UnreadableFeedException(
                    "Le fichier ne commence pas par une ligne d’en-tête lisible\u202F: un fichier CSV était attendu.");
        }
        CsvHeader header = CsvHeader.of(Arrays.asList(first.cells().values()), mapping);
        header.refuseUnlessEvents();
        header.remarkOnUnknown(sink, place(first.number()));
        // Under another header or in another dialect the same text is another record.
        long salt = TextSum.of(TextSum.of(1, dialect.toString()), header.names().toString());
        for (Line row = rows.next(salt); row != null; row = rows.next(salt)) {
            int number = rows.count().get() - 1;
            String place = place(row.number());
            if (row.cells() == null) {
                sink.remark(new Notice(NoticeCode.CUT_OFF, place, null, null, null));
                new RecordDraft(number, place, null).refuse(sink, "guillemet jamais refermé, ou ligne trop longue");
                return;
            }
            header.give(number, place, Arrays.asList(row.cells().values()), row.text(), sink);
        }
    }

    private static String place(long line) {
        return "ligne " + line;
    }

    /**
     * A row that was parsed.
     *
     * @param number of the line it begins on, from 1
     * @param cells null when the rest of the file cannot be read as rows
     * @param text sum of its text; 0 when it is not one line
     */
    private record Line(long number, @Nullable CSVRecord cells, long text) {}

    /** The rows that are not blank, those left out that the sink knows. */
    private record Rows(
            CSVParser parser,
            Iterator<CSVRecord> iterator,
            LineReader lines,
            RationedReader ration,
            RecordSink sink,
            int firstLine,
            AtomicInteger count) {
        Rows(CSVParser parser, LineReader lines, RationedReader ration, RecordSink sink, int firstLine) {
            this(parser, parser.iterator(), lines, ration, sink, firstLine, new AtomicInteger());
        }

        @Nullable
        Line next(long salt) throws IOException {
            while (true) {
                long line = parser.getCurrentLineNumber() + lines.skipped() + firstLine;
                long text = lines.next(salt);
                if (text != 0 && sink.again(text, () -> place(line))) {
                    lines.skip();
                    count.incrementAndGet();
                    continue;
                }
                ration.renew();
                try {
                    if (!iterator.hasNext()) {
                        return null;
                    }
                    CSVRecord cells = iterator.next();
                    if (!isBlank(cells)) {
                        count.incrementAndGet();
                        return new Line(line, cells, lines.tookOne() ? text : 0);
                    }
                } catch (UncheckedIOException e) {
                    count.incrementAndGet();
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
                return new Line(line, null, 0);
            }
            throw e.getCause();
        }
    }
}
