package moisson.publish.graph;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import moisson.publish.PublisherSettings;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** What SPARQL answers from: the files of one version. All but the events are few, and in memory. */
final class PublishedGraph {
    static final String FIGURES = "statistiques.ttl";

    private static final String CATALOGUE = "donnees";

    private PublishedGraph() {}

    /**
     * Puts the graphs of a version together.
     *
     * @param events its default graph
     * @param figures what {@link #FIGURES} says
     */
    static DatasetGraph of(Path folder, PublisherSettings settings, Graph events, Graph figures) {
        Graph catalogue = GraphMemFactory.createDefaultGraphSameTerm();
        ReadBack.load(folder.resolve("catalogue.ttl"), catalogue);
        Iris iris = new Iris(base(catalogue).orElse(settings.base()));
        Graph quality = GraphMemFactory.createDefaultGraphSameTerm();
        if (Files.isRegularFile(folder.resolve(QualityGraph.FILE))) {
            ReadBack.load(folder.resolve(QualityGraph.FILE), quality);
        }
        DatasetGraph graphs = DatasetGraphFactory.createGeneral(events);
        graphs.addGraph(NodeFactory.createURI(iris.dataset("catalogue")), catalogue);
        graphs.addGraph(NodeFactory.createURI(iris.dataset("statistiques")), figures);
        graphs.addGraph(NodeFactory.createURI(iris.dataset("qualite")), quality);
        return graphs;
    }

    /** The address the version was published under: its queries name graphs by it, whatever address we have today. */
    static Optional<URI> base(DatasetGraph published) {
        return Iter.toList(published.listGraphNodes()).stream()
                .flatMap(name -> base(published.getGraph(name)).stream())
                .findFirst();
    }

    private static Optional<URI> base(Graph catalogue) {
        return catalogue
                .find(Node.ANY, Names.RDF.term("type"), Names.DCAT.term("Catalog"))
                .mapWith(Triple::getSubject)
                .filterKeep(node -> node.isURI() && node.getURI().endsWith(CATALOGUE))
                .mapWith(node ->
                        URI.create(node.getURI().substring(0, node.getURI().length() - CATALOGUE.length())))
                .nextOptional();
    }
}
