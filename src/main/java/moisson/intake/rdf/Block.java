package moisson.intake.rdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.riot.thrift.wire.RDF_Term;
import org.apache.thrift.TConfiguration;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TCompactProtocol;
import org.apache.thrift.transport.TMemoryInputTransport;

/**
 * Triples of one subject, as they stand in a file: the subject, then predicates and objects by turns, in Jena's Thrift.
 */
final class Block {
    /** Bytes before the terms: how many bytes they are, and the place of the previous block. */
    static final int HEADER = Integer.BYTES + Long.BYTES;

    private static final TConfiguration ANY_SIZE =
            new TConfiguration(Integer.MAX_VALUE, Integer.MAX_VALUE, TConfiguration.DEFAULT_RECURSION_DEPTH);

    private final long previous;
    private final long end;
    private final byte[] terms;

    /**
     * Takes {@code terms} for its own.
     *
     * @param previous where the block before this one about the same subject begins, or -1
     * @param end where the next block begins
     */
    Block(long previous, long end, byte[] terms) {
        this.previous = previous;
        this.end = end;
        this.terms = terms;
    }

    long previous() {
        return previous;
    }

    long end() {
        return end;
    }

    Node subject() {
        try {
            return term(new TCompactProtocol(transport()));
        } catch (TException e) {
            throw new UncheckedIOException(new IOException("the graph on disk is broken", e));
        }
    }

    List<Triple> triples() {
        try {
            TMemoryInputTransport in = transport();
            TCompactProtocol protocol = new TCompactProtocol(in);
            Node subject = term(protocol);
            List<Triple> triples = new ArrayList<>();
            while (in.getBytesRemainingInBuffer() > 0) {
                Node predicate = term(protocol);
                triples.add(Triple.create(subject, predicate, term(protocol)));
            }
            return triples;
        } catch (TException e) {
            throw new UncheckedIOException(new IOException("the graph on disk is broken", e));
        }
    }

    private TMemoryInputTransport transport() throws TException {
        return new TMemoryInputTransport(ANY_SIZE, terms);
    }

    private static Node term(TCompactProtocol protocol) throws TException {
        RDF_Term term = new RDF_Term();
        term.read(protocol);
        return ThriftConvert.convert(term);
    }
}
