package moisson.publish.graph;

import java.nio.file.Files;
import java.nio.file.Path;
import moisson.publish.PublisherSettings;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** What SPARQL answers from: the files of one version, in memory. */
public final class PublishedGraph {
    private PublishedGraph() {}

    public static DatasetGraph load(Path folder, PublisherSettings settings) {
        Iris iris = new Iris(settings.base());
        Graph events = GraphMemFactory.createDefaultGraphSameTerm();
        ReadBack.load(folder.resolve("evenements.nt"), events);
        Graph catalogue = GraphMemFactory.createDefaultGraphSameTerm();
        ReadBack.load(folder.resolve("catalogue.ttl"), catalogue);
        Graph numbers = GraphMemFactory.createDefaultGraphSameTerm();
        Path cube = folder.resolve("statistiques.ttl");
        if (Files.isRegularFile(cube)) { // the first versions had none
            ReadBack.load(cube, numbers);
        }
        Graph quality = GraphMemFactory.createDefaultGraphSameTerm();
        if (Files.isRegularFile(folder.resolve(QualityGraph.FILE))) {
            ReadBack.load(folder.resolve(QualityGraph.FILE), quality);
        }
        DatasetGraph graphs = DatasetGraphFactory.createGeneral(events);
        graphs.addGraph(NodeFactory.createURI(iris.dataset("catalogue")), catalogue);
        graphs.addGraph(NodeFactory.createURI(iris.dataset("statistiques")), numbers);
        graphs.addGraph(NodeFactory.createURI(iris.dataset("qualite")), quality);
        return graphs;
    }
}
