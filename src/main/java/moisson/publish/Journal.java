package moisson.publish;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import moisson.event.PublishedEvent;
import moisson.publish.graph.ChangeGraph;
import moisson.publish.graph.Iris;
import moisson.store.PublicationTable.Change;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;

/**
 * The lines of the ledger as N-Quads, beside the folders of the versions, so that no change is lost with an old version.
 * A page is a folder of compressed files, each what one version added to the page, named by the number of its first line.
 *
 * <p>A file is written before its version is recorded and does not count before: whoever reads says up to which line. What
 * a version that failed left behind is overwritten by the next one, since lines are numbered without holes.
 */
final class Journal {
    /** Of its folder, beside those of the versions. */
    static final String NAME = "journal";

    /** Lines of a page; when it has them all it never changes again. */
    static final int PAGE = 500;

    private static final String ENDING = ".nq.gz";

    private final Path folder;
    private final ChangeGraph graph;

    Journal(PublisherSettings settings) {
        this.folder = settings.folder().resolve(NAME);
        this.graph = new ChangeGraph(new Iris(settings.base()));
    }

    /**
     * Writes the new lines. Pages that should be there and are not are written again: a line that a later one superseded
     * then tells when, but no longer what.
     *
     * @param known how many lines were recorded before
     * @param ledger all lines
     * @param events what is published after the last line
     */
    void add(int known, List<Change> ledger, List<PublishedEvent> events) throws IOException {
        ById byId = new ById(events);
        Map<String, Integer> latest = new HashMap<>();
        for (int page = 1; first(page) <= ledger.size(); page++) {
            int from = first(page);
            if (from <= known && Files.exists(file(page, from))) {
                from = known + 1;
            } else if (from <= known && latest.isEmpty()) {
                latest(ledger, latest);
            }
            int until = Math.min(ledger.size(), page * PAGE);
            if (from <= until) {
                write(page, from, until, ledger, byId, latest);
            }
        }
    }

    private static void latest(List<Change> ledger, Map<String, Integer> latest) {
        for (int number = 1; number <= ledger.size(); number++) {
            latest.put(ledger.get(number - 1).event(), number);
        }
    }

    private void write(int page, int from, int until, List<Change> ledger, ById events, Map<String, Integer> latest)
            throws IOException {
        Path file = file(page, from);
        Files.createDirectories(folder.resolve(Integer.toString(page)));
        sweep(page, from);
        Path aside = file.resolveSibling("." + file.getFileName());
        try (FileChannel channel = FileChannel.open(
                aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            try (OutputStream out = new BufferedOutputStream(new Quick(new Kept(Channels.newOutputStream(channel))))) {
                StreamRDF quads = StreamRDFWriter.getWriterStream(out, RDFFormat.NQUADS);
                quads.start();
                for (int number = from; number <= until; number++) {
                    Change change = ledger.get(number - 1);
                    boolean holds = latest.getOrDefault(change.event(), number) == number;
                    graph.write(
                            number, change, holds ? events.find(change.event()).orElse(null) : null, quads);
                }
                quads.finish();
            }
            channel.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whatever stands in a page after this line: of a version that is not recorded, or told again by what is written now. */
    private void sweep(int page, int from) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(Integer.toString(page)))) {
            for (Path file : files.toList()) {
                if (counts(file, Integer.MAX_VALUE) && !counts(file, from)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static int first(int page) {
        return (page - 1) * PAGE + 1;
    }

    private Path file(int page, int from) {
        return folder.resolve(Integer.toString(page)).resolve("%010d".formatted(from) + ENDING);
    }

    /** The N-Quads of a page, of the lines up to one. */
    static byte[] read(Path journal, int page, int last) throws IOException {
        Path there = journal.resolve(Integer.toString(page));
        if (!Files.isDirectory(there)) {
            return new byte[0];
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.list(there)) {
            for (Path file : files.filter(file -> counts(file, last)).sorted().toList()) {
                try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
                    in.transferTo(all);
                }
            }
        }
        return all.toByteArray();
    }

    private static boolean counts(Path file, int last) {
        String name = String.valueOf(file.getFileName());
        return name.matches("\\d{10}" + ENDING.replace(".", "\\.")) && Long.parseLong(name.substring(0, 10)) <= last;
    }

    /** Compressing well would take longer than all the rest. */
    private static final class Quick extends GZIPOutputStream {
        Quick(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** Leaves what it writes to open: the channel still has to reach the disk. */
    private static final class Kept extends FilterOutputStream {
        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
