package moisson.publish.proof;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.system.AsyncParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;

/** Reads published RDF files strictly, triple by triple; the triples of one event stand together. */
final class GraphRows implements Iterator<Row> {
    private static final int NODES_AT_ONCE = 500;

    private final Iterator<Triple> triples;
    private final TripleSum sum;
    private final EventBlock block = new EventBlock();
    private final List<Row> ready = new ArrayList<>();

    private GraphRows(Iterator<Triple> triples, TripleSum sum) {
        this.triples = triples;
        this.sum = sum;
    }

    /** @param sum gets every triple of the file */
    static Rows of(Path file, TripleSum sum) throws IOException {
        if (file.toString().endsWith(".jsonld")) {
            InputStream in = Files.newInputStream(file);
            return new Rows(new GraphRows(jsonLd(in, JsonRows.context(file)), sum), in);
        }
        var parsed = AsyncParser.of(strict(RDFParser.source(file))).asyncParseTriples();
        return new Rows(new GraphRows(parsed, sum), parsed::close);
    }

    private static RDFParserBuilder strict(RDFParserBuilder parser) {
        return parser.checking(true).strict(true).errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging);
    }

    /** A JSON-LD processor wants the whole document: it gets our nodes in portions, each with the context of all. */
    private static Iterator<Triple> jsonLd(InputStream in, JsonObject context) {
        Iterator<JsonObject> nodes = JsonRows.objects(in, "@graph").iterator();
        return new Iterator<>() {
            private final java.util.ArrayDeque<Triple> next = new java.util.ArrayDeque<>();

            @Override
            public boolean hasNext() {
                while (next.isEmpty() && nodes.hasNext()) {
                    next.addAll(portion(nodes, context));
                }
                return !next.isEmpty();
            }

            @Override
            public Triple next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return next.remove();
            }
        };
    }

    private static List<Triple> portion(Iterator<JsonObject> nodes, JsonObject context) {
        List<String> texts = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        while (texts.size() < NODES_AT_ONCE && nodes.hasNext()) {
            JsonObject node = nodes.next();
            places.putIfAbsent(node.getString("@id"), texts.size());
            texts.add(node.toString());
        }
        List<Triple> triples = new ArrayList<>();
        jsonLd("{\"@context\":" + context + ",\"@graph\":[" + String.join(",", texts) + "]}", new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                triples.add(triple);
            }
        });
        // Processors go through the nodes in an order of their own.
        triples.sort(Comparator.comparingInt(
                triple -> places.getOrDefault(triple.getSubject().getURI(), 0)));
        return triples;
    }

    /** What a whole document says, in an order of the processor. */
    static void jsonLd(String document, StreamRDF sink) {
        strict(RDFParser.fromString(document, Lang.JSONLD)).parse(sink);
    }

    /** The sum of every triple of a file in Turtle or N-Triples, without looking for events. */
    static TripleSum sum(Path file) {
        TripleSum sum = new TripleSum();
        strict(RDFParser.source(file)).parse(new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                sum.add(triple);
            }
        });
        return sum;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && triples.hasNext()) {
            Triple triple = triples.next();
            sum.add(triple);
            block.add(triple).ifPresent(ready::add);
        }
        if (ready.isEmpty()) {
            block.end().ifPresent(ready::add);
        }
        return !ready.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.removeFirst();
    }
}
