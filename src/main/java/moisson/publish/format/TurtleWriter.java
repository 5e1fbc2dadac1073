package moisson.publish.format;

import java.io.OutputStream;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;
import moisson.publish.graph.EventGraph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDFWriter;

/** Turtle, one block per subject, as it comes. */
final class TurtleWriter implements DatasetWriter {
    private final EventGraph graph;

    TurtleWriter(EventGraph graph) {
        this.graph = graph;
    }

    @Override
    public String extension() {
        return "ttl";
    }

    @Override
    public String mediaType() {
        return "text/turtle";
    }

    @Override
    public void write(Dataset dataset, OutputStream out) {
        graph.write(dataset, StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS));
    }
}
