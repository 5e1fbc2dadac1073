package moisson.publish.format;

import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import moisson.event.PublishedEvent;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;
import moisson.publish.graph.EventGraph;
import moisson.publish.graph.JsonLd;
import org.apache.jena.atlas.io.Writer2;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.writer.WriterStreamRDFPlain;

/** The events as RDF: one graph, in one of the ways to write it. */
final class GraphWriter implements DatasetWriter.InRow {
    private final EventGraph graph;
    private final String extension;
    private final String mediaType;
    private final Function<OutputStream, StreamRDF> head;
    private final Function<OutputStream, StreamRDF> events;
    private final String between;
    private final String tail;

    /** @param head and {@code events}: the syntax of either part */
    private GraphWriter(
            EventGraph graph,
            String extension,
            String mediaType,
            Function<OutputStream, StreamRDF> head,
            Function<OutputStream, StreamRDF> events,
            String between,
            String tail) {
        this.graph = graph;
        this.extension = extension;
        this.mediaType = mediaType;
        this.head = head;
        this.events = events;
        this.between = between;
        this.tail = tail;
    }

    /** One block per subject, as it comes. */
    static GraphWriter turtle(EventGraph graph) {
        return new GraphWriter(
                graph, "ttl", "text/turtle", TurtleBlocks::withPrefixes, TurtleBlocks::withoutPrefixes, "", "");
    }

    /** In UTF-8, one triple per line. */
    static GraphWriter nTriples(EventGraph graph) {
        Function<OutputStream, StreamRDF> lines =
                out -> new WriterStreamRDFPlain(Writer2.wrapNoBuffer(new Utf8Writer(out)), new PlainTerms());
        return new GraphWriter(graph, "nt", "application/n-triples", lines, lines, "", "");
    }

    /** One node per line. */
    static GraphWriter jsonLd(EventGraph graph) {
        return new GraphWriter(
                graph, "jsonld", "application/ld+json", JsonLd::head, JsonLd::nodes, JsonLd.BETWEEN, JsonLd.TAIL);
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
    public void head(Dataset dataset, OutputStream out) {
        graph.head(dataset, head.apply(out));
    }

    @Override
    public void events(List<PublishedEvent> some, OutputStream out) {
        graph.events(some, events.apply(out));
    }

    @Override
    public String before(boolean first) {
        return between;
    }

    @Override
    public String tail(boolean empty) {
        return tail;
    }
}
