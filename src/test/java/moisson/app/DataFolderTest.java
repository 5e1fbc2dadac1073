package moisson.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path data;

    @Test
    void aSecretIsMadeOnceAndAnEmptyFileIsNoSecret() throws Exception {
        try (DataFolder folder = DataFolder.open(data)) {
            String made = folder.secret("operateur.txt");
            assertThat(folder.secret("operateur.txt")).isEqualTo(made).hasSizeGreaterThan(20);

            Files.writeString(data.resolve("operateur.txt"), "\n");

            assertThat(folder.secret("operateur.txt")).hasSizeGreaterThan(20).isNotEqualTo(made);
        }
    }
}
