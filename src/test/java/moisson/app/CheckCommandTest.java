package moisson.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {
    @TempDir
    Path folder;

    @Test
    void aPartnerReadsWhatWouldBecomeOfTheFeedAndNothingIsWritten() throws Exception {
        Told told = check("samples/partners/collectivites/feed.csv");

        assertThat(told.status()).isEqualTo(1);
        assertThat(told.out())
                .contains("Format deviné : csv", "63 lus = 57 acceptés + 6 rejetés", "ligne 54", "30/02/2019");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aFeedWithoutRejectsIsFine() {
        assertThat(check("samples/drop/universites/agenda.ics").status()).isZero();
    }

    @Test
    void aServerIsAskedAndItsRefusalTold() throws Exception {
        try (SamplePartners partners = SamplePartners.start(Path.of("samples/partners"))) {
            assertThat(check(partners.url() + "/dinum-agenda/feed.csv", "--allow-private")
                            .out())
                    .contains("18 lus = 18 acceptés");
            Told gone = check(partners.url() + "/nulle-part.csv", "--allow-private");
            assertThat(gone.status()).isEqualTo(3);
            assertThat(gone.err()).contains("HTTP 404");
            Told refused = check(partners.url() + "/dinum-agenda/feed.csv");
            assertThat(refused.status()).isEqualTo(3);
            assertThat(refused.err()).contains("réseau privé", "--allow-private");
        }
    }

    @Test
    void whatCannotBeRecognizedIsSaidWithTheRemedy() throws Exception {
        Path odd = Files.writeString(folder.resolve("odd.bin"), "rien de tel");

        assertThat(check(odd.toString()).err()).contains("--format");
        assertThat(check(odd.toString(), "--format", "pdf").status()).isEqualTo(2);
        assertThat(check(folder.resolve("absent.csv").toString()).status()).isEqualTo(3);
    }

    private record Told(int status, String out, String err) {}

    private Told check(String feed, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Moisson.commands().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] args = Stream.concat(Stream.of("check", feed, "--data", folder.toString()), Stream.of(options))
                .toArray(String[]::new);
        return new Told(command.execute(args), out.toString(), err.toString());
    }
}
