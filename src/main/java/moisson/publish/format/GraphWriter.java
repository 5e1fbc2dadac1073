package moisson.publish.format;

import java.io.OutputStream;
import java.util.function.Function;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;
import moisson.publish.graph.EventGraph;
import moisson.publish.graph.JsonLd;
import org.apache.jena.atlas.lib.CharSpace;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.riot.writer.WriterStreamRDFPlain;

/** The events as RDF: one graph, in one of the ways to write it. */
final class GraphWriter implements DatasetWriter {
    private final EventGraph graph;
    private final String extension;
    private final String mediaType;
    private final Function<OutputStream, StreamRDF> syntax;

    private GraphWriter(
            EventGraph graph, String extension, String mediaType, Function<OutputStream, StreamRDF> syntax) {
        this.graph = graph;
        this.extension = extension;
        this.mediaType = mediaType;
        this.syntax = syntax;
    }

    /** One block per subject, as it comes. */
    static GraphWriter turtle(EventGraph graph) {
        return new GraphWriter(
                graph, "ttl", "text/turtle", out -> StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS));
    }

    /** In UTF-8, one triple per line. */
    static GraphWriter nTriples(EventGraph graph) {
        return new GraphWriter(
                graph,
                "nt",
                "application/n-triples",
                out -> new WriterStreamRDFPlain(new CharacterSink(out), CharSpace.UTF8));
    }

    /** One node per line. */
    static GraphWriter jsonLd(EventGraph graph) {
        return new GraphWriter(graph, "jsonld", "application/ld+json", JsonLd::stream);
    }

    @Override
    public String extension() {
        return extension;
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public void write(Dataset dataset, OutputStream out) {
        graph.write(dataset, syntax.apply(out));
    }
}
