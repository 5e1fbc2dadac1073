package moisson.intake.rdf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.intake.RecordDraft;
import moisson.intake.RecordSink;
import moisson.intake.schema.EventTypes;
import moisson.intake.schema.SchemaEvent;
import moisson.intake.schema.Trees;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/** Sorts the resources of a graph into events, things that nobody else in the graph points to, and their parts. */
record RdfItems(RecordSink sink, AtomicInteger count) {
    /** What describes the data rather than being it. */
    private static final List<String> ABOUT_DATA = List.of(
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            Names.RDFS,
            "http://www.w3.org/2002/07/owl#",
            "http://www.w3.org/2004/02/skos/core#",
            "http://www.w3.org/ns/dcat#",
            "http://rdfs.org/ns/void#");

    private static final Set<String> PAGES =
            Set.of("WebPage", "WebSite", "ItemList", "ListItem", "BreadcrumbList", "Dataset");

    /** @param place what every place begins with, such as the pointer to the object in a list; may be empty */
    void give(String place, Graph graph, Iterable<Node> subjects, @Nullable Node unfinished) {
        for (Node subject : subjects) {
            List<String> types = types(graph, subject);
            boolean event = types.stream().anyMatch(RdfItems::isEvent);
            String where = (place + " " + name(subject, count.get() + 1)).strip();
            if (subject.equals(unfinished)) {
                refuse(where, subject, "fin du fichier manquante ou illisible");
            } else if (event) {
                event(where, graph, subject);
            } else if (isRejected(graph, subject, types)) {
                count.incrementAndGet();
                sink.reject(new Notice(
                        NoticeCode.NOT_AN_EVENT, where, key(subject).orElse(null), "@type", String.join(", ", types)));
            }
        }
    }

    void refuse(String where, @Nullable Node subject, String why) {
        new RecordDraft(
                        count.incrementAndGet(),
                        where,
                        subject == null ? null : key(subject).orElse(null))
                .refuse(sink, why);
    }

    private void event(String where, Graph graph, Node subject) {
        Optional<ObjectNode> tree = GraphTree.of(graph, subject);
        if (tree.isEmpty()) {
            refuse(where, subject, "trop de valeurs liées");
            return;
        }
        String key = key(subject).or(() -> SchemaEvent.key(tree.get())).orElse(null);
        var draft = new RecordDraft(count.incrementAndGet(), where, key);
        if (Trees.types(tree.get()).contains("dt:" + EventTypes.TOURISM)) {
            TourismEvent.put(draft, tree.get());
        } else {
            SchemaEvent.put(draft, tree.get());
        }
        draft.give(sink, tree.get().toString());
    }

    private static boolean isEvent(String type) {
        return EventTypes.EVENTS.contains(type) || type.equals("dt:" + EventTypes.TOURISM);
    }

    /** Places and hosts of events are pointed to; a tour or a restaurant at the top is one item too many in the feed. */
    private static boolean isRejected(Graph graph, Node subject, List<String> types) {
        return !types.isEmpty()
                && types.stream().noneMatch(PAGES::contains)
                && types.stream()
                        .noneMatch(type -> ABOUT_DATA.stream().anyMatch(type::startsWith) || type.startsWith("rdfs:"))
                && !graph.contains(Node.ANY, Node.ANY, subject);
    }

    private static List<String> types(Graph graph, Node subject) {
        return Stream.of(graph.find(subject, RDF.type.asNode(), Node.ANY).toList())
                .flatMap(List::stream)
                .filter(triple -> triple.getObject().isURI())
                .map(triple -> Names.brief(triple.getObject().getURI()))
                .sorted()
                .toList();
    }

    private static Optional<String> key(Node subject) {
        return subject.isURI() ? Optional.of(subject.getURI()) : Optional.empty();
    }

    private static String name(Node subject, int number) {
        return subject.isURI() ? "<" + subject.getURI() + ">" : "ressource sans nom " + number;
    }
}
