package moisson.intake.rdf;

import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moisson.intake.Characters;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/** A graph in the making: at most so many triples, and its subjects in the order in which they came. */
final class BoundedGraph extends StreamRDFBase {
    private static final Pattern PLACE = Pattern.compile("\\[line: (\\d+), col: (\\d+)");

    private final int most;
    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Set<Node> subjects = new LinkedHashSet<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean full = new AtomicBoolean();
    private final AtomicReference<@Nullable Node> last = new AtomicReference<>();
    private final AtomicReference<String> trouble = new AtomicReference<>("");

    private final @Nullable StreamRDF elsewhere;

    BoundedGraph(int most) {
        this(most, null);
    }

    /** @param elsewhere who keeps the triples instead of the memory */
    BoundedGraph(int most, @Nullable StreamRDF elsewhere) {
        this.most = most;
        this.elsewhere = elsewhere;
    }

    @Override
    public void triple(Triple triple) {
        if (count.incrementAndGet() > most) {
            full.set(true);
            throw new RiotException("too many triples");
        }
        last.set(triple.getSubject());
        if (elsewhere == null) {
            graph.add(triple);
            subjects.add(triple.getSubject());
        } else {
            keep(triple, elsewhere);
        }
    }

    private void keep(Triple triple, StreamRDF elsewhere) {
        try {
            elsewhere.triple(triple);
        } catch (FullException e) {
            full.set(true);
            throw new RiotException("too many resources", e);
        } catch (RuntimeException e) {
            throw new NotKeptException(e);
        }
    }

    /** Whoever keeps the triples wants no more of them. */
    static final class FullException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Whoever keeps the triples cannot, such as a full disk: no fault of the file. */
    static final class NotKeptException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotKeptException(RuntimeException cause) {
            super("the triples cannot be kept", cause);
        }
    }

    /** Reads as far as it goes. */
    BoundedGraph filled(InputStream in, Lang language, String base) {
        parse(RDFParser.source(in).forceLang(language).base(base));
        return this;
    }

    /** Whether nothing stopped it before the end. */
    boolean isWhole() {
        return trouble.get().isEmpty();
    }

    /** Whether it could be read to its end. */
    boolean fill(String jsonLd, String base) {
        Context context = new Context().set(LangJSONLD11.JSONLD_OPTIONS, Contexts.options());
        parse(RDFParser.fromString(jsonLd, Lang.JSONLD11).context(context).base(base));
        return isWhole();
    }

    private void parse(RDFParserBuilder parser) {
        try {
            // Odd IRIs are the normalizer's business; only what is no RDF stops us.
            parser.errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .checking(false)
                    .parse(this);
        } catch (NotKeptException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // Besides its RiotException the parser lets through what its own libraries throw at nonsense; and it goes
            // one call deeper for each bracket.
            trouble.set(inFrench(String.valueOf(e.getMessage())));
        }
    }

    private static String inFrench(String message) {
        Matcher place = PLACE.matcher(message);
        if (place.find()) {
            return "ligne " + place.group(1) + ", colonne " + place.group(2);
        }
        return message.startsWith(Contexts.REFUSED) ? Characters.cut(message, 200) : "syntaxe";
    }

    Graph graph() {
        return graph;
    }

    Set<Node> subjects() {
        return subjects;
    }

    boolean isFull() {
        return full.get();
    }

    @Nullable
    Node last() {
        return last.get();
    }

    /** Where or why it stopped, in French. */
    String trouble() {
        return trouble.get();
    }
}
