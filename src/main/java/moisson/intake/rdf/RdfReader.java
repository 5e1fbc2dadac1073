package moisson.intake.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import moisson.event.Delivery;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.intake.FeedReader;
import moisson.intake.FeedText;
import moisson.intake.Limits;
import moisson.intake.RecordSink;
import moisson.intake.UnreadableFeedException;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.lang.rdfxml.RRX;
import org.jspecify.annotations.Nullable;

/**
 * Reads events in RDF: Turtle, N-Triples, RDF/XML and JSON-LD, in the words of schema.org or DATAtourisme. The IRI of
 * an event is its key. A graph must be held whole, in memory or on disk, hence its bounds; of JSON-LD only one object of
 * a list is.
 */
final class RdfReader implements FeedReader {
    private static final String EXPECTED = "du RDF (Turtle, N-Triples, RDF/XML ou JSON-LD)";
    private static final Pattern JSON = Pattern.compile("\\A\\s*+[\\[{]\\s*+[\\[{\"\\]}]");
    private static final Pattern XML = Pattern.compile("\\A\\s*+<(?:\\?xml|!--|!DOCTYPE|\\w+:RDF|RDF)[\\s>]");

    private final long inMemory;

    /** @param inMemory bytes up to which a graph is held there, if its triples are not too many either */
    RdfReader(long inMemory) {
        this.inMemory = inMemory;
    }

    @Override
    public String format() {
        return "rdf";
    }

    @Override
    public void read(Delivery delivery, RecordSink sink) throws IOException {
        try (FeedText text = FeedText.ofAnyKind(delivery, EXPECTED)) {
            refuseWebPage(text.head());
            var items = new RdfItems(sink, new AtomicInteger());
            if (JSON.matcher(text.head()).find()) {
                new JsonLdItems(text, items, base(delivery)).read(sink);
                text.remarkOn(sink);
            } else {
                graph(delivery, syntax(text.head()), items, sink);
            }
        }
    }

    private static void refuseWebPage(String head) throws UnreadableFeedException {
        String start = head.strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<head")) {
            throw new UnreadableFeedException(
                    "Le fichier est une page web (HTML) et non " + EXPECTED
                            + "\u202F: pour lire les données schema.org d’une page, choisissez le format «\u202Fschema-org\u202F».");
        }
    }

    private static String base(Delivery delivery) {
        String location = delivery.source().location();
        return location.startsWith("http") ? location : "http://moisson.invalid/";
    }

    /**
     * Of RDF/XML the parser that resolves entities only where a document type may declare some: since JDK 24 it takes
     * fifty thousand times &amp;lt; in a file for an attack.
     */
    private static Lang syntax(String head) {
        if (!XML.matcher(head).find()) {
            return Lang.TURTLE;
        }
        return head.contains("<!DOCTYPE") ? RRX.RDFXML_SAX : RRX.RDFXML_StAX_sr;
    }

    /** In memory if it is small, else on disk: whatever an event points to may stand anywhere in the file. */
    private void graph(Delivery delivery, Lang language, RdfItems items, RecordSink sink) throws IOException {
        if (delivery.size() > Limits.GRAPH_ON_DISK) {
            throw tooLarge();
        }
        if (delivery.size() <= inMemory) {
            BoundedGraph graph = new BoundedGraph(Limits.TRIPLES);
            try (InputStream in = delivery.open()) {
                graph.filled(in, language, base(delivery));
            }
            if (!graph.isFull()) {
                remark(graph, sink);
                items.give("", graph.graph(), graph.subjects(), unfinished(graph));
                return;
            }
        }
        try (InputStream in = delivery.open();
                DiskGraph disk = DiskGraph.open()) {
            BoundedGraph parsed = disk.fill(
                    triples -> new BoundedGraph(Limits.TRIPLES_ON_DISK, triples).filled(in, language, base(delivery)));
            remark(parsed, sink);
            disk.read((graph, subjects) -> items.give("", graph, subjects, unfinished(parsed)));
        }
    }

    private static void remark(BoundedGraph graph, RecordSink sink) throws UnreadableFeedException {
        if (graph.isFull()) {
            throw tooLarge();
        }
        if (graph.isWhole()) {
            return;
        }
        if (graph.last() == null) {
            throw new UnreadableFeedException(
                    "Le fichier n’est pas " + EXPECTED + " lisible (" + graph.trouble() + ").");
        }
        sink.remark(new Notice(NoticeCode.CUT_OFF, graph.trouble(), null, null, null));
    }

    /** The last resource of a file that breaks off. */
    private static @Nullable Node unfinished(BoundedGraph graph) {
        return graph.isWhole() ? null : graph.last();
    }

    private static UnreadableFeedException tooLarge() {
        return new UnreadableFeedException("Le graphe dépasse " + Limits.TRIPLES_ON_DISK / 1_000_000
                + " millions de triplets, " + Limits.RESOURCES_ON_DISK / 1_000_000 + " millions de ressources ou "
                + (Limits.GRAPH_ON_DISK >> 30)
                + " Go\u202F: partagez-le en plusieurs fichiers, ou publiez une liste JSON-LD.");
    }
}
