package moisson.serve.sparql.run;

import java.util.Iterator;
import java.util.List;
import moisson.serve.http.Refusal;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.compose.MultiUnion;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** The dataset of one query: all published graphs, or those that the protocol or FROM chose among them. Nothing is fetched. */
final class ChosenGraphs {
    private final DatasetGraph published;
    private final Watch watch;

    ChosenGraphs(DatasetGraph published, Watch watch) {
        this.published = published;
        this.watch = watch;
    }

    /** Takes the choice out of the query, as it is answered here. */
    DatasetGraph of(Question question, Query query) {
        boolean protocol =
                !question.defaultGraphs().isEmpty() || !question.namedGraphs().isEmpty();
        List<String> defaults = protocol ? question.defaultGraphs() : List.copyOf(query.getGraphURIs());
        List<String> named = protocol ? question.namedGraphs() : List.copyOf(query.getNamedGraphURIs());
        query.getGraphURIs().clear();
        query.getNamedGraphURIs().clear();
        return defaults.isEmpty() && named.isEmpty() ? all() : some(defaults, named);
    }

    private DatasetGraph all() {
        DatasetGraph all = DatasetGraphFactory.createGeneral(watched(published.getDefaultGraph()));
        Iterator<Node> names = published.listGraphNodes();
        while (names.hasNext()) {
            Node name = names.next();
            all.addGraph(name, watched(published.getGraph(name)));
        }
        return all;
    }

    private DatasetGraph some(List<String> defaults, List<String> named) {
        DatasetGraph some = DatasetGraphFactory.createGeneral(merge(defaults));
        for (String name : named) {
            some.addGraph(NodeFactory.createURI(name), graph(name));
        }
        return some;
    }

    private Graph merge(List<String> names) {
        if (names.isEmpty()) {
            return Graph.emptyGraph;
        }
        return names.size() == 1
                ? graph(names.getFirst())
                : new MultiUnion(names.stream().distinct().map(this::graph).toArray(Graph[]::new));
    }

    private Graph graph(String name) {
        Node node = NodeFactory.createURI(name);
        if (!published.containsGraph(node)) {
            throw new Refusal(400, "Le graphe <" + name + "> n’est pas publié ici, et rien n’est cherché ailleurs.");
        }
        return watched(published.getGraph(node));
    }

    private Graph watched(Graph graph) {
        return new WatchedGraph(graph, watch);
    }
}
