package moisson.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

        ReadingForTest reading = ReadingForTest.of("csv", "titre;motscles\nAtelier fictif;" + words + "\n");

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
    void aTableOfAThousandUnknownColumnsTellsAHundred() {
        String header = "titre" + ";inconnue".repeat(1_000);

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
