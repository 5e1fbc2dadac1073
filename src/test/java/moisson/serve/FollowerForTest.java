package moisson.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/** Keeps copies of what is published by nothing but the two feeds, as a client would that knows only their standards. */
final class FollowerForTest {
    static final String BASE = "https://moisson.example";
    private static final String TREE = "https://w3id.org/tree#";
    private static final String LDES = "https://w3id.org/ldes#";
    private static final String ACTIVITY = "https://www.w3.org/ns/activitystreams#";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SiteForTest site;
    private final int limit;
    private final AtomicReference<String> next;
    private final Map<String, JsonNode> items = new TreeMap<>();
    private final Set<String> immutable = new HashSet<>();
    private final Set<String> emitted = new HashSet<>();
    private final Map<String, Graph> graphs = new TreeMap<>();
    final List<String> heard = new ArrayList<>();
    final List<String> members = new ArrayList<>();

    /** @param limit items of RPDE at once */
    FollowerForTest(SiteForTest site, int limit) {
        this.site = site;
        this.limit = limit;
        this.next = new AtomicReference<>(BASE + "/flux/rpde?limit=" + limit);
    }

    /** What RPDE has told, by id. */
    Map<String, JsonNode> items() {
        return items;
    }

    /** What the stream has told, by the address of the event. */
    Map<String, Graph> graphs() {
        return graphs;
    }

    /** Follows {@code next} until the last page. */
    void pollRpde() {
        String before = "";
        while (true) {
            JsonNode page = json(get(next.get(), "application/json").body());
            assertThat(page.path("license").asText()).startsWith("https://");
            assertThat(page.path("items").size()).isLessThanOrEqualTo(limit);
            for (JsonNode item : page.path("items")) {
                heard.add(item.path("state").asText() + " " + item.path("id").asText());
                if (item.path("state").asText().equals("deleted")) {
                    assertThat(item.has("data")).isFalse();
                    items.remove(item.path("id").asText());
                } else {
                    items.put(item.path("id").asText(), item.path("data"));
                }
            }
            before = next.getAndSet(page.path("next").asText());
            if (page.path("items").isEmpty()) {
                assertThat(next.get()).isEqualTo(before);
                return;
            }
        }
    }

    /** One synchronization run: every node not yet known as immutable, then the new members in their order. */
    void pollStream() {
        List<String> left = new ArrayList<>(List.of(BASE + "/flux/ldes"));
        Map<Integer, String> fresh = new TreeMap<>();
        DatasetGraph all = DatasetGraphFactory.createGeneral();
        Set<String> met = new HashSet<>(left);
        while (!left.isEmpty()) {
            String address = left.removeFirst();
            HttpResponse<String> answer = get(address, "application/n-quads");
            DatasetGraph page = DatasetGraphFactory.createGeneral();
            RDFParser.fromString(answer.body(), Lang.NQUADS).parse(page);
            page.find().forEachRemaining(all::add);
            Graph said = page.getDefaultGraph();
            boolean full = said.contains(uri(address), uri(LDES + "immutable"), Node.ANY);
            assertThat(answer.headers()
                            .firstValue("Cache-Control")
                            .orElseThrow()
                            .contains("immutable"))
                    .isEqualTo(full);
            if (full) {
                immutable.add(address);
            }
            said.find(Node.ANY, uri(TREE + "member"), Node.ANY).forEachRemaining(triple -> {
                String member = triple.getObject().getURI();
                if (emitted.add(member)) {
                    fresh.put(
                            Integer.valueOf(one(said, member, "http://schema.org/position")
                                    .getLiteralLexicalForm()),
                            member);
                }
            });
            said.find(uri(address), uri(TREE + "relation"), Node.ANY).forEachRemaining(triple -> {
                String to =
                        one(said, triple.getObject().getURI(), TREE + "node").getURI();
                if (!immutable.contains(to) && met.add(to)) {
                    left.add(to);
                }
            });
        }
        fresh.values().forEach(member -> emit(member, all));
    }

    private void emit(String member, DatasetGraph all) {
        Graph said = all.getDefaultGraph();
        String event = one(said, member, "http://purl.org/dc/terms/isVersionOf").getURI();
        String kind = one(said, member, RDF.type.getURI()).getURI().substring(ACTIVITY.length());
        members.add(kind + " " + event.substring(event.lastIndexOf('/') + 1));
        if (kind.equals("Delete")) {
            graphs.remove(event);
        } else {
            graphs.put(event, all.getGraph(uri(member)));
        }
    }

    private static Node one(Graph graph, String subject, String property) {
        List<Triple> found = graph.find(uri(subject), uri(property), Node.ANY).toList();
        assertThat(found).as(subject + " " + property).hasSize(1);
        return found.getFirst().getObject();
    }

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private HttpResponse<String> get(String address, String accept) {
        assertThat(address).startsWith(BASE);
        HttpResponse<String> answer = site.get(address.substring(BASE.length()), "Accept", accept);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a version publishes, by id. */
    static Map<String, JsonNode> published(String jsonLines) {
        Map<String, JsonNode> events = new HashMap<>();
        jsonLines
                .lines()
                .map(FollowerForTest::json)
                .forEach(event -> events.put(event.path("id").asText(), event));
        return new TreeMap<>(events);
    }

    /** Everything the stream has told together. */
    Set<Triple> told() {
        Set<Triple> told = new HashSet<>();
        graphs.values().forEach(graph -> graph.find().forEachRemaining(told::add));
        return told;
    }

    /** There are no blank nodes in it. */
    static Set<Quad> read(String text, Lang lang) {
        DatasetGraph graphs = DatasetGraphFactory.createGeneral();
        RDFParser.fromString(text, lang).parse(graphs);
        Set<Quad> quads = new HashSet<>();
        graphs.find().forEachRemaining(quads::add);
        return quads;
    }
}
