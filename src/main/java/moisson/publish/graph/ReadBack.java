package moisson.publish.graph;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFLib;

/** Reads our RDF files the strict way: a warning is an error. */
public final class ReadBack {
    private ReadBack() {}

    /**
     * The titles of the events of a file by their identifiers.
     *
     * @throws org.apache.jena.riot.RiotException when the file is not strictly what it should be
     */
    public static SortedMap<String, String> titles(Path file) {
        Titles titles = new Titles();
        strict(file).parse(titles);
        return titles.byIdentifier();
    }

    /** Adds everything in a file to a graph. */
    public static void load(Path file, Graph graph) {
        stream(file, StreamRDFLib.graph(graph));
    }

    /** Hands on everything in a file, as it comes. */
    static void stream(Path file, StreamRDF taker) {
        strict(file).parse(taker);
    }

    /** Hands on every triple of some lines of N-Triples. A blank node is the same in other lines of its file. */
    static void stream(InputStream lines, StreamRDF taker) {
        strict(RDFParser.create().source(lines).lang(Lang.NTRIPLES))
                .labelToNode(LabelToNode.createUseLabelAsGiven())
                .parse(taker);
    }

    private static RDFParserBuilder strict(Path file) {
        return strict(RDFParser.create().source(file));
    }

    private static RDFParserBuilder strict(RDFParserBuilder parser) {
        return parser.checking(true).strict(true).errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging);
    }

    private static final class Titles extends StreamRDFBase {
        private final Set<Node> events = new HashSet<>();
        private final Map<Node, String> identifiers = new HashMap<>();
        private final Map<Node, String> names = new HashMap<>();

        @Override
        public void triple(Triple triple) {
            if (triple.getObject().equals(Names.SCHEMA.term("Event"))) {
                events.add(triple.getSubject());
            } else if (triple.getPredicate().equals(Names.DCT.term("identifier"))) {
                identifiers.put(triple.getSubject(), triple.getObject().getLiteralLexicalForm());
            } else if (triple.getPredicate().equals(Names.SCHEMA.term("name"))) {
                names.put(triple.getSubject(), triple.getObject().getLiteralLexicalForm());
            }
        }

        SortedMap<String, String> byIdentifier() {
            SortedMap<String, String> titles = new TreeMap<>();
            events.forEach(event ->
                    titles.put(identifiers.getOrDefault(event, event.toString()), names.getOrDefault(event, "")));
            return titles;
        }
    }
}
