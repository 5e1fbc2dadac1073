package moisson.serve.sparql;

import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import moisson.serve.http.Refusal;
import moisson.serve.sparql.run.PublishedData;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The versions that can be asked: the current one, and earlier ones that are opened, aside, when somebody asks for them. */
final class Shelf implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
    private static final int MOST_OPEN = 2;
    private static final int MOST_OPENING = 3;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final SparqlPages.Versions versions;
    private final String events;
    private final Duration patience;
    private final AtomicReference<@Nullable Held> current = new AtomicReference<>();
    /** The one that is about to be shown. */
    private final AtomicReference<@Nullable Held> next = new AtomicReference<>();

    private final Map<Integer, CompletableFuture<Held>> earlier = new LinkedHashMap<>(4, 0.75f, true);
    private final ExecutorService opener = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("sparql-past").factory());

    /** A version ready to be asked. */
    record Held(SparqlPages.Graph graph, PublishedData data) {}

    /** @param base of the site, without a final slash */
    Shelf(SparqlPages.Versions versions, String base, Duration patience) {
        this.versions = versions;
        this.events = base + "/donnees/evenements";
        this.patience = patience;
    }

    Held current() {
        SparqlPages.Graph graph =
                versions.current().get().orElseThrow(() -> new Refusal(503, "Rien n’est encore publié."));
        Held held = current.get();
        if (held != null && held.graph().equals(graph)) {
            return held;
        }
        return held(graph);
    }

    void prepare(SparqlPages.Graph graph) {
        Held held = hold(graph);
        held.data().texts().await();
        next.set(held);
    }

    /** One at a time: the texts of a version are read as soon as it is held. */
    private synchronized Held held(SparqlPages.Graph graph) {
        Held held = current.get();
        if (held == null || !held.graph().equals(graph)) {
            Held prepared = next.getAndSet(null);
            held = prepared != null && prepared.graph().equals(graph) ? prepared : hold(graph);
            current.set(held);
        }
        return held;
    }

    private Held hold(SparqlPages.Graph graph) {
        return new Held(graph, PublishedData.of(graph.version(), named(graph.dataset())));
    }

    /** The events are the default graph; they have a name, too, so that FROM can choose them. */
    private DatasetGraph named(DatasetGraph published) {
        DatasetGraph named = DatasetGraphFactory.createGeneral(published.getDefaultGraph());
        published.listGraphNodes().forEachRemaining(name -> named.addGraph(name, published.getGraph(name)));
        named.addGraph(NodeFactory.createURI(events), published.getDefaultGraph());
        return named;
    }

    /** @param at the number of a version, or the moment or the day (in Paris) when it was the current one */
    Held at(String at) {
        Held now = current();
        int number = number(at);
        if (number == now.graph().version()) {
            return now;
        }
        try {
            return opening(number).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Refusal(503, "La version " + number + " est en cours d’ouverture. Réessayez dans un moment.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(503, "Le service s’arrête.");
        } catch (ExecutionException e) {
            synchronized (earlier) {
                earlier.remove(number);
            }
            throw e.getCause() instanceof Refusal refusal
                    ? refusal
                    : new IllegalStateException("version " + number + " could not be opened", e.getCause());
        }
    }

    private int number(String at) {
        if (at.matches("\\d{1,9}")) {
            return Integer.parseInt(at);
        }
        try {
            Instant moment = at.matches("\\d{4}-\\d\\d-\\d\\d")
                    ? LocalDate.parse(at)
                            .plusDays(1)
                            .atStartOfDay(PARIS)
                            .toInstant()
                            .minusNanos(1)
                    : Instant.parse(at);
            return versions.at()
                    .apply(moment)
                    .orElseThrow(() -> new Refusal(404, "Rien n’était publié à ce moment-là."));
        } catch (DateTimeException e) {
            throw new Refusal(
                    400,
                    "Le paramètre at est un numéro de version, un jour (2020-11-03) ou un instant (2020-11-03T10:00:00Z).");
        }
    }

    private CompletableFuture<Held> opening(int number) {
        synchronized (earlier) {
            CompletableFuture<Held> known = earlier.get(number);
            if (known != null) {
                return known;
            }
            if (earlier.values().stream().filter(version -> !version.isDone()).count() >= MOST_OPENING) {
                throw new Refusal(503, "Trop de versions sont en cours d’ouverture. Réessayez dans un moment.");
            }
            CompletableFuture<Held> opened = CompletableFuture.supplyAsync(() -> open(number), opener);
            earlier.put(number, opened);
            var oldest = earlier.values().iterator();
            while (earlier.size() > MOST_OPEN && oldest.hasNext()) {
                if (oldest.next().isDone()) {
                    oldest.remove();
                }
            }
            return opened;
        }
    }

    private Held open(int number) {
        try {
            return hold(versions.number()
                    .apply(number)
                    .orElseThrow(() -> new Refusal(404, "La version " + number + " n’existe pas.")));
        } catch (UncheckedIOException e) {
            LOG.error("version {} cannot be opened", number, e);
            throw new Refusal(503, "La version " + number + " ne peut pas être ouverte en ce moment.");
        }
    }

    Optional<Held> ready() {
        return versions.current().get().map(graph -> current());
    }

    @Override
    public void close() {
        opener.shutdownNow();
    }
}
