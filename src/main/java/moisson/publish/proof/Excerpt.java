package moisson.publish.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import moisson.publish.Body;
import moisson.publish.Body.Stretch;
import moisson.publish.Manifest;
import moisson.publish.proof.Ranges.Range;
import org.apache.commons.io.input.BoundedInputStream;

/** A file with some of its events only, or without any: a file of the same format, which the same readers read. */
final class Excerpt {
    /** What stands between two events. */
    private static final Map<String, String> BETWEEN =
            Map.of("json", "\n,", "geojson", "\n,", "jsonl", "\n", "jsonld", "\n,");

    private final Path folder;
    private final Map<String, Body> bodies;

    Excerpt(Path folder, Map<String, Body> bodies) {
        this.folder = folder;
        this.bodies = bodies;
    }

    Body body(String file) {
        return Objects.requireNonNull(bodies.get(file), file);
    }

    static byte[] between(String file) {
        return BETWEEN.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "")
                .getBytes(UTF_8);
    }

    InputStream range(String file, long from, long to) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(Channels.newInputStream(
                        FileChannel.open(folder.resolve(file)).position(from)))
                .setMaxCount(to - from)
                .get();
    }

    /** Where the events stand. */
    Range events(String file) {
        return new Range(folder.resolve(file), body(file).from(), body(file).to());
    }

    /** What stands before the events. */
    byte[] head(String file) throws IOException {
        try (InputStream in = range(file, 0, body(file).from())) {
            return in.readAllBytes();
        }
    }

    /**
     * The files of a dataset with the events that were written for this version, and not taken over, in any of them.
     *
     * @return what a manifest would say of them, by the size and sum of the whole files
     */
    List<Manifest.Entry> fresh(List<Manifest.Entry> dataset, Path into) throws IOException {
        List<Manifest.Entry> entries = new ArrayList<>();
        Set<String> fresh = dataset.stream()
                .filter(entry -> bodies.containsKey(entry.path()))
                .flatMap(entry -> body(entry.path()).stretches().stream())
                .filter(Stretch::fresh)
                .map(Stretch::key)
                .collect(Collectors.toUnmodifiableSet());
        for (Manifest.Entry entry : dataset) {
            if (bodies.containsKey(entry.path())) {
                List<Stretch> some = of(entry.path(), fresh);
                write(entry.path(), some, into.resolve(entry.path()));
                entries.add(entry(entry, some));
            }
        }
        return entries;
    }

    /**
     * The events that were written for this version in the file of all that is known of them, and their table.
     *
     * @param all the table of all events, which is put together from {@code tables}
     * @return what a manifest would say of both, by the size and sum of the whole files
     */
    List<Manifest.Entry> origins(Manifest.Entry origins, Manifest.Entry all, List<String> tables, Path into)
            throws IOException {
        List<Stretch> some =
                body(origins.path()).stretches().stream().filter(Stretch::fresh).toList();
        Set<String> fresh = some.stream().map(Stretch::key).collect(Collectors.toUnmodifiableSet());
        write(origins.path(), some, into.resolve(origins.path()));
        try (OutputStream out = Files.newOutputStream(into.resolve(all.path()))) {
            out.write(head(all.path()));
            for (String table : tables) {
                copy(table, of(table, fresh), out);
            }
        }
        return List.of(entry(all, some), entry(origins, some));
    }

    private List<Stretch> of(String file, Set<String> keys) {
        return body(file).stretches().stream()
                .filter(stretch -> keys.contains(stretch.key()))
                .toList();
    }

    private static Manifest.Entry entry(Manifest.Entry whole, List<Stretch> some) {
        return new Manifest.Entry(
                whole.path(),
                whole.mediaType(),
                whole.bytes(),
                whole.sha256(),
                whole.dataset(),
                whole.edition(),
                some.stream().mapToInt(Stretch::events).sum());
    }

    void write(String file, List<Stretch> some, Path into) throws IOException {
        byte[] head = head(file);
        byte[] between = between(file);
        try (OutputStream out = Files.newOutputStream(into);
                InputStream tail = range(file, body(file).to(), Long.MAX_VALUE)) {
            out.write(head, 0, some.isEmpty() && ends(head, between) ? head.length - between.length : head.length);
            copy(file, some, out);
            tail.transferTo(out);
        }
    }

    private void copy(String file, List<Stretch> some, OutputStream out) throws IOException {
        byte[] between = between(file);
        boolean first = true;
        for (Stretch stretch : some) {
            out.write(first ? new byte[0] : between);
            first = false;
            try (InputStream in = range(file, stretch.from(), stretch.to())) {
                in.transferTo(out);
            }
        }
    }

    private static boolean ends(byte[] head, byte[] between) {
        return new String(head, UTF_8).endsWith(new String(between, UTF_8));
    }
}
