package moisson.serve.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import moisson.serve.view.Pages;
import moisson.serve.view.Site;
import moisson.serve.view.StaticFiles;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.junit.jupiter.api.Test;

/** A version is made ready as soon as it is shown, and not when the first one asks. */
class WarmUpTest {
    /** Tells when somebody reads names, as the index of texts does. */
    private static final class Listening extends WrappedGraph {
        private final CompletableFuture<Node> read = new CompletableFuture<>();

        Listening(Graph graph) {
            super(graph);
        }

        @Override
        public ExtendedIterator<Triple> find(Node subject, Node property, Node object) {
            if (property.isURI() && property.getURI().equals("http://schema.org/name")) {
                read.complete(property);
            }
            return super.find(subject, property, object);
        }
    }

    @Test
    void theTextsOfANewVersionAreReadBeforeAnybodyAsks() {
        AtomicReference<Optional<SparqlPages.Graph>> shown = new AtomicReference<>(Optional.empty());
        SparqlPages.Versions versions =
                new SparqlPages.Versions(shown::get, number -> Optional.empty(), moment -> Optional.empty());
        Site site = new Site(new Pages(), StaticFiles.assets(), "https://moisson.example");
        try (SparqlPages pages = new SparqlPages(site, versions, Duration.ofSeconds(5))) {
            assertThat(pages.routes()).isNotEmpty();
            for (int number = 1; number <= 2; number++) {
                Listening graph = new Listening(GraphFactory.createDefaultGraph());
                shown.set(Optional.of(new SparqlPages.Graph(number, Instant.EPOCH, DatasetGraphFactory.wrap(graph))));
                assertThatCode(() -> graph.read.get(60, TimeUnit.SECONDS)).doesNotThrowAnyException();
            }
        }
    }
}
