package moisson.publish.graph;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.jspecify.annotations.Nullable;

/** Says things of one subject after the other, in the order they are to be written. Null objects say nothing. */
final class Triples {
    private static final String FRENCH = "fr";

    private final StreamRDF out;
    private final Set<String> told = new HashSet<>();

    /** Most triples are about the subject of the one before. */
    private final AtomicReference<Node> subject = new AtomicReference<>(Node.ANY);

    Triples(StreamRDF out) {
        this.out = out;
    }

    /** True the first time only: for resources that many events share. */
    boolean firstTime(String iri) {
        return told.add(iri);
    }

    void link(String subject, Node property, @Nullable String iri) {
        if (iri != null) {
            say(subject, property, NodeFactory.createURI(iri));
        }
    }

    void type(String subject, Node type) {
        say(subject, Names.RDF.term("type"), type);
    }

    void french(String subject, Node property, @Nullable String text) {
        text(subject, property, text, FRENCH);
    }

    void text(String subject, Node property, @Nullable String text, @Nullable String language) {
        if (text != null) {
            say(subject, property, NodeFactory.createLiteralLang(text, tag(language)));
        }
    }

    void plain(String subject, Node property, @Nullable String text) {
        if (text != null) {
            say(subject, property, NodeFactory.createLiteralString(text));
        }
    }

    void typed(String subject, Node property, @Nullable Object value, XSDDatatype type) {
        if (value != null) {
            say(subject, property, NodeFactory.createLiteralDT(value.toString(), type));
        }
    }

    void say(String subject, Node property, Node object) {
        out.triple(Triple.create(node(subject), property, object));
    }

    private Node node(String iri) {
        Node last = subject.getPlain();
        if (last.isURI() && last.getURI().equals(iri)) {
            return last;
        }
        Node next = NodeFactory.createURI(iri);
        subject.setPlain(next);
        return next;
    }

    /** A well-formed BCP 47 tag, French when the source gave none. */
    private static String tag(@Nullable String language) {
        if (language == null) {
            return FRENCH;
        }
        String tag = Locale.forLanguageTag(language).toLanguageTag();
        return "und".equals(tag) ? FRENCH : tag;
    }
}
