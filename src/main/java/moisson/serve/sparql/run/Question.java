package moisson.serve.sparql.run;

import java.util.List;
import java.util.function.Function;
import org.apache.jena.query.Query;

/**
 * One query as it came.
 *
 * @param client whose it is: clients share the service evenly
 * @param defaultGraphs and {@code namedGraphs}: the dataset that the protocol asked for; it wins over that of the query
 * @param form chooses how the answer is written, once the query is known
 */
public record Question(
        String client,
        String text,
        PublishedData data,
        List<String> defaultGraphs,
        List<String> namedGraphs,
        Function<Query, ResultForm> form) {
    public Question {
        defaultGraphs = List.copyOf(defaultGraphs);
        namedGraphs = List.copyOf(namedGraphs);
    }
}
