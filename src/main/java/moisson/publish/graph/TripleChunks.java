package moisson.publish.graph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import moisson.publish.LinePieces;
import moisson.publish.LinePieces.Piece;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.StreamRDFBase;

/**
 * Parses an N-Triples file, a line a triple, by all cores, and hands its pieces on by the one that asked, in their order.
 * Those that are known already are not parsed again.
 */
final class TripleChunks {
    /** That are parsed at once. */
    private static final int BYTES = 2 << 20;

    /** A piece has some hundred lines: two or three events. */
    private static final int BITS = 7;

    /** Chunks that are parsed, or ready, before they are wanted: for each core. */
    private static final int AHEAD = 2;

    private TripleChunks() {}

    /** Takes a piece. */
    interface Taker {
        /**
         * Some lines.
         *
         * @param sum of their bytes
         * @param triples that they are; none when they are known
         */
        void take(ByteBuffer sum, List<Triple> triples);
    }

    /**
     * Reads.
     *
     * @param known whether the sum of a piece is one that was met before
     * @throws RiotException when the file is not strictly what it should be
     */
    static void read(Path file, Predicate<ByteBuffer> known, Taker taker) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService parsers = Executors.newFixedThreadPool(
                cores, Thread.ofPlatform().daemon().name("triples-", 0).factory());
        Deque<Future<Runnable>> ahead = new ArrayDeque<>();
        try (InputStream in = Files.newInputStream(file)) {
            LinePieces pieces = new LinePieces(in, BITS);
            for (List<Piece> some = some(pieces, known); !some.isEmpty(); some = some(pieces, known)) {
                List<Piece> chunk = some;
                ahead.add(parsers.submit(() -> parsed(chunk, taker)));
                if (ahead.size() > AHEAD * cores) {
                    ready(ahead.remove()).run();
                }
            }
            while (!ahead.isEmpty()) {
                ready(ahead.remove()).run();
            }
        } finally {
            parsers.shutdownNow();
        }
    }

    /** Pieces that are worth parsing at once, and the known ones between them, without their bytes; none at the end. */
    private static List<Piece> some(LinePieces pieces, Predicate<ByteBuffer> known) throws IOException {
        List<Piece> some = new ArrayList<>();
        int bytes = 0;
        while (bytes < BYTES) {
            Optional<Piece> piece = pieces.next();
            if (piece.isEmpty()) {
                break;
            }
            ByteBuffer sum = piece.get().sum();
            some.add(known.test(sum) ? new Piece(sum, new byte[0], 0) : piece.get());
            bytes += some.getLast().bytes().length;
        }
        return some;
    }

    private static Runnable parsed(List<Piece> pieces, Taker taker) {
        List<Triple> triples = new ArrayList<>();
        InputStream lines = new SequenceInputStream(Collections.enumeration(pieces.stream()
                .map(piece -> new ByteArrayInputStream(piece.bytes()))
                .toList()));
        ReadBack.stream(lines, new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                triples.add(triple);
            }
        });
        if (triples.size() != pieces.stream().mapToInt(Piece::count).sum()) {
            throw new RiotException("une ligne n’est pas un triplet");
        }
        return () -> {
            int from = 0;
            for (Piece piece : pieces) {
                taker.take(piece.sum(), triples.subList(from, from + piece.count()));
                from += piece.count();
            }
        };
    }

    private static <T> T ready(Future<T> chunk) throws IOException {
        try {
            return chunk.get();
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
