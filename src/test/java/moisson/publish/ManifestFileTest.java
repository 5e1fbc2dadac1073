package moisson.publish;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"publication\":null,\"files\":[]}",
                "{\"files\":[null]}",
                "{\"files\":[{}]}"
            })
    void aBrokenManifestIsAFaultOfTheFile(String manifest) throws IOException {
        Files.writeString(folder.resolve(ManifestFile.NAME), manifest);
        assertThatThrownBy(() -> ManifestFile.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(ManifestFile.NAME);
    }
}
