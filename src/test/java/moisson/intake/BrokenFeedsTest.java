package moisson.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Breaks every golden feed in many ways, always the same ones: nothing may throw but a refusal, and all must end. */
class BrokenFeedsTest {
    private static final int TIMES = Integer.getInteger("moisson.breaks", 60);

    @TestFactory
    Stream<DynamicTest> aBrokenFeedIsReadOrRefused() throws IOException {
        return GoldenFeeds.list().stream()
                .map(feed -> DynamicTest.dynamicTest(
                        feed.format() + "/" + feed.file().getFileName(), () -> breakAndRead(feed)));
    }

    private static void breakAndRead(GoldenFeeds feed) throws IOException {
        byte[] whole = Files.readAllBytes(feed.file());
        var random = new Random(20201105);
        for (int time = 0; time < TIMES; time++) {
            byte[] broken = broken(whole, random);
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> read(feed.format(), broken),
                    () -> "break " + Arrays.toString(broken));
        }
    }

    private static void read(String format, byte[] bytes) throws IOException {
        try {
            ReadingForTest reading = ReadingForTest.of(format, bytes);
            assertThat(reading.records)
                    .allSatisfy(record -> assertThat(record.number()).isPositive());
        } catch (UnreadableFeedException refused) {
            assertThat(refused).message().isNotBlank();
        }
    }

    private static byte[] broken(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int blow = random.nextInt(4); blow >= 0; blow--) {
            bytes = blow(bytes, random);
        }
        return bytes;
    }

    private static byte[] blow(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(5)) {
            case 0 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 3 -> {
                return splice(
                        bytes,
                        at,
                        at,
                        "\0\"{}[];:,|\n\r\u00e9\ud83d<"
                                .repeat(1 + random.nextInt(3))
                                .getBytes(StandardCharsets.UTF_8));
            }
            default -> {
                int end = Math.min(bytes.length, at + random.nextInt(200));
                return splice(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
            }
        }
        return bytes;
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] piece) {
        byte[] spliced = Arrays.copyOf(bytes, from + piece.length + bytes.length - to);
        System.arraycopy(piece, 0, spliced, from, piece.length);
        System.arraycopy(bytes, to, spliced, from + piece.length, bytes.length - to);
        return spliced;
    }
}
