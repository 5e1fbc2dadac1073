package moisson.serve.sparql;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import moisson.serve.resource.GraphForm;
import moisson.serve.sparql.run.PublishedData;
import moisson.serve.sparql.run.ResultForm;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/** What the endpoint says of itself (SPARQL 1.1 Service Description), of its data (VoID), and of its examples (SHACL). */
final class Descriptions {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";
    private static final String SHACL = "http://www.w3.org/ns/shacl#";
    private static final String LICENCE = "http://publications.europa.eu/resource/authority/licence/ETALAB_2_0";
    private static final String TEXT_QUERY = "http://jena.apache.org/text#query";
    private static final String DISTANCE = "http://www.opengis.net/def/function/geosparql/distance";
    private static final String TYPE = RDF.type.getURI();

    private static final Map<ResultForm, String> W3C = Map.of(
            ResultForm.JSON, "SPARQL_Results_JSON",
            ResultForm.XML, "SPARQL_Results_XML",
            ResultForm.CSV, "SPARQL_Results_CSV",
            ResultForm.TSV, "SPARQL_Results_TSV",
            ResultForm.TURTLE, "Turtle",
            ResultForm.TRIPLES, "N-Triples",
            ResultForm.JSON_LD, "JSON-LD",
            ResultForm.RDF_XML, "RDF_XML");

    private final String base;
    private final AtomicReference<@Nullable Counted> counted = new AtomicReference<>();

    private record Counted(PublishedData data, Graph graph) {}

    /** @param base of the site, without a final slash */
    Descriptions(String base) {
        this.base = base;
    }

    Graph service(PublishedData data) {
        Model model = model();
        Resource service = model.createResource(base + "/sparql#service")
                .addProperty(RDF.type, sd(model, "Service"))
                .addProperty(p("endpoint"), model.createResource(base + "/sparql"))
                .addProperty(p("supportedLanguage"), sd(model, "SPARQL11Query"))
                .addProperty(p("propertyFeature"), model.createResource(TEXT_QUERY))
                .addProperty(p("extensionFunction"), model.createResource(DISTANCE))
                .addProperty(DCTerms.license, model.createResource(LICENCE))
                .addProperty(RDFS.seeAlso, model.createResource(base + "/.well-known/void"));
        model.createResource(TEXT_QUERY).addProperty(RDF.type, sd(model, "Feature"));
        model.createResource(DISTANCE).addProperty(RDF.type, sd(model, "Function"));
        W3C.values().forEach(form -> service.addProperty(p("resultFormat"), model.createResource(FORMATS + form)));
        DatasetGraph graphs = data.graphs();
        Resource dataset = model.createResource(base + "/sparql#donnees").addProperty(RDF.type, sd(model, "Dataset"));
        service.addProperty(p("defaultDataset"), dataset);
        dataset.addProperty(
                p("defaultGraph"),
                graph(model, base + "/sparql#graphe", graphs.getDefaultGraph().size()));
        graphs.listGraphNodes().forEachRemaining(name -> {
            String id = base + "/sparql#graphe-"
                    + name.getURI().substring(name.getURI().lastIndexOf('/') + 1);
            dataset.addProperty(
                    p("namedGraph"),
                    model.createResource(id + "-nomme")
                            .addProperty(RDF.type, sd(model, "NamedGraph"))
                            .addProperty(p("name"), model.createResource(name.getURI()))
                            .addProperty(
                                    p("graph"),
                                    graph(model, id, graphs.getGraph(name).size())));
        });
        return model.getGraph();
    }

    private static Resource graph(Model model, String iri, long triples) {
        return model.createResource(iri)
                .addProperty(RDF.type, sd(model, "Graph"))
                .addLiteral(VOID.triples, number(model, triples));
    }

    /** Counted once per version: it takes a look at every triple. */
    Graph dataset(Shelf.Held held) {
        Counted known = counted.get();
        if (known != null && known.data().equals(held.data())) {
            return known.graph();
        }
        Graph graph = count(held);
        counted.set(new Counted(held.data(), graph));
        return graph;
    }

