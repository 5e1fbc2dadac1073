package moisson.publish.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.atlas.io.IndentedWriter;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.riot.writer.WriterStreamRDFBlocks;
import org.apache.jena.sys.JenaSystem;

/** Turtle in parts: the prefixes are told in the first, and known in all. */
final class TurtleBlocks {
    static {
        JenaSystem.init();
    }

    private TurtleBlocks() {}

    static StreamRDF withPrefixes(OutputStream out) {
        return new WriterStreamRDFBlocks(out, RIOT.getContext());
    }

    static StreamRDF withoutPrefixes(OutputStream out) {
        Tap tap = new Tap(out);
        IndentedWriter writer = new IndentedWriter(tap);
        return new StreamRDFWrapper(new WriterStreamRDFBlocks(writer, RIOT.getContext())) {
            @Override
            public void triple(Triple triple) {
                if (!tap.open.getPlain()) {
                    writer.flush();
                    tap.open.setPlain(true);
                }
                super.triple(triple);
            }
        };
    }

    /** Lets nothing through before it is opened. */
    private static final class Tap extends OutputStream {
        private final OutputStream out;
        private final AtomicBoolean open = new AtomicBoolean();

        Tap(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            if (open.getPlain()) {
                out.write(one);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (open.getPlain()) {
                out.write(bytes, offset, length);
            }
        }
    }
}
