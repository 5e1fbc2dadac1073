package moisson.serve.resource;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import moisson.serve.http.Ask;
import moisson.serve.http.Digests;
import moisson.serve.http.Refusal;
import moisson.serve.http.Reply;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;

/** The forms in which a small graph is given, the preferred first. */
public enum GraphForm {
    TURTLE("ttl", "text/turtle", RDFFormat.TURTLE_PRETTY),
    JSON_LD("jsonld", "application/ld+json", RDFFormat.JSONLD_PRETTY),
    TRIPLES("nt", "application/n-triples", RDFFormat.NTRIPLES_UTF8),
    RDF_XML("rdf", "application/rdf+xml", RDFFormat.RDFXML_PLAIN);

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("schema", "http://schema.org/"),
            Map.entry("dct", "http://purl.org/dc/terms/"),
            Map.entry("dcat", "http://www.w3.org/ns/dcat#"),
            Map.entry("prov", "http://www.w3.org/ns/prov#"),
            Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
            Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
            Map.entry("cv", "http://data.europa.eu/m8g/"),
            Map.entry("geo", "http://www.opengis.net/ont/geosparql#"),
            Map.entry("void", "http://rdfs.org/ns/void#"),
            Map.entry("sd", "http://www.w3.org/ns/sparql-service-description#"),
            Map.entry("qb", "http://purl.org/linked-data/cube#"),
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"));

    private final String extension;
    private final String mediaType;
    // Jena's formats never change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final RDFFormat format;

    GraphForm(String extension, String mediaType, RDFFormat format) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.format = format;
    }

    /** Without a dot. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public static List<String> mediaTypes() {
        return Arrays.stream(values()).map(GraphForm::mediaType).toList();
    }

    public static Optional<GraphForm> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(form -> form.extension.equals(extension))
                .findFirst();
    }

    public static Optional<GraphForm> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(form -> form.mediaType.equals(mediaType))
                .findFirst();
    }

    /** Names the vocabularies by their usual short names, and ours by {@code def}. */
    public static Graph prefixed(Graph graph, String base) {
        graph.getPrefixMapping().setNsPrefixes(PREFIXES).setNsPrefix("def", base + "/def/");
        return graph;
    }

    public byte[] write(Graph graph) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFDataMgr.write(out, graph, format);
        return out.toByteArray();
    }

    public Reply reply(Graph graph) {
        return reply(200, graph);
    }

    /**
     * The graph in this form, as an answer.
     *
     * @param status 410 when the graph tells of something that is gone
     */
    public Reply reply(int status, Graph graph) {
        byte[] bytes = write(graph);
        return Reply.of(status, mediaType + "; charset=utf-8", bytes)
                .with("Cache-Control", "no-cache")
                .with("ETag", '"' + Digests.sha256(bytes).substring(0, 32) + '"');
    }

    /** The graph in the form that whoever asks likes best; 406 when it likes none. */
    public static Reply liked(Ask ask, Graph graph) {
        return ask.prefers(mediaTypes())
                .flatMap(GraphForm::ofMediaType)
                .map(form -> form.reply(graph))
                .orElseThrow(() -> new Refusal(
                        406,
                        "Aucun des formats demandés n’est disponible. Disponibles\u202f: "
                                + mediaTypes().stream().collect(Collectors.joining(", ")) + "."))
                .with("Vary", "Accept");
    }
}
