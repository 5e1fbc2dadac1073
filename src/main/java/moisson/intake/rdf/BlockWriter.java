package moisson.intake.rdf;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import moisson.intake.Limits;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.riot.thrift.wire.RDF_Term;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TCompactProtocol;
import org.apache.thrift.transport.TIOStreamTransport;
import org.jspecify.annotations.Nullable;

/** Writes triples one after the other, those in a row that have one subject as one block. */
final class BlockWriter extends StreamRDFBase implements Closeable {
    /** Bytes beyond which a block is closed, so that none is long to read. */
    private static final int BLOCK = 64 << 10;

    private final DataOutputStream out;
    private final Whereabouts whereabouts;
    private final ResourceHash hash;
    private final AtomicLong written = new AtomicLong();
    private final AtomicReference<@Nullable Node> subject = new AtomicReference<>();
    private final ByteArrayOutputStream block = new ByteArrayOutputStream(2 * BLOCK);
    private final TCompactProtocol protocol;

    BlockWriter(OutputStream out, Whereabouts whereabouts, ResourceHash hash) throws IOException {
        this.out = new DataOutputStream(out);
        this.whereabouts = whereabouts;
        this.hash = hash;
        try {
            this.protocol = new TCompactProtocol(new TIOStreamTransport(block));
        } catch (TException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void triple(Triple triple) {
        try {
            if (!triple.getSubject().equals(subject.get()) || block.size() > BLOCK) {
                end();
                subject.set(triple.getSubject());
                write(triple.getSubject());
            }
            write(triple.getPredicate());
            write(triple.getObject());
            if (!triple.getObject().isLiteral()) {
                whereabouts.pointedTo(hash.of(triple.getObject()));
            }
        } catch (TException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (whereabouts.count() > Limits.RESOURCES_ON_DISK) {
            throw new BoundedGraph.FullException();
        }
    }

    private void write(Node node) throws TException {
        RDF_Term term = new RDF_Term();
        ThriftConvert.toThrift(node, term, false);
        term.write(protocol);
    }

    private void end() throws IOException {
        Node ended = subject.getAndSet(null);
        if (ended == null) {
            return;
        }
        long place = written.getAndAdd(Block.HEADER + block.size());
        out.writeInt(block.size());
        out.writeLong(whereabouts.told(hash.of(ended), place));
        block.writeTo(out);
        block.reset();
    }

    /** Writes what is left, too. */
    @Override
    public void close() throws IOException {
        end();
        out.close();
    }
}
