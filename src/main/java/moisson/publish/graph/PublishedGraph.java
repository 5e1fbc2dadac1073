package moisson.publish.graph;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import moisson.publish.EditionFigures;
import moisson.publish.PublisherSettings;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** What SPARQL answers from: the files of one version, in memory. */
public final class PublishedGraph {
    private PublishedGraph() {}

    public static DatasetGraph load(Path folder, PublisherSettings settings, List<EditionFigures> figures) {
        Iris iris = new Iris(settings.base());
        Graph events = GraphMemFactory.createDefaultGraphSameTerm();
        ReadBack.load(folder.resolve("evenements.nt"), events);
        Graph catalogue = GraphMemFactory.createDefaultGraphSameTerm();
        ReadBack.load(folder.resolve("catalogue.ttl"), catalogue);
        Graph numbers = GraphMemFactory.createDefaultGraphSameTerm();
        FigureTriples triples = new FigureTriples(iris);
        figures.forEach(sheet -> triples.write(new Triples(StreamRDFLib.graph(numbers)), sheet));
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
