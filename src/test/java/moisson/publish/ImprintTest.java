package moisson.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever touches a file that was written is noticed, without reading it. */
class ImprintTest {
    @TempDir
    private Path home;

    private Path file;
    private Imprint imprint;

    @BeforeEach
    void write() throws IOException {
        file = home.resolve("1");
        SummedFile out = SummedFile.create(file);
        try (out) {
            out.write(new byte[] {1, 2, 3}, 0, 3);
        }
        imprint = Imprint.written(file, out.crc());
        assumeTrue(imprint.mark() != null, "a system that tells enough of its files");
    }

    @Test
    void theCrcIsThatOfTheFile() throws IOException {
        assertThat(imprint.crc())
                .isEqualTo(FileUtils.checksumCRC32(file.toFile()))
                .isEqualTo(0x55bc801dL);
    }

    @Test
    void aFileThatNobodyTouchedIsUntouchedButNotYetProven() throws IOException {
        assertThat(imprint.untouched(file)).isTrue();
        assertThat(imprint.proven(file)).isFalse();
        assertThat(linked().proven(home.resolve("2"))).isTrue();
    }

    @Test
    void otherBytesAreNoticedWhateverTimeIsSetAfterwards() throws IOException {
        FileTime then = Files.getLastModifiedTime(file);
        touched(path -> {
            try {
                Files.write(path, new byte[] {1, 2, 4});
                Files.setLastModifiedTime(path, then);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void anotherFileInItsPlaceIsNoticed() throws IOException {
        touched(path -> {
            try {
                Path copy = Files.copy(path, home.resolve("copy"));
                Files.delete(path);
                Files.move(copy, path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void aFileThatChangedBeforeItWasLinkedIsNotKnown() throws IOException {
        Mark before = Objects.requireNonNull(imprint.mark());
        Files.write(file, new byte[] {1, 2, 3, 4});
        Files.createLink(home.resolve("2"), file);
        assertThat(imprint.linked(before, home.resolve("2"))).isEmpty();
    }

    private void touched(Consumer<Path> touching) throws IOException {
        Imprint linked = linked();
        Path link = home.resolve("2");
        assertThat(linked.untouched(link)).isTrue();
        touching.accept(link);
        assertThat(linked.untouched(link)).isFalse();
    }

    private Imprint linked() throws IOException {
        Path link = home.resolve("2");
        Files.createLink(link, file);
        return imprint.linked(Objects.requireNonNull(imprint.mark()), link).orElseThrow();
    }

    @Test
    void aFileProvenBeforeIsReadAgainWhenSomebodyTouchedIt() throws IOException {
        Manifest.Entry entry = new Manifest.Entry("2", "text/plain", 3, SummedFile.sumOf(file), "essai", null, null);
        Imprint linked = linked();
        Files.write(home.resolve("2"), new byte[] {1, 2, 4});
        assertThat(new Proof(home)
                        .flaw(
                                List.of(entry),
                                List.of(entry),
                                new Made(Map.of(), Map.of(), Map.of("2", linked), Map.of())))
                .hasValueSatisfying(flaw -> assertThat(flaw).contains("CRC-32"));
    }
}
