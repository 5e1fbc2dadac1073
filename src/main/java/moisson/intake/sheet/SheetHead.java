package moisson.intake.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A look at the first visible sheet of a workbook, which need not have a header that we know. */
final class SheetHead {
    private static final int COLUMNS = 200;

    private SheetHead() {}

    static List<List<String>> rows(Path workbook, int most) throws IOException {
        try {
            PackedSheet.refuseBombs(workbook);
            try (ReadableWorkbook opened = new ReadableWorkbook(workbook.toFile(), new ReadingOptions(true, true))) {
                Optional<Sheet> sheet = opened.getSheets()
                        .filter(any -> any.getVisibility() == SheetVisibility.VISIBLE)
                        .findFirst();
                return sheet.isEmpty() ? List.of() : rows(sheet.get(), most);
            }
        } catch (IOException | RuntimeException e) {
            // The library trusts what it reads. The reader tells what is wrong; here nothing is to be seen.
            return List.of();
        }
    }

    private static List<List<String>> rows(Sheet sheet, int most) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.limit(most).map(SheetHead::cells).toList();
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < Math.min(row.getCellCount(), COLUMNS); column++) {
            cells.add(CellText.of(row.getOptionalCell(column).orElse(null)));
        }
        return cells;
    }
}
