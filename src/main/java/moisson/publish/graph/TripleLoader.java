package moisson.publish.graph;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.progress.MonitorOutputs;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;

/** Fills a new TDB2 database, with the loader that was fastest on two cores (decision 10), and closes it again. */
final class TripleLoader {
    private TripleLoader() {}

    /**
     * Loads what can be loaded.
     *
     * @param beside takes the triples that the database cannot hold as they are
     * @return how many triples the database holds
     */
    static int load(Path nTriples, Path folder, Graph beside) throws IOException {
        DatasetGraph database = DatabaseMgr.connectDatasetGraph(Location.create(folder));
        try {
            DataLoader loader = LoaderFactory.sequentialLoader(database, MonitorOutputs.nullOutput());
            loader.startBulk();
            try {
                ReadBack.stream(nTriples, exact(loader.stream(), beside));
                loader.finishBulk();
            } catch (RuntimeException | InternalError e) {
                loader.finishException(new IllegalStateException(e));
                throw e;
            }
            return database.calculateRead(() -> database.getDefaultGraph().size());
        } catch (InternalError e) {
            // How the Java machine tells that the system could not write a page of a mapped file.
            throw new IOException("le disque de " + folder + " est plein, ou refuse l’écriture", e);
        } finally {
            TDBInternal.expel(database, true);
        }
    }

    private static StreamRDF exact(StreamRDF loader, Graph beside) {
        return new StreamRDFWrapper(loader) {
            @Override
            public void triple(Triple triple) {
                if (DiskGraph.exact(triple.getObject())) {
                    super.triple(triple);
                } else {
                    beside.add(triple);
                }
            }
        };
    }
}
