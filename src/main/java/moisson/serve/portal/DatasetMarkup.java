package moisson.serve.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/** The datasets in the words of schema.org, for search engines of data, as the catalogue tells of them; JSON-LD in pages. */
final class DatasetMarkup {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/";

    private final String base;

    /** @param base the address that the catalogue names things by, without a final slash */
    DatasetMarkup(String base) {
        this.base = base;
    }

    /** What the catalogue tells of a dataset, in French. */
    record Told(String title, String description) {}

    /** Empty for what is no dataset of the catalogue, such as the catalogue itself. */
    Optional<Told> told(Snapshot snapshot, String dataset) {
        Graph catalogue = catalogue(snapshot);
        Node iri = node(dataset);
        return text(catalogue, iri, DCTerms.title)
                .flatMap(title ->
                        text(catalogue, iri, DCTerms.description).map(description -> new Told(title, description)));
    }

    /** All of them, fit to stand in a script of a page. */
    String of(Snapshot snapshot) {
        Map<String, Object> markup = new LinkedHashMap<>();
        markup.put("@context", "https://schema.org/");
        markup.put("@type", "DataCatalog");
        markup.put("@id", base + "/donnees");
        markup.put("url", base + "/donnees");
        Graph catalogue = catalogue(snapshot);
        Node iri = NodeFactory.createURI(base + "/donnees");
        text(catalogue, iri, DCTerms.title).ifPresent(title -> markup.put("name", title));
        text(catalogue, iri, DCTerms.description).ifPresent(text -> markup.put("description", text));
        markup.put("inLanguage", "fr");
        markup.put("license", LICENCE);
        markup.put("isAccessibleForFree", true);
        markup.put("dateModified", snapshot.publication().at().toString());
        publisher(catalogue, iri).ifPresent(name -> markup.put("publisher", organisation(name)));
        markup.put(
                "dataset",
                GraphUtil.listSubjects(catalogue, RDF.type.asNode(), DCAT.Dataset.asNode()).toList().stream()
                        .map(Node::getURI)
                        .sorted()
                        .map(dataset -> dataset.substring(dataset.lastIndexOf('/') + 1))
                        .map(dataset -> dataset(snapshot, dataset))
                        .toList());
        return script(markup);
    }

    /** One dataset with all its files, fit to stand in a script of a page. */
    String of(Snapshot snapshot, String name) {
        Map<String, Object> markup = new LinkedHashMap<>();
        markup.put("@context", "https://schema.org/");
        markup.putAll(dataset(snapshot, name));
        markup.put("includedInDataCatalog", Map.of("@type", "DataCatalog", "@id", base + "/donnees"));
        markup.put(
                "distribution",
                snapshot.downloads().stream()
                        .filter(file -> file.dataset().equals(name))
                        .map(this::download)
                        .toList());
        return script(markup);
    }

    private Map<String, Object> dataset(Snapshot snapshot, String name) {
        Graph catalogue = catalogue(snapshot);
        Node iri = node(name);
        Map<String, Object> markup = new LinkedHashMap<>();
        markup.put("@type", "Dataset");
        markup.put("@id", iri.getURI());
        markup.put("url", iri.getURI());
        markup.put("identifier", iri.getURI());
        told(snapshot, name).ifPresent(told -> {
            markup.put("name", told.title());
            markup.put("description", told.description());
        });
        markup.put("inLanguage", "fr");
        markup.put("license", LICENCE);
        markup.put("isAccessibleForFree", true);
        markup.put("keywords", texts(catalogue, iri, DCAT.keyword));
        markup.put("version", Integer.toString(snapshot.publication().number()));
        text(catalogue, iri, DCTerms.issued).ifPresent(issued -> markup.put("datePublished", issued));
        text(catalogue, iri, DCTerms.modified).ifPresent(modified -> markup.put("dateModified", modified));
        Node period = NodeFactory.createURI(iri.getURI() + "#periode");
        text(catalogue, period, DCAT.startDate)
                .flatMap(start -> text(catalogue, period, DCAT.endDate).map(end -> start + "/" + end))
                .ifPresent(days -> markup.put("temporalCoverage", days));
        markup.put("spatialCoverage", Map.of("@type", "Country", "name", "France"));
        publisher(catalogue, iri).ifPresent(publisher -> {
            markup.put("creator", organisation(publisher));
            markup.put("publisher", organisation(publisher));
        });
        return markup;
    }

    private Map<String, Object> download(Download file) {
        Map<String, Object> download = new LinkedHashMap<>();
        download.put("@type", "DataDownload");
        download.put("name", file.path());
        download.put("contentUrl", base + "/donnees/" + file.path());
        download.put("encodingFormat", file.mediaType());
        download.put("contentSize", file.bytes() + " B");
        download.put("sha256", file.sha256());
        return download;
    }

    private Map<String, Object> organisation(String name) {
        return Map.of("@type", "Organization", "name", name, "url", base + "/");
    }

    private Optional<String> publisher(Graph catalogue, Node iri) {
        return GraphUtil.listObjects(catalogue, iri, DCTerms.publisher.asNode()).toList().stream()
                .findFirst()
                .flatMap(publisher -> text(catalogue, publisher, FOAF.name));
    }

    private Graph catalogue(Snapshot snapshot) {
        return snapshot.graph().getGraph(node("catalogue"));
    }

    private Node node(String dataset) {
        return NodeFactory.createURI(base + "/donnees/" + dataset);
    }

    /** The French one of several. */
    private static Optional<String> text(Graph graph, Node subject, Property property) {
        return GraphUtil.listObjects(graph, subject, property.asNode()).toList().stream()
                .filter(node -> node.isLiteral() && !node.getLiteralLanguage().equals("en"))
                .map(Node::getLiteralLexicalForm)
                .findFirst();
    }

    private static List<String> texts(Graph graph, Node subject, Property property) {
        return GraphUtil.listObjects(graph, subject, property.asNode()).toList().stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .toList();
    }

    private static String script(Map<String, Object> markup) {
        try {
            return JSON.writeValueAsString(markup)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain maps can always be written", e);
        }
    }
}
