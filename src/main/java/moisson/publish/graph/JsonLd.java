package moisson.publish.graph;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;

/**
 * Triples as JSON-LD 1.1 in the order they come: prefixes in one context, then one node per line. What is said of one
 * subject without interruption stands in one node; nothing else is held. Only for triples without blank nodes.
 */
public final class JsonLd {
    /** Between nodes. */
    public static final String BETWEEN = "\n,";

    /** After the last node. */
    public static final String TAIL = "\n]}\n";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private JsonLd() {}

    /** Closes what it began when the stream of triples is finished, but not {@code out}. */
    public static StreamRDF stream(OutputStream out) {
        return nodes(out, true, true);
    }

    /** The context and the first nodes. */
    public static StreamRDF head(OutputStream out) {
        return nodes(out, true, false);
    }

    /** Only nodes, at least one, for the context of a head. */
    public static StreamRDF nodes(OutputStream out) {
        return nodes(out, false, false);
    }

    private static StreamRDF nodes(OutputStream out, boolean head, boolean tail) {
        try {
            JsonGenerator json = FACTORY.createGenerator(out);
            if (!head) {
                json.setPrettyPrinter(new MinimalPrettyPrinter(BETWEEN));
            }
            return new Nodes(json, head, tail);
        } catch (IOException e) {
            IO.exception(e);
            throw new IllegalStateException(e);
        }
    }

    private static final class Nodes extends StreamRDFBase {
        private final JsonGenerator json;
        private final boolean head;
        private final boolean tail;
        private final Map<String, String> prefixes = new LinkedHashMap<>();
        private final Map<Node, List<Node>> properties = new LinkedHashMap<>();
        private final List<Node> subject = new ArrayList<>();

        Nodes(JsonGenerator json, boolean head, boolean tail) {
            this.json = json;
            this.head = head;
            this.tail = tail;
        }

        @Override
        public void prefix(String prefix, String namespace) {
            prefixes.put(prefix, namespace);
        }

        @Override
        public void triple(Triple triple) {
            if (subject.isEmpty() || !subject.getFirst().equals(triple.getSubject())) {
                end();
                subject.add(triple.getSubject());
            }
            properties
                    .computeIfAbsent(triple.getPredicate(), property -> new ArrayList<>())
                    .add(triple.getObject());
        }

        @Override
        public void finish() {
            end();
            try {
                begin();
                if (tail) {
                    json.writeRaw(TAIL);
                }
                json.close();
            } catch (IOException e) {
                IO.exception(e);
            }
        }

        private void begin() throws IOException {
            if (!head || !json.getOutputContext().inRoot()) {
                return;
            }
            json.writeStartObject();
            json.writeObjectFieldStart("@context");
            for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
                json.writeStringField(prefix.getKey(), prefix.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("@graph");
        }

        private void end() {
            if (subject.isEmpty()) {
                return;
            }
            try {
                begin();
                if (head) {
                    json.writeRaw('\n');
                }
                json.writeStartObject();
                json.writeStringField("@id", subject.getFirst().getURI());
                for (Map.Entry<Node, List<Node>> property : properties.entrySet()) {
                    property(property.getKey(), property.getValue());
                }
                json.writeEndObject();
            } catch (IOException e) {
                IO.exception(e);
            }
            subject.clear();
            properties.clear();
        }

        private void property(Node property, List<Node> values) throws IOException {
            boolean type = property.equals(Names.RDF.term("type"));
            json.writeArrayFieldStart(type ? "@type" : shortened(property.getURI()));
            for (Node value : values) {
                if (type) {
                    json.writeString(shortened(value.getURI()));
                } else {
                    value(value);
                }
            }
            json.writeEndArray();
        }

        private void value(Node value) throws IOException {
            json.writeStartObject();
            if (value.isURI()) {
                json.writeStringField("@id", value.getURI());
            } else {
                json.writeStringField("@value", value.getLiteralLexicalForm());
                if (!value.getLiteralLanguage().isEmpty()) {
                    json.writeStringField("@language", value.getLiteralLanguage());
                } else if (!value.getLiteralDatatypeURI().equals(Names.XSD.namespace() + "string")) {
                    json.writeStringField("@type", shortened(value.getLiteralDatatypeURI()));
                }
            }
            json.writeEndObject();
        }

        private String shortened(String iri) {
            int cut = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
            for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
                if (prefix.getValue().length() == cut && iri.startsWith(prefix.getValue()) && cut < iri.length()) {
                    return prefix.getKey() + ":" + iri.substring(cut);
                }
            }
            return iri;
        }
    }
}
