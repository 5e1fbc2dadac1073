package moisson.serve.sparql.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import moisson.serve.http.Refusal;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextIndexConfig;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.util.Context;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Full-text search in the titles and descriptions of one version, with French analysis (elisions, stop words, light stemming).
 * The index is built in memory, aside, when the version is first shown; queries that search wait for it.
 */
public final class TextSearch {
    private static final Logger LOG = LoggerFactory.getLogger(TextSearch.class);
    private static final String SCHEMA = "http://schema.org/";
    private static final Node NAME = NodeFactory.createURI(SCHEMA + "name");
    private static final Node DESCRIPTION = NodeFactory.createURI(SCHEMA + "description");
    /** Stands for title and description together; no triple has it. */
    private static final Node ALL = NodeFactory.createURI(SCHEMA + "text");

    private static final long PATIENCE = 20;

    private final CompletableFuture<FrenchIndex> index;

    private TextSearch(CompletableFuture<FrenchIndex> index) {
        this.index = index;
    }

    /** Begins to read all names and descriptions of a graph. */
    static TextSearch over(Graph graph) {
        CompletableFuture<FrenchIndex> index = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("sparql-texts").start(() -> {
            try {
                index.complete(build(graph));
            } catch (RuntimeException | OutOfMemoryError e) {
                LOG.error("the full-text index could not be built", e);
                index.completeExceptionally(e);
            }
        });
        return new TextSearch(index);
    }

    private static FrenchIndex build(Graph graph) {
        EntityDefinition fields = new EntityDefinition("uri", "texte", ALL);
        fields.set("titre", NAME);
        fields.set("description", DESCRIPTION);
        TextIndexConfig config = new TextIndexConfig(fields);
        config.setAnalyzer(new FrenchAnalyzer());
        config.setValueStored(false);
        FrenchIndex index = new FrenchIndex(new ByteBuffersDirectory(), config);
        add(graph, NAME, "titre", index);
        add(graph, DESCRIPTION, "description", index);
        index.commit();
        return index;
    }

    private static void add(Graph graph, Node property, String field, FrenchIndex index) {
        graph.find(Node.ANY, property, Node.ANY).forEachRemaining(triple -> {
            if (triple.getSubject().isURI() && triple.getObject().isLiteral()) {
                String text = triple.getObject().getLiteralLexicalForm();
                Entity entity = new Entity(triple.getSubject().getURI(), "");
                entity.put(field, text);
                entity.put("texte", text);
                index.addEntity(entity);
            }
        });
    }

    /** Comes back when the texts are read, or cannot be. */
    public void await() {
        try {
            index.get();
        } catch (ExecutionException e) {
            LOG.debug("there is no full-text index", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes it searchable for one query; waits until it is built. */
    void into(Context context, Watch watch) {
        while (true) {
            watch.check();
            try {
                context.set(TextQuery.textIndex, index.get(PATIENCE, TimeUnit.MILLISECONDS));
                return;
            } catch (TimeoutException e) {
                LOG.debug("waiting for the full-text index");
            } catch (ExecutionException e) {
                throw new Refusal(503, "La recherche en plein texte n’est pas disponible en ce moment.");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refusal(503, "Le service s’arrête.");
            }
        }
    }
}
