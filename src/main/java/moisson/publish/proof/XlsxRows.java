package moisson.publish.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moisson.publish.format.Column;
import org.apache.jena.atlas.iterator.Iter;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads published workbooks. */
final class XlsxRows {
    private XlsxRows() {}

    static Rows of(Path file) throws IOException {
        ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
        // Not by a stream: asked for an iterator, it would hold all rows of a sheet before it gave the first.
        List<Sheet> sheets = workbook.getSheets()
                .filter(sheet -> sheet.getName().startsWith("evenements"))
                .toList();
        return new Rows(Iter.flatMap(sheets.iterator(), XlsxRows::rows), workbook);
    }

    private static Iterator<Row> rows(Sheet sheet) {
        try {
            Iterator<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream().iterator();
            List<String> names =
                    rows.hasNext() ? rows.next().stream().map(Cell::getText).toList() : List.of();
            return Iter.map(rows, row -> row(names, row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(List<String> names, org.dhatim.fastexcel.reader.Row row) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), text(names.get(i), row.getOptionalCell(i).orElse(null)));
        }
        return new Row(values.getOrDefault("id", ""), values);
    }

    private static String text(String column, @Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        return switch (cell.getType()) {
            case NUMBER -> dated(column) ? cell.asDate().toString() : Alike.number(cell.asNumber());
            case BOOLEAN -> cell.asBoolean().toString();
            case FORMULA, ERROR -> "formule : " + cell.getText();
            default -> cell.getText();
        };
    }

    private static boolean dated(String column) {
        Column.Kind kind = Alike.KINDS.get(column);
        return kind == Column.Kind.MOMENT || kind == Column.Kind.DATE || kind == Column.Kind.INSTANT;
    }
}
