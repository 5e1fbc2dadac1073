package moisson.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import moisson.event.Event;
import moisson.event.PublishedEvent;
import moisson.publish.format.OriginFile;
import org.junit.jupiter.api.Test;

/** A version with more events than are held in memory is made of lines in files, and says the same. */
class LargeVersionTest extends PublishingForTest {
    private static final int MANY = 500;

    @Test
    void itsFilesAreTheSameByteForByte() {
        publisher().publish(MONDAY);

        Outcome again = new Publisher(store, statistics(), () -> EventForTest.EDITIONS, onDisk(), new Library(onDisk()))
                .publish(TUESDAY);

        assertThat(again.state()).isEqualTo(Outcome.State.UNCHANGED);
        assertThat(settings().folder().resolve(".selection")).doesNotExist();
    }

    @Test
    void itsEventsAreReadFromItsFile() throws IOException {
        publisher().publish(MONDAY);
        Version inMemory = library.current().orElseThrow();

        Version onDisk = new Library(onDisk()).version(1).orElseThrow();

        assertThat(onDisk.events()).isInstanceOf(EventLines.class).isEqualTo(inMemory.events());
        assertThat(onDisk.editions()).containsExactly(2019, 2020);
        assertThat(onDisk.events(2020)).extracting(PublishedEvent::id).containsExactly("bb2", "dd4");
        assertThat(onDisk.events(2021)).isEmpty();
        assertThat(onDisk.event("bb2")).isEqualTo(inMemory.event("bb2"));
        assertThat(onDisk.event("zz9")).isEmpty();
    }

    @Test
    void itChangesLikeAnyOther() {
        library = new Library(onDisk());
        Publisher publisher = new Publisher(store, statistics(), () -> EventForTest.EDITIONS, onDisk(), library);
        publisher.publish(MONDAY);
        keep(EventForTest.podcast("source-a", "3", 2019));

        assertThat(publisher.publish(TUESDAY).changes())
                .containsExactly(
                        new Outcome.Change("evenements-2019", 2, 1, 0, 0),
                        new Outcome.Change("evenements-2020", 1, 0, 0, 1),
                        new Outcome.Change("evenements", 3, 0, 1, 0));
    }

    @Test
    void whatIsGatheredComesBackInTheOrderOfTheFilesWhereverItLay() throws IOException {
        List<PublishedEvent> expected = Order.sorted(many());
        for (int inMemory : List.of(0, 1, MANY - 1, MANY)) {
            List<PublishedEvent> shuffled = many();
            Collections.shuffle(shuffled, new Random(inMemory));
            try (EventSpool spool = new EventSpool(settings().withTriplesInMemory(inMemory * 56L))) {
                shuffled.forEach(spool::add);
                List<PublishedEvent> sorted = spool.sorted();
                assertThat(sorted).isEqualTo(expected);
                assertThat(sorted instanceof EventLines).isEqualTo(inMemory < MANY);
            }
        }
    }

    @Test
    void aFileWithoutAllItsLinesIsRefused() throws IOException {
        Path file = home.resolve("lines");
        try (var out = Files.newOutputStream(file)) {
            OriginFile.write(EventForTest.some(), out);
        }
        assertThat(EventLines.of(file, 4)).isEqualTo(EventForTest.some());
        for (int lines : List.of(3, 5)) {
            assertThatThrownBy(() -> EventLines.of(file, lines)).isInstanceOf(IOException.class);
        }
        byte[] cut = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(cut, cut.length - 1));
        assertThatThrownBy(() -> EventLines.of(file, 4)).isInstanceOf(IOException.class);
    }

    private PublisherSettings onDisk() {
        return settings().withTriplesInMemory(0);
    }

    private static List<PublishedEvent> many() {
        return new ArrayList<>(IntStream.range(0, MANY)
                .mapToObj(i -> {
                    Event event = EventForTest.workshop("source-a", "n" + i, "Atelier " + i % 7, 2019 + i % 3);
                    return EventForTest.published("id" + i, 2019 + i % 3, event);
                })
                .toList());
    }
}
