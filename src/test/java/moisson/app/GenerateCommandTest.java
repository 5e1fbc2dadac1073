package moisson.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerateCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "openagenda", "ical", "rss", "rdf", "moisson"})
    void whatIsGeneratedInAnyFormatIsReadAndItsDuplicatesAreFound(String format) throws IOException {
        Path out = folder.resolve(format);
        CommandForTest generated =
                CommandForTest.run("generate", "400", "--seed", "3", "--out", out, "--format", format);
        CommandForTest matched = CommandForTest.run(
                "match",
                "--format",
                format,
                "--truth",
                out.resolve("truth.csv"),
                "--out",
                folder.resolve("t"),
                feeds(out));

        assertThat(generated.status()).as(generated.err()).isEqualTo(Moisson.DONE);
        assertThat(matched.status()).as(matched.err()).isEqualTo(Moisson.DONE);
        double f1 = Double.parseDouble(matched.out()
                .lines()
                .findFirst()
                .orElseThrow()
                .replaceAll(".*F1 ([0-9,]+) .*", "$1")
                .replace(',', '.'));
        assertThat(f1).isBetween(0.75, 1.0);
    }

    @Test
    void eachSourceHasItsOwnFormatAndTheTableOfTruthIsNoFeed() throws IOException {
        CommandForTest.run("generate", "300", "--out", folder.resolve("set"), "--hard");
        List<Path> all = files(folder.resolve("set"));

        CommandForTest matched = CommandForTest.run("match", "--truth", folder.resolve("set/truth.csv"), all);

        assertThat(all.stream().map(file -> String.valueOf(file.getFileName())))
                .containsExactly(
                        "formulaire.json", "openagenda-1.json", "prefecture-1.ics", "truth.csv", "ville-1.csv");
        assertThat(matched.out().lines()).hasSize(301).first().asString().startsWith("file,record,key");
        assertThat(matched.err()).startsWith("paires : précision");
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("mine.csv"), "id\n");

        CommandForTest generated = CommandForTest.run("generate", "10", "--out", folder);

        assertThat(generated.status()).isEqualTo(Moisson.COULD_NOT);
        assertThat(files(folder)).hasSize(1);
    }

    @Test
    void anUnknownFormatAndAnImpossibleNumberAreBadUsage() {
        Path out = folder.resolve("new");

        assertThat(CommandForTest.run("generate", "10", "--out", out, "--format", "papyrus")
                        .status())
                .isEqualTo(Moisson.BAD_USAGE);
        assertThat(CommandForTest.run("generate", "0", "--out", out).status()).isEqualTo(Moisson.BAD_USAGE);
        assertThat(out).doesNotExist();
    }

    private static List<Path> feeds(Path folder) throws IOException {
        return files(folder).stream()
                .filter(file -> !file.endsWith("truth.csv"))
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
