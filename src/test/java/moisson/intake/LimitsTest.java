package moisson.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import moisson.event.Field;
import moisson.event.NoticeCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private static final String LONG = "x".repeat(Limits.VALUE + 10_000);

    @Test
    void aCellOfMoreThanOneMebibyteIsCut() {
        assertCut(ReadingForTest.of("csv", "titre;debut;description\nAtelier fictif;2020-11-05;" + LONG + "\n"));
    }

    @Test
    void aTextOfMoreThanOneMebibyteIsCutInJson() {
        assertCut(ReadingForTest.of(
                "openagenda", "[{\"uid\":1,\"title\":\"Atelier fictif\",\"description\":\"" + LONG + "\"}]"));
    }

    @Test
    void aTextOfMoreThanOneMebibyteIsCutInACalendar() {
        assertCut(ReadingForTest.of("ical", calendar("SUMMARY:Atelier fictif\nDESCRIPTION:" + LONG)));
    }

    @Test
    void aTextOfMoreThanOneMebibyteIsCutInACalendarOfShortLinesToo() {
        String folded = LONG.replaceAll("(.{70})", "$1\r\n ");

        assertCut(ReadingForTest.of("ical", calendar("SUMMARY:Atelier fictif\nDESCRIPTION:" + folded)));
    }

    @Test
    void aTextOfMoreThanOneMebibyteIsCutInAProposal() {
        assertCut(ReadingForTest.of("formulaire", "{\"titre\":\"Atelier fictif\",\"description\":\"" + LONG + "\"}"));
    }

    @Test
    void aCutNeverLeavesHalfACharacter() {
        assertThat(Characters.cut("ab😀", 3)).isEqualTo("ab");
        assertThat(Characters.cut("ab😀", 4)).isEqualTo("ab😀");
    }

    @Test
    void aListOfMoreThan5000ValuesIsCut() {
        String words = String.join("|", Collections.nCopies(6_000, "mot"));

        ReadingForTest reading = ReadingForTest.of("csv", "titre;debut;motscles\nAtelier fictif;;" + words + "\n");

        assertThat(reading.values(0, Field.KEYWORD)).hasSize(5_000);
        assertThat(reading.codes()).containsOnlyKeys("TRUNCATED_TEXT");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 900, 100_000})
    void anItemOfTooManyLevelsIsRefusedWithoutHarm(int levels) {
        String deep = "[".repeat(levels) + "]".repeat(levels);

        ReadingForTest reading =
                ReadingForTest.of("openagenda", "[{\"uid\":1,\"title\":\"Fictif\"},{\"x\":" + deep + "}]");

        assertThat(reading.records).hasSize(1);
        assertThat(reading.rejects).extracting("code").containsExactly(NoticeCode.UNREADABLE_RECORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "openagenda", "ical"})
    void anItemWithoutAnEndDoesNotFillTheMemory(String format) throws IOException {
        String start = switch (format) {
            case "csv" -> "titre;debut\nAtelier fictif;2020-11-05\n\"";
            case "openagenda" -> "[{\"uid\":1,\"title\":\"Atelier fictif\"},{\"x\":\"";
            default -> calendar("SUMMARY:Atelier fictif") + "BEGIN:VEVENT\nUID:2\n";
        };
        byte[] bytes = new byte[40 << 20];
        java.util.Arrays.fill(bytes, (byte) 'x');
        for (int i = 100; i < bytes.length; i += 100) {
            bytes[i] = '\n';
            bytes[i + 1 < bytes.length ? i + 1 : i] = ':';
        }
        byte[] head = start.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(head, 0, bytes, 0, head.length);

        ReadingForTest reading = ReadingForTest.of(format, bytes);

        assertThat(reading.records).hasSize(1);
        assertThat(reading.rejects).hasSize(1);
        assertThat(reading.codes()).containsKey("CUT_OFF");
    }

    @Test
    void moreRecordsThanAnybodyCanLookAtAreRefused() throws IOException {
        Path file = Files.createTempFile("moisson", ".csv");
        Files.writeString(file, "titre\n" + "Atelier fictif\n".repeat(11));
        var reader = new BoundedReader(new CsvReader(), 10);

        assertThatThrownBy(() -> reader.read(ReadingForTest.delivery("csv", file), new ReadingForTest()))
                .isInstanceOf(UnreadableFeedException.class)
                .hasMessageContaining("plus de 10 enregistrements");
        Files.delete(file);
    }

    @Test
    void aTableOfMoreColumnsThanASpreadsheetIsRefused() {
        String header = "titre" + ";titre".repeat(Limits.FIELDS);

        assertThatThrownBy(() -> ReadingForTest.of("csv", (header + "\n").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableFeedException.class)
                .hasMessageContaining("5001 colonnes");
    }

    @Test
    void aRowOfTooManyCellsIsRejectedAndTheNextOneIsRead() {
        String row = "Atelier fictif" + ";".repeat(1_000_000);

        ReadingForTest reading = ReadingForTest.of("csv", "titre;debut\n" + row + "\nAutre fictif;2020-11-05\n");

        assertThat(reading.values(0, Field.TITLE)).containsExactly("Autre fictif");
        assertThat(reading.rejects)
                .singleElement()
                .satisfies(reject -> assertThat(reject.value()).contains("trop de cellules"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openagenda", "json", "moisson", "formulaire", "rdf"})
    void anObjectOfTooManyFieldsIsRejected(String format) {
        StringBuilder fields = new StringBuilder("{\"@type\":\"Event\",\"uid\":1,\"titre\":\"Atelier fictif\"");
        for (int i = 0; i < Limits.FIELDS; i++) {
            fields.append(",\"x").append(i).append("\":").append(i);
        }

        ReadingForTest reading =
                ReadingForTest.of(format, format.equals("formulaire") ? fields + "}" : "[" + fields + "}]");

        assertThat(reading.records).isEmpty();
        assertThat(reading.rejects)
                .singleElement()
                .satisfies(reject -> assertThat(reject.value()).contains("trop de champs"));
    }

    @Test
    void anEventOfTooManyPropertiesIsRejectedAndTheNextOneIsRead() {
        String many = "BEGIN:VEVENT\nUID:2\n" + "X-MOT:fictif\n".repeat(Limits.FIELDS) + "END:VEVENT\n";

        ReadingForTest reading = ReadingForTest.of(
                "ical", calendar("SUMMARY:Atelier fictif").replace("BEGIN:VEVENT", many + "BEGIN:VEVENT"));

        assertThat(reading.records).extracting("key").containsExactly("1");
        assertThat(reading.rejects).hasSize(1);
    }

    @Test
    void zonesOfEndlessDefinitionsAreNotKept() {
        StringBuilder zone = new StringBuilder("BEGIN:VTIMEZONE\nTZID:Fictif\n");
        for (int i = 0; i < 100; i++) {
            zone.append("X-")
                    .append(i)
                    .append(":")
                    .append("x".repeat(Limits.VALUE / 10))
                    .append("\n");
        }

        ReadingForTest reading = ReadingForTest.of(
                "ical",
                calendar("SUMMARY:Atelier fictif").replace("BEGIN:VEVENT", zone + "END:VTIMEZONE\nBEGIN:VEVENT"));

        assertThat(reading.records).hasSize(1);
    }

    @Test
    void anItemOfTooManyElementsIsCutOff() {
        String feed = "<rss version=\"2.0\"><channel><item><title>Fictif</title></item><item>"
                + "<a/>".repeat(Limits.ELEMENTS + 1) + "</item></channel></rss>";

        ReadingForTest reading = ReadingForTest.of("rss", feed);

        assertThat(reading.records).hasSize(1);
        assertThat(reading.codes()).containsOnlyKeys("CUT_OFF", "UNREADABLE_RECORD");
    }

    @Test
    void aTableOfAThousandUnknownColumnsTellsAHundred() {
        String header = "titre;debut" + ";inconnue".repeat(1_000);

        assertThat(ReadingForTest.of("csv", header + "\n").remarks).hasSize(Limits.NOTICES);
    }

    private static void assertCut(ReadingForTest reading) {
        assertThat(reading.values(0, Field.DESCRIPTION).getFirst()).hasSize(Limits.VALUE);
        assertThat(reading.notices.getFirst()).anySatisfy(notice -> {
            assertThat(notice.code()).isEqualTo(NoticeCode.TRUNCATED_TEXT);
            assertThat(notice.field()).isEqualTo("DESCRIPTION");
        });
        assertThat(reading.rejects).isEmpty();
    }

    private static String calendar(String lines) {
        return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20201105T080000Z\n" + lines
                + "\nEND:VEVENT\nEND:VCALENDAR\n";
    }
}
