package moisson.intake.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import moisson.event.Field;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.intake.CsvHeader;
import moisson.intake.Limits;
import moisson.intake.Mapping;
import moisson.intake.RecordDraft;
import moisson.intake.RecordSink;
import moisson.intake.UnreadableFeedException;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet, from its header on. */
record SheetRows(Sheet sheet, MergedCells merged, Mapping mapping, RecordSink sink) {
    private static final Set<Field> TELLING = Set.of(Field.TITLE, Field.START, Field.SESSION, Field.WHEN);
    private static final int HEADER_WITHIN = 20;

    /** A row with its number in the sheet, from 1. Its cells are null when it holds too much. */
    private record Line(int number, @Nullable List<String> cells, boolean banner) {
        String place() {
            return "ligne " + number;
        }
    }

    /** Whether there was a header. */
    boolean read() throws IOException {
        try (Stream<Row> stream = sheet.openStream()) {
            Iterator<Row> rows = stream.iterator();
            CsvHeader header = header(rows);
            if (header == null) {
                return false;
            }
            give(rows, header);
            return true;
        }
    }

    private @Nullable CsvHeader header(Iterator<Row> rows) throws IOException {
        try {
            for (Line line = next(rows); line != null && line.number() <= HEADER_WITHIN; line = next(rows)) {
                CsvHeader header = line.cells() == null ? null : CsvHeader.of(line.cells(), mapping);
                if (header != null && isTelling(header)) {
                    header.remarkOnUnknown(sink, line.place());
                    return header;
                }
            }
            return null;
        } catch (BrokenException e) {
            throw new UnreadableFeedException(
                    "La feuille de calcul n’est pas lisible\u202F: le classeur est abîmé.", e);
        }
    }

    /** One known name may be chance: a sheet that says "Programme" in its first cell has no header yet. */
    private static boolean isTelling(CsvHeader header) {
        return header.known().size() >= 2
                && header.known().stream()
                        .anyMatch(column -> column.meaning().field() != null
                                && TELLING.contains(column.meaning().field()));
    }

    private void give(Iterator<Row> rows, CsvHeader header) {
        int number = 0;
        String last = "en-tête";
        try {
            for (Line line = next(rows); line != null; line = next(rows)) {
                last = line.place();
                if (line.cells() == null) {
                    new RecordDraft(++number, last, null).refuse(sink, "ligne trop longue");
                } else if (line.banner()) {
                    number++;
                    sink.reject(new Notice(
                            NoticeCode.NOT_AN_EVENT,
                            last,
                            null,
                            null,
                            String.join(" ", line.cells()).strip()));
                } else if (line.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                    header.give(++number, last, fitted(line.cells(), header), sink);
                }
            }
        } catch (BrokenException e) {
            String place = "après " + last;
            sink.remark(new Notice(NoticeCode.CUT_OFF, place, null, null, null));
            new RecordDraft(number + 1, place, null).refuse(sink, "suite de la feuille illisible");
        }
    }

    /** As wide as the header; what stands beside it stays when there is something. */
    private static List<String> fitted(List<String> cells, CsvHeader header) {
        int width = cells.size();
        while (width > header.names().size() && cells.get(width - 1).isBlank()) {
            width--;
        }
        List<String> fitted = new ArrayList<>(cells.subList(0, width));
        while (fitted.size() < header.names().size()) {
            fitted.add("");
        }
        return fitted;
    }

    private @Nullable Line next(Iterator<Row> rows) throws BrokenException {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            return line(row.getRowNum(), row);
        } catch (RuntimeException e) {
            // The library trusts what it reads: a broken sheet shows as all sorts of exceptions.
            throw new BrokenException(e);
        }
    }

    private Line line(int number, Row row) {
        List<String> cells = new ArrayList<>();
        long length = 0;
        for (int column = 0; column < row.getCellCount(); column++) {
            String text = CellText.of(row.getOptionalCell(column).orElse(null));
            length += text.length();
            if (length > Limits.ITEM) {
                return new Line(number, null, false);
            }
            cells.add(text);
        }
        if (merged.isBanner(number, cells)) {
            return new Line(number, cells, true);
        }
        merged.fill(number, cells);
        boolean tooLong = cells.stream().mapToLong(String::length).sum() > Limits.ITEM;
        return new Line(number, tooLong ? null : cells, false);
    }

    /** The sheet cannot be read any further. */
    private static final class BrokenException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenException(Throwable cause) {
            super(cause);
        }
    }
}
