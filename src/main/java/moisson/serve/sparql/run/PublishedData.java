package moisson.serve.sparql.run;

import org.apache.jena.sparql.core.DatasetGraph;

/** The graphs of one version, and how to search in their texts. */
public record PublishedData(int version, DatasetGraph graphs, TextSearch texts) {
    public static PublishedData of(int version, DatasetGraph graphs) {
        return new PublishedData(version, graphs, TextSearch.over(graphs.getDefaultGraph()));
    }
}
