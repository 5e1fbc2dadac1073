package moisson.publish.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import moisson.event.Moment;
import moisson.event.PublishedEvent;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The same table for people who open it in a spreadsheet: dates are dates, numbers numbers, the header stays in sight.
 * Texts are never formulas, whatever they begin with, so none of them is changed. Hours are those of the place (column
 * {@code fuseau}): a spreadsheet knows no offsets. A second sheet says what each column means.
 */
final class XlsxWriter implements DatasetWriter {
    /** Excel's own limits. */
    private static final int MOST_ROWS = 1_048_576;

    private static final int LONGEST_TEXT = 32_767;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final int FLUSHED_EVERY = 500;
    private static final String SHEET = "evenements";

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public void write(Dataset dataset, OutputStream out) throws IOException {
        Path dated = Files.createTempFile("moisson-", ".xlsx");
        try {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(dated))) {
                workbook(dataset, file);
            }
            Undated.copy(dated, out);
        } finally {
            Files.deleteIfExists(dated);
        }
    }

    private static void workbook(Dataset dataset, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Moisson", null);
        workbook.setCompressionLevel(0);
        Worksheet sheet = sheet(workbook, SHEET, Headings.EVENTS);
        int sheets = 1;
        int row = 1;
        for (PublishedEvent event : dataset.events()) {
            if (row == MOST_ROWS) {
                sheet.finish();
                sheets++;
                sheet = sheet(workbook, SHEET + "-" + sheets, Headings.EVENTS);
                row = 1;
            }
            row(sheet, row, event);
            row++;
            if (row % FLUSHED_EVERY == 0) {
                sheet.flush();
            }
        }
        sheet.finish();
        columns(workbook);
        workbook.finish();
    }

    private static Worksheet sheet(Workbook workbook, String name, List<Heading> headings) {
        Worksheet sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            sheet.inlineString(0, i, heading.name());
            sheet.style(0, i).bold().set();
            sheet.width(i, width(heading));
        }
        return sheet;
    }

    private static double width(Heading heading) {
        return switch (heading.kind()) {
            case TEXT, LIST, SESSIONS, URL -> heading.name().length() < 8 || heading.required() ? 24 : 16;
            case MOMENT, INSTANT -> 18;
            default -> Math.max(10, heading.name().length() + 2);
        };
    }

    private static void row(Worksheet sheet, int row, PublishedEvent event) {
        Told told = new Told(event);
        int i = 0;
        for (Column column : Columns.ALL) {
            switch (column.kind()) {
                case MOMENT, DATE -> moment(sheet, row, i, told.moment(column));
                case INSTANT -> dateTime(sheet, row, i, LocalDateTime.ofInstant(told.instant(column), ZoneOffset.UTC));
                default -> plain(sheet, row, i, column.of(told));
            }
            i++;
        }
    }

    private static void plain(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case BigDecimal number -> sheet.value(row, column, number);
            case Integer number -> sheet.value(row, column, number);
            case Boolean truth -> sheet.value(row, column, truth);
            case List<?> items -> {
                String text = Cells.joined(items);
                if (!text.isEmpty()) {
                    text(sheet, row, column, text);
                }
            }
            default -> text(sheet, row, column, value.toString());
        }
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        sheet.inlineString(row, column, fitted(text));
    }

    /** What fits into a cell; only lists of hundreds of sessions do not. */
    static String fitted(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    private static void moment(Worksheet sheet, int row, int column, @Nullable Moment moment) {
        if (moment == null) {
            return;
        }
        if (moment.day().isBefore(FIRST_DAY) || moment.day().isAfter(LAST_DAY)) {
            text(sheet, row, column, moment.toString());
        } else if (moment.at() == null) {
            sheet.value(row, column, moment.day());
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else {
            dateTime(sheet, row, column, moment.at().toLocalDateTime());
        }
    }

    private static void dateTime(Worksheet sheet, int row, int column, LocalDateTime at) {
        sheet.value(row, column, at);
        sheet.style(row, column)
                .format(at.getSecond() == 0 ? "yyyy-mm-dd hh:mm" : "yyyy-mm-dd hh:mm:ss")
                .set();
    }

    private static void columns(Workbook workbook) throws IOException {
        Worksheet sheet = workbook.newWorksheet("colonnes");
        sheet.freezePane(0, 1);
        List<String> titles = List.of("colonne", "type", "sens", "meaning");
        for (int i = 0; i < titles.size(); i++) {
            sheet.inlineString(0, i, titles.get(i));
            sheet.style(0, i).bold().set();
            sheet.width(i, i < 2 ? 20 : 44);
        }
        int row = 1;
        for (Heading heading : Headings.EVENTS) {
            sheet.inlineString(row, 0, heading.name());
            sheet.inlineString(row, 1, heading.kind().french());
            sheet.inlineString(row, 2, heading.french());
            sheet.inlineString(row, 3, heading.english());
            row++;
        }
        sheet.finish();
    }
}
