package moisson.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import moisson.event.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTextTest {
    @ParameterizedTest
    @ValueSource(ints = {65_500, 65_521, 65_522, 65_523, 65_524, 65_525, 65_526, 81_906, 81_907, 81_908, 81_909})
    void aCharacterAcrossTwoBuffersIsOne(int filling) {
        String text = "titre\n" + "x".repeat(filling) + "€é😀€é😀\n";

        ReadingForTest reading = ReadingForTest.of("csv", text);

        assertThat(reading.values(0, Field.TITLE)).containsExactly("x".repeat(filling) + "€é😀€é😀");
        assertThat(reading.codes()).containsOnlyKeys("NO_DATE_COLUMN");
    }

    @Test
    void aForeignByteFarFromTheHeadIsReadToo() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(("titre\nÉté fictif\n" + "Long fictif\n".repeat(10_000)).getBytes(StandardCharsets.UTF_8));
        bytes.write("Café fictif\n".getBytes(Charset.forName("windows-1252")));
        bytes.write("Théâtre fictif\n".getBytes(StandardCharsets.UTF_8));

        ReadingForTest reading = ReadingForTest.of("csv", bytes.toByteArray());

        assertThat(reading.values(0, Field.TITLE)).containsExactly("Été fictif");
        assertThat(reading.values(10_001, Field.TITLE)).containsExactly("Café fictif");
        assertThat(reading.values(10_002, Field.TITLE)).containsExactly("Théâtre fictif");
        assertThat(reading.codes()).containsOnlyKeys("NO_DATE_COLUMN", "REPAIRED_ENCODING");
    }

    @Test
    void jsonInWindows1252IsReadToo() throws IOException {
        byte[] bytes = "[{\"uid\":1,\"title\":\"Fête fictive à l’été\"}]".getBytes(Charset.forName("windows-1252"));

        assertThat(ReadingForTest.of("openagenda", bytes).values(0, Field.TITLE))
                .containsExactly("Fête fictive à l’été");
    }

    @Test
    void aFileCutInTheMiddleOfACharacterIsRead() throws IOException {
        byte[] bytes = {'t', 'i', 't', 'r', 'e', '\n', 'a', (byte) 0xE2, (byte) 0x82};

        assertThat(ReadingForTest.of("csv", bytes).records).hasSize(1);
    }
}
