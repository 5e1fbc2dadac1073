package moisson.serve.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import moisson.serve.sparql.run.Answer;
import moisson.serve.sparql.run.ResultForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of answers, and what is not. */
class KnownAnswersTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    private final KnownAnswers known = new KnownAnswers();

    private Answer spooled(String name, int bytes, boolean lasting) throws IOException {
        Path file = Files.write(folder.resolve(name), new byte[bytes]);
        return new Answer(ResultForm.CSV, "sum", new byte[0], file, lasting);
    }

    @Test
    void anAnswerOfManyRowsIsKeptInMemoryAndItsFileGoes() throws IOException {
        Answer spooled = spooled("rows", 5 * MEGABYTE, true);
        Answer sent = known.keep("a", spooled);
        assertThat(sent.file()).isNull();
        assertThat(sent.bytes()).hasSize(5 * MEGABYTE);
        assertThat(known.find("a")).contains(sent);
        assertThat(Objects.requireNonNull(spooled.file())).doesNotExist();
    }

    @Test
    void aVeryLargeOneIsSentFromItsFileAndForgotten() throws IOException {
        Answer spooled = spooled("rows", 9 * MEGABYTE, true);
        assertThat(known.keep("a", spooled)).isSameAs(spooled);
        assertThat(Objects.requireNonNull(spooled.file())).exists();
        assertThat(known.find("a")).isEmpty();
    }

    @Test
    void oneThatWouldNotBeTheSameAgainIsForgotten() throws IOException {
        Answer spooled = spooled("rows", MEGABYTE, false);
        assertThat(known.keep("a", spooled)).isSameAs(spooled);
        assertThat(known.find("a")).isEmpty();
    }

    @Test
    void theLeastRecentlyAskedGoesFirst() throws IOException {
        for (int i = 0; i < 6; i++) {
            known.keep("answer " + i, spooled("rows" + i, 8 * MEGABYTE, true));
        }
        assertThat(known.find("answer 0")).isPresent();
        known.keep("one more", spooled("more", 8 * MEGABYTE, true));
        assertThat(known.find("answer 0")).as("asked a moment ago").isPresent();
        assertThat(known.find("answer 1")).isEmpty();
    }
}
