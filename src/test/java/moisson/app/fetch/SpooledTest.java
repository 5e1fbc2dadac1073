package moisson.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpooledTest {
    @TempDir
    Path folder;

    @Test
    void aReaderThatClosesWhatItReadLeavesTheWholeForTheNextAttempt() throws Exception {
        try (Spooled spooled = spooled("flux fictif")) {
            for (int attempt = 0; attempt < 2; attempt++) {
                try (InputStream in = spooled.again()) {
                    assertThat(in).hasContent("flux fictif");
                }
            }
        }
    }

    @Test
    void windingBackWhatIsClosedIsNoFailureAndTheFileIsGone() throws Exception {
        Spooled spooled = spooled("flux fictif");
        spooled.close();

        assertThatCode(spooled::reset).doesNotThrowAnyException();
        assertThat(folder).isEmptyDirectory();
    }

    private Spooled spooled(String text) throws Exception {
        return Spooled.open(Files.writeString(folder.resolve("flux.part"), text), Origin.NONE);
    }
}
