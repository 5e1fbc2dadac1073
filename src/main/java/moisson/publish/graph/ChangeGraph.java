package moisson.publish.graph;

import moisson.event.PublishedEvent;
import moisson.store.PublicationTable.Change;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger as a member of a Linked Data Event Stream: when, which event, which number, whether it was created,
 * updated or deleted; and in a graph named by the member what the event has been since then.
 */
public final class ChangeGraph {
    private static final String ACTIVITY = "https://www.w3.org/ns/activitystreams#";
    private static final Node MEMBER = NodeFactory.createURI("https://w3id.org/tree#member");

    private final Iris iris;

    public ChangeGraph(Iris iris) {
        this.iris = iris;
    }

    /**
     * Writes what the ledger says in one line.
     *
     * @param number of the line, from 1
     * @param event what it has been since; null when it was removed, or when that is not known any more
     */
    public void write(int number, Change change, @Nullable PublishedEvent event, StreamRDF out) {
        String member = iris.change(number);
        String subject = iris.event(change.event());
        Triples said = new Triples(plain(out));
        said.link(iris.changes(), MEMBER, member);
        said.link(member, Names.RDF.term("type"), ACTIVITY + activity(change));
        said.link(member, Names.DCT.term("isVersionOf"), subject);
        said.typed(member, Names.PROV.term("generatedAtTime"), change.at(), XSDDatatype.XSDdateTime);
        said.typed(member, Names.SCHEMA.term("position"), number, XSDDatatype.XSDinteger);
        said.typed(member, Names.SCHEMA.term("version"), change.publication(), XSDDatatype.XSDinteger);
        Triples within = new Triples(in(NodeFactory.createURI(member), out));
        if (event != null) {
            // Which harvest brought a record may change without the event: it is told at the address of the record.
            EventTriples triples = new EventTriples(iris, Provenance.UNKNOWN);
            triples.write(within, event);
            triples.shared(within, event);
        } else if (change.replacedBy() != null) {
            within.link(subject, Names.DCT.term("isReplacedBy"), iris.event(change.replacedBy()));
        }
    }

    private static String activity(Change change) {
        return switch (change.kind()) {
            case ADDED -> "Create";
            case CHANGED -> "Update";
            case REMOVED -> "Delete";
        };
    }

    private static StreamRDF plain(StreamRDF out) {
        return in(Quad.defaultGraphNodeGenerated, out);
    }

    private static StreamRDF in(Node graph, StreamRDF out) {
        return new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                out.quad(Quad.create(graph, triple));
            }
        };
    }
}
