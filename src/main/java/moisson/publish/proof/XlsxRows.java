package moisson.publish.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import moisson.publish.format.Column;
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
        return new Rows(
                workbook.getSheets()
                        .filter(sheet -> sheet.getName().startsWith("evenements"))
                        .flatMap(XlsxRows::rows)
                        .iterator(),
                workbook);
    }

    private static Stream<Row> rows(Sheet sheet) {
        List<String> names = new ArrayList<>();
        try {
            return sheet.openStream().flatMap(row -> {
                if (row.getRowNum() == 1) {
                    row.forEach(cell -> names.add(cell.getText()));
                    return Stream.empty();
                }
                return Stream.of(row(names, row));
            });
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