    private Graph count(Shelf.Held held) {
        Map<String, Long> classes = new TreeMap<>();
        Map<String, Long> properties = new TreeMap<>();
        held.data().graphs().getDefaultGraph().find().forEachRemaining(triple -> {
            properties.merge(triple.getPredicate().getURI(), 1L, Long::sum);
            Node object = triple.getObject();
            if (object.isURI() && triple.getPredicate().getURI().equals(TYPE)) {
                classes.merge(object.getURI(), 1L, Long::sum);
            }
        });
        Model model = model();
        Resource dataset = model.createResource(base + "/donnees/evenements");
        model.createResource(base + "/.well-known/void")
                .addProperty(RDF.type, VOID.DatasetDescription)
                .addProperty(FOAF.primaryTopic, dataset);
        dataset.addProperty(RDF.type, VOID.Dataset)
                .addProperty(DCTerms.title, "Événements de l’innovation publique", "fr")
                .addProperty(DCTerms.license, model.createResource(LICENCE))
                .addProperty(
                        DCTerms.modified,
                        model.createTypedLiteral(held.graph().since().toString(), XSD.dateTime.getURI()))
                .addProperty(VOID.sparqlEndpoint, model.createResource(base + "/sparql"))
                .addProperty(VOID.uriSpace, base + "/id/")
                .addProperty(VOID.dataDump, model.createResource(base + "/donnees/evenements.nt"))
                .addLiteral(
                        VOID.triples,
                        number(model, held.data().graphs().getDefaultGraph().size()))
                .addLiteral(VOID.classes, number(model, classes.size()))
                .addLiteral(VOID.properties, number(model, properties.size()));
        for (String vocabulary : new String[] {"http://schema.org/", base + "/def/", DCTerms.NS}) {
            dataset.addProperty(VOID.vocabulary, model.createResource(vocabulary));
        }
        classes.forEach((iri, count) -> dataset.addProperty(
                VOID.classPartition,
                model.createResource(part("classe", iri))
                        .addProperty(VOID._class, model.createResource(iri))
                        .addLiteral(VOID.entities, number(model, count))));
        properties.forEach((iri, count) -> dataset.addProperty(
                VOID.propertyPartition,
                model.createResource(part("propriete", iri))
                        .addProperty(VOID.property, model.createResource(iri))
                        .addLiteral(VOID.triples, number(model, count))));
        return model.getGraph();
    }

    private String part(String kind, String iri) {
        return base + "/.well-known/void#" + kind + "-"
                + moisson.serve.http.Digests.sha256(iri.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .substring(0, 12);
    }

    /** As SIB's collections of examples are written, for federated query editors to read. */
    Graph examples() {
        Model model = model();
        model.setNsPrefix("sh", SHACL);
        for (Examples.Example example : new Examples(base).all()) {
            boolean table = QueryFactory.create(example.query()).isSelectType();
            model.createResource(base + "/.well-known/sparql-examples/#" + example.name())
                    .addProperty(RDF.type, model.createResource(SHACL + "SPARQLExecutable"))
                    .addProperty(
                            RDF.type,
                            model.createResource(
                                    SHACL + (table ? "SPARQLSelectExecutable" : "SPARQLConstructExecutable")))
                    .addProperty(RDFS.comment, example.title(), "fr")
                    .addProperty(model.createProperty(SHACL, table ? "select" : "construct"), example.query())
                    .addProperty(
                            model.createProperty("https://schema.org/", "target"),
                            model.createResource(base + "/sparql"));
        }
        return model.getGraph();
    }

    private Model model() {
        return ModelFactory.createModelForGraph(
                GraphForm.prefixed(ModelFactory.createDefaultModel().getGraph(), base));
    }

    private static org.apache.jena.rdf.model.Literal number(Model model, long number) {
        return model.createTypedLiteral(Long.toString(number), XSD.integer.getURI())
                .asLiteral();
    }

    private static Property p(String name) {
        return org.apache.jena.rdf.model.ResourceFactory.createProperty(SD, name);
    }

    private static Resource sd(Model model, String name) {
        return model.createResource(SD + name);
    }
}
