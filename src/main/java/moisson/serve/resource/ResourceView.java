package moisson.serve.resource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/**
 * A thing as a page shows it.
 *
 * @param parts the thing itself first, then its parts
 * @param pointing what points to it
 * @param jsonLd the very triples of the other forms, for programs that read pages
 */
public record ResourceView(
        String title, String iri, List<Part> parts, List<Line> pointing, List<Form> forms, String jsonLd) {
    /** What is said of one thing. */
    public record Part(String iri, List<Line> lines) {}

    /** One property with its values, or one property by which others point here. */
    public record Line(String property, String label, List<Value> values) {}

    /** A value: a text, or a link when it has an address. */
    public record Value(
            String text, @Nullable String href, @Nullable String language) {}

    /** Another form of the same. */
    public record Form(String label, String href) {}

    static ResourceView of(String iri, Graph said, Graph around, String base, String document) {
        Node node = NodeFactory.createURI(iri);
        List<Part> parts = new ArrayList<>();
        Map<String, List<Triple>> subjects = new TreeMap<>();
        said.find()
                .forEachRemaining(
                        triple -> subjects.computeIfAbsent(triple.getSubject().toString(), unknown -> new ArrayList<>())
                                .add(triple));
        Words words = new Words(said, around, base);
        subjects.forEach((subject, triples) -> parts.add(new Part(subject, words.lines(triples, false))));
        parts.sort(Comparator.comparing(part -> !part.iri().equals(iri)));
        List<Form> forms = new ArrayList<>();
        for (GraphForm form : GraphForm.values()) {
            forms.add(new Form(
                    switch (form) {
                        case TURTLE -> "Turtle";
                        case JSON_LD -> "JSON-LD";
                        case TRIPLES -> "N-Triples";
                        case RDF_XML -> "RDF/XML";
                    },
                    document + "." + form.extension()));
        }
        return new ResourceView(
                Labels.of(node, said).orElse(iri),
                iri,
                parts,
                words.lines(around.find(Node.ANY, Node.ANY, node).toList(), true),
                forms,
                script(said));
    }

    /** JSON-LD that can stand in a page: in JSON, the characters that could end the script may always be written so. */
    public static String script(Graph graph) {
        return new String(GraphForm.JSON_LD.write(graph), StandardCharsets.UTF_8)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    private record Words(Graph said, Graph around, String base) {
        List<Line> lines(List<Triple> triples, boolean pointing) {
            Map<String, List<Value>> values = new TreeMap<>();
            for (Triple triple : triples) {
                values.computeIfAbsent(triple.getPredicate().getURI(), unknown -> new ArrayList<>())
                        .add(value(pointing ? triple.getSubject() : triple.getObject()));
            }
            List<Line> lines = new ArrayList<>();
            values.forEach((property, all) -> {
                all.sort(Comparator.comparing(Value::text));
                lines.add(new Line(property, shorter(property), List.copyOf(all)));
            });
            return lines;
        }

        private Value value(Node node) {
            if (node.isLiteral()) {
                String language = node.getLiteralLanguage();
                return new Value(node.getLiteralLexicalForm(), null, language.isEmpty() ? null : language);
            }
            if (!node.isURI()) {
                return new Value(node.toString(), null, null);
            }
            String iri = node.getURI();
            String name =
                    Labels.of(node, around).or(() -> Labels.of(node, said)).orElseGet(() -> shorter(iri));
            boolean web = iri.startsWith("http://") || iri.startsWith("https://");
            return new Value(name, iri.startsWith(base + "/") ? iri.substring(base.length()) : web ? iri : null, null);
        }

        private String shorter(String iri) {
            String known = said.getPrefixMapping().shortForm(iri);
            return known.equals(iri) && iri.startsWith(base + "/") ? iri.substring(base.length()) : known;
        }
    }
}
