package moisson.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import moisson.event.Edition;
import moisson.event.PublishedEvent;
import moisson.publish.graph.EventGraph;
import moisson.publish.graph.Iris;
import moisson.statistics.Figure;
import moisson.statistics.Statistics;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.system.StreamRDFLib;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every figure comes out the same when it is recomputed from the published graph by the query published with it. */
class FigureQueriesTest {
    private static final URI BASE = URI.create("https://moisson.example/");

    private final List<PublishedEvent> events = EventForTest.some();
    private final Statistics statistics = new Statistics(EventForTest.departments(), EventForTest.regions(), BASE);

    @Test
    void everyFigureOfEveryEditionIsWhatItsQueryAnswers() {
        Model model = graph();
        List<String> differences = new ArrayList<>();
        List<Figure> figures = new ArrayList<>(statistics.of(null, events));
        EventForTest.EDITIONS.forEach(edition -> figures.addAll(statistics.of(edition, events)));
        figures.addAll(statistics.of(EventForTest.edition(1, 2014), events));
        for (Figure figure : figures) {
            BigDecimal answer = ask(model, Objects.requireNonNull(figure.sparql()));
            boolean same = Objects.equals(plain(answer), plain(figure.value()));
            if (!same) {
                differences.add(
                        figure.code() + " " + figure.valueCode() + ": " + figure.value() + ", query: " + answer);
            }
        }
        assertThat(figures).hasSizeGreaterThan(400);
        assertThat(differences).isEmpty();
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(1).toPlainString();
    }

    private Model graph() {
        Model model = ModelFactory.createDefaultModel();
        List<Edition> editions = EventForTest.EDITIONS;
        new EventGraph(new Iris(BASE), editions)
                .write(new Dataset("evenements", events), StreamRDFLib.graph(model.getGraph()));
        return model;
    }

    private static @Nullable BigDecimal ask(Model model, String query) {
        try (QueryExecution execution = QueryExecutionFactory.create(query, model)) {
            ResultSet results = execution.execSelect();
            var row = results.next();
            return row.contains("valeur")
                    ? new BigDecimal(row.getLiteral("valeur").getLexicalForm())
                    : null;
        }
    }
}
