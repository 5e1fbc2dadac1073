package moisson.publish.format;

import java.io.OutputStream;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;
import moisson.publish.graph.EventGraph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDFWriter;

/** N-Triples in UTF-8, one triple per line. */
final class NTriplesWriter implements DatasetWriter {
    private final EventGraph graph;

    NTriplesWriter(EventGraph graph) {
        this.graph = graph;
    }

    @Override
    public String extension() {
        return "nt";
    }

    @Override
    public String mediaType() {
        return "application/n-triples";
    }

    @Override
    public void write(Dataset dataset, OutputStream out) {
        graph.write(dataset, StreamRDFWriter.getWriterStream(out, RDFFormat.NTRIPLES));
    }
}
