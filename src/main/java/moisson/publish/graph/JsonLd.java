package moisson.publish.graph;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Triples as JSON-LD 1.1 in expanded form, in the order they come; readers of JSON-LD need no context for it. */
final class JsonLd {
    private JsonLd() {}

    static void write(List<Triple> triples, OutputStream out) throws IOException {
        Map<Node, Map<Node, List<Node>>> subjects = new LinkedHashMap<>();
        for (Triple triple : triples) {
            subjects.computeIfAbsent(triple.getSubject(), subject -> new LinkedHashMap<>())
                    .computeIfAbsent(triple.getPredicate(), property -> new ArrayList<>())
                    .add(triple.getObject());
        }
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (Map.Entry<Node, Map<Node, List<Node>>> subject : subjects.entrySet()) {
                json.writeStartObject();
                json.writeStringField("@id", subject.getKey().getURI());
                for (Map.Entry<Node, List<Node>> property : subject.getValue().entrySet()) {
                    write(property.getKey(), property.getValue(), json);
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void write(Node property, List<Node> values, JsonGenerator json) throws IOException {
        boolean type = property.equals(Names.RDF.term("type"));
        json.writeArrayFieldStart(type ? "@type" : property.getURI());
        for (Node value : values) {
            if (type) {
                json.writeString(value.getURI());
            } else {
                write(value, json);
            }
        }
        json.writeEndArray();
    }

    private static void write(Node value, JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (value.isURI()) {
            json.writeStringField("@id", value.getURI());
        } else {
            json.writeStringField("@value", value.getLiteralLexicalForm());
            if (!value.getLiteralLanguage().isEmpty()) {
                json.writeStringField("@language", value.getLiteralLanguage());
            } else if (!value.getLiteralDatatypeURI().equals(Names.XSD.namespace() + "string")) {
                json.writeStringField("@type", value.getLiteralDatatypeURI());
            }
        }
        json.writeEndObject();
    }
}
