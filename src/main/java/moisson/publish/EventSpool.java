package moisson.publish;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import moisson.event.PublishedEvent;
import moisson.publish.format.OriginFile;

/**
 * Takes the events of a version as they are merged, and gives them back in the order of the files. While they are few they
 * stay in memory; more lie in a file beside the versions, which goes when this is closed.
 */
final class EventSpool implements Closeable {
    private static final String NAME = ".selection";

    private final int mostInMemory;
    private final Path path;
    private final RandomAccessFile file;
    private final OutputStream out;
    private final List<PublishedEvent> few = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    private record Line(Order.Rank rank, long from, int length) {
        long to() {
            return from + length;
        }
    }

    EventSpool(PublisherSettings settings) throws IOException {
        mostInMemory = settings.eventsInMemory();
        Files.createDirectories(settings.folder());
        path = settings.folder().resolve(NAME);
        Files.deleteIfExists(path);
        file = new RandomAccessFile(path.toFile(), "rw");
        out = new BufferedOutputStream(new FileOutputStream(file.getFD()), 1 << 16);
    }

    void add(PublishedEvent event) {
        if (lines.isEmpty() && few.size() < mostInMemory) {
            few.add(event);
            return;
        }
        few.forEach(this::write);
        few.clear();
        write(event);
    }

    private void write(PublishedEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            OriginFile.write(List.of(event), line);
            line.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.add(new Line(
                Order.rank(event), lines.isEmpty() ? 0 : lines.getLast().to(), line.size()));
    }

    /** All that was added, once; of use until this is closed. */
    List<PublishedEvent> sorted() {
        if (lines.isEmpty()) {
            return Order.sorted(few);
        }
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.sort(Comparator.comparing(Line::rank));
        EventLines sorted = new EventLines(
                file,
                lines.stream().mapToLong(Line::from).toArray(),
                lines.stream().mapToInt(Line::length).toArray());
        lines.clear();
        return sorted;
    }

    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(path);
    }
}
