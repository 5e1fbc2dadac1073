package moisson.serve.sparql.run;

import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;

/** Takes the triples of an answer, up to a limit: some forms need them all before they write the first. */
final class CappedGraph extends WrappedGraph {
    private final Watch watch;
    private final int most;

    CappedGraph(Watch watch, int most) {
        super(GraphMemFactory.createDefaultGraphSameTerm());
        this.watch = watch;
        this.most = most;
    }

    @Override
    public void performAdd(Triple triple) {
        watch.step();
        base.add(triple);
        if (base.size() > most) {
            throw watch.refuse(
                    "Le résultat dépasse " + most
                            + " triplets dans ce format. Ajoutez LIMIT, demandez N-Triples, ou téléchargez les fichiers complets.");
        }
    }

    @Override
    public void add(Triple triple) {
        performAdd(triple);
    }
}
