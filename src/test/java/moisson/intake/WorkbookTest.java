package moisson.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import moisson.event.Field;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Workbooks as a library writes them, with shared texts and styles. */
class WorkbookTest {
    @Test
    void datesHoursAndNumbersReadAsAPersonSeesThem() throws IOException {
        ReadingForTest reading = ReadingForTest.of("xlsx", workbook(20));

        assertThat(reading.records).hasSize(20);
        assertThat(reading.values(0, Field.START)).containsExactly("2020-11-17");
        assertThat(reading.values(0, Field.END)).containsExactly("2020-11-17T17:30");
        assertThat(reading.values(0, Field.POSTCODE)).containsExactly("59000");
        assertThat(reading.values(19, Field.ORGANISER)).containsExactly("Ville fictive", "Association fictive");
        assertThat(reading.records.getLast().key()).isEqualTo("e-19");
        assertThat(reading.records.getLast().place()).isEqualTo("ligne 21");
        assertThat(reading.codes()).isEmpty();
    }

    @Test
    void whatIsMergedHoldsForEveryRowAndDatesMayBeTextsOrNumbers() throws IOException {
        ReadingForTest reading = ReadingForTest.of("xlsx", programme());

        assertThat(reading.records).hasSize(3);
        assertThat(reading.values(0, Field.COMMUNE)).containsExactly("Lille");
        assertThat(reading.values(1, Field.COMMUNE)).containsExactly("Lille");
        assertThat(reading.values(2, Field.COMMUNE)).containsExactly("Metz");
        assertThat(reading.values(0, Field.START)).containsExactly("2020-11-17");
        assertThat(reading.values(1, Field.START)).containsExactly("mercredi 18 novembre 2020");
        assertThat(reading.values(2, Field.START)).containsExactly("19/11/2020");
        assertThat(reading.codes()).isEmpty();
    }

    /** A title over the whole table, a town beside two rows, and dates as three people type them. */
    private static byte[] programme() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Essai", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Programme");
            sheet.value(0, 0, "Programme fictif");
            sheet.range(0, 0, 0, 2).merge();
            List<String> header = List.of("Commune", "Titre", "Date de début");
            for (int column = 0; column < header.size(); column++) {
                sheet.value(1, column, header.get(column));
            }
            sheet.value(2, 0, "Lille");
            sheet.range(2, 0, 3, 0).merge();
            sheet.value(4, 0, "Metz");
            for (int row = 2; row < 5; row++) {
                sheet.value(row, 1, "Atelier fictif " + row);
            }
            sheet.value(2, 2, LocalDate.of(2020, 11, 17));
            sheet.style(2, 2).format("d mmm yyyy").set();
            sheet.value(3, 2, "mercredi 18 novembre 2020");
            sheet.value(4, 2, "19/11/2020");
        }
        return bytes.toByteArray();
    }

    private static byte[] workbook(int rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Essai", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Événements");
            String[] header = {"id", "titre", "debut", "fin", "code_postal", "organisateurs"};
            for (int column = 0; column < header.length; column++) {
                sheet.value(0, column, header[column]);
            }
            for (int row = 1; row <= rows; row++) {
                sheet.value(row, 0, "e-" + (row - 1));
                sheet.value(row, 1, "Atelier fictif " + row);
                sheet.value(row, 2, LocalDate.of(2020, 11, 17));
                sheet.style(row, 2).format("dd/mm/yyyy").set();
                sheet.value(row, 3, LocalDateTime.of(2020, 11, 17, 17, 30));
                sheet.style(row, 3).format("dd/mm/yyyy hh:mm").set();
                sheet.value(row, 4, 59000);
                sheet.value(row, 5, "Ville fictive|Association fictive");
            }
        }
        return bytes.toByteArray();
    }
}
