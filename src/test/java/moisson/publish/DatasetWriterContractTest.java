package moisson.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import moisson.event.PublishedEvent;
import moisson.publish.format.DatasetWriters;
import moisson.publish.graph.EventGraph;
import moisson.publish.graph.Iris;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every writer promises. */
class DatasetWriterContractTest {
    static List<DatasetWriter> writers() {
        return DatasetWriters.all(
                new EventGraph(new Iris(URI.create("https://moisson.example/")), EventForTest.EDITIONS));
    }

    @ParameterizedTest
    @MethodSource("writers")
    void theSameEventsInAnyOrderGiveTheSameBytes(DatasetWriter writer) throws IOException {
        byte[] expected = bytes(writer, EventForTest.some());
        for (int seed = 0; seed < 5; seed++) {
            List<PublishedEvent> shuffled = new ArrayList<>(EventForTest.some());
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(bytes(writer, Order.sorted(shuffled))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("writers")
    void anEmptyDatasetIsStillAFile(DatasetWriter writer) throws IOException {
        assertThat(bytes(writer, List.of())).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("writers")
    void whoeverOpenedTheStreamClosesIt(DatasetWriter writer) throws IOException {
        List<String> closed = new ArrayList<>();
        OutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.add("closed");
            }
        };
        writer.write(new Dataset("evenements", EventForTest.some()), out);
        assertThat(closed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("writers")
    void theMediaTypeAndTheExtensionAreThoseOfTheRegister(DatasetWriter writer) {
        assertThat(writer.mediaType()).matches("(text|application)/[a-z.+-]+");
        assertThat(writer.extension()).matches("[a-z]+");
    }

    /** What is taken over from an edition, or written at once, must not be seen. */
    @ParameterizedTest
    @MethodSource("writers")
    void eventsWrittenOneByOneAreTheBytesOfAllAtOnce(DatasetWriter writer) throws IOException {
        if (writer instanceof DatasetWriter.InRow row) {
            Dataset dataset = new Dataset("evenements", EventForTest.some());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            row.head(dataset, out);
            boolean first = true;
            for (PublishedEvent event : EventForTest.some()) {
                out.write(row.before(first).getBytes(UTF_8));
                row.events(List.of(event), out);
                first = false;
            }
            out.write(row.tail(false).getBytes(UTF_8));
            assertThat(out.toString(UTF_8)).isEqualTo(new String(bytes(writer, EventForTest.some()), UTF_8));
        } else {
            assertThat(writer.extension()).isIn("xlsx", "parquet");
        }
    }

    private static byte[] bytes(DatasetWriter writer, List<PublishedEvent> events) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(new Dataset("evenements", events), out);
        return out.toByteArray();
    }
}
