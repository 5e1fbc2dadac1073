package moisson.publish.graph;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;

/** Parses an N-Triples file, a line a triple, in pieces, by all cores, and hands the triples on by the one that asked, in their order. */
final class TripleChunks {
    private static final int BYTES = 2 << 20;
    private static final int LINES = 16_384;
    /** Pieces that are parsed, or ready, before they are wanted: for each core. */
    private static final int AHEAD = 2;

    private TripleChunks() {}

    /** @throws org.apache.jena.riot.RiotException when the file is not strictly what it should be */
    static void read(Path file, Consumer<List<Triple>> taker) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService parsers = Executors.newFixedThreadPool(
                cores, Thread.ofPlatform().daemon().name("triples-", 0).factory());
        Deque<Future<List<Triple>>> ahead = new ArrayDeque<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (byte[] chunk = chunk(in); chunk.length > 0; chunk = chunk(in)) {
                byte[] lines = chunk;
                ahead.add(parsers.submit(() -> parsed(lines)));
                if (ahead.size() > AHEAD * cores) {
                    taker.accept(ready(ahead.remove()));
                }
            }
            while (!ahead.isEmpty()) {
                taker.accept(ready(ahead.remove()));
            }
        } finally {
            parsers.shutdownNow();
        }
    }

    /** Some whole lines; none at the end. */
    private static byte[] chunk(InputStream in) throws IOException {
        byte[] block = in.readNBytes(BYTES);
        if (block.length < BYTES || block[BYTES - 1] == '\n') {
            return block;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream(BYTES + LINES);
        whole.writeBytes(block);
        for (int next = in.read(); next >= 0; next = in.read()) {
            whole.write(next);
            if (next == '\n') {
                break;
            }
        }
        return whole.toByteArray();
    }

    private static List<Triple> parsed(byte[] lines) {
        List<Triple> triples = new ArrayList<>(LINES);
        ReadBack.stream(new ByteArrayInputStream(lines), new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                triples.add(triple);
            }
        });
        return triples;
    }

    private static List<Triple> ready(Future<List<Triple>> piece) throws IOException {
        try {
            return piece.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IOException(e.getCause());
        }
    }
}
