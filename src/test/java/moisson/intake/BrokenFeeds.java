package moisson.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * The golden feeds of the format that a test method is named after, or of all formats when it is named after none: each
 * as it is, and broken in many ways, always the same ones.
 */
final class BrokenFeeds implements ArgumentsProvider {
    private static final int TIMES = Integer.getInteger("moisson.breaks", 20);

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        String method = context.getRequiredTestMethod().getName();
        String format = method.equals("schemaOrg") ? "schema-org" : method;
        boolean all = !FeedReaders.formats().contains(format);
        try {
            return GoldenFeeds.list().stream()
                    .filter(feed -> all || feed.format().equals(format))
                    .flatMap(BrokenFeeds::wholeAndBroken)
                    .map(bytes -> Arguments.of((Object) bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<byte[]> wholeAndBroken(GoldenFeeds feed) {
        try {
            byte[] whole = Files.readAllBytes(feed.file());
            var random = new Random(20201105);
            return Stream.concat(Stream.of(whole), IntStream.range(0, TIMES).mapToObj(time -> broken(whole, random)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
