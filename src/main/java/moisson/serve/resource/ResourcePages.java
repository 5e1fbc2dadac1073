package moisson.serve.resource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import moisson.serve.http.Ask;
import moisson.serve.http.Refusal;
import moisson.serve.http.Reply;
import moisson.serve.http.Route;
import moisson.serve.view.Frame;
import moisson.serve.view.Site;
import org.apache.jena.graph.Graph;

/**
 * The addresses of the things we name, but events: {@code /id/…} and {@code /def/…} lead by 303 to documents that tell of them,
 * {@code /doc/…}, the form by the Accept header or by the ending of the address.
 */
public final class ResourcePages {
    private static final String HTML = "text/html";
    private static final String THING = "((?:id|def)/[^?#]{1,600})";
    private static final String ENDINGS = "ttl|jsonld|nt|rdf";

    private final Site site;
    private final Supplier<Optional<Resources>> current;

    public ResourcePages(Site site, Supplier<Optional<Resources>> current) {
        this.site = site;
        this.current = current;
    }

    /** To come after the routes of events. */
    public List<Route> routes() {
        return List.of(
                Route.get("/def/?", this::vocabulary).opened(),
                Route.get("/doc/def/?(?:\\.(" + ENDINGS + "))?", this::vocabularyDocument)
                        .opened(),
                Route.get("/" + THING, this::identified).opened(),
                Route.get("/doc/" + THING + "\\.(" + ENDINGS + ")", this::data).opened(),
                Route.get("/doc/" + THING, this::page).opened());
    }

    private Reply identified(Ask ask) {
        String thing = thing(ask);
        about(resources(), thing);
        return see(ask, "/doc/" + thing);
    }

    private Reply vocabulary(Ask ask) {
        return see(ask, "/doc/def");
    }

    /** 303 to the form that is liked best; the page when none is. */
    public static Reply see(Ask ask, String document) {
        String target =
                liked(ask).map(form -> document + "." + form.extension()).orElse(document);
        return Reply.redirect(303, target).with("Vary", "Accept").with("Cache-Control", "no-cache");
    }

    /** The form of RDF that is liked better than a page; empty for people, and for programs that take anything. */
    public static Optional<GraphForm> liked(Ask ask) {
        List<String> offered = new ArrayList<>(List.of(HTML));
        offered.addAll(GraphForm.mediaTypes());
        return ask.prefers(offered).flatMap(GraphForm::ofMediaType);
    }

    /** The other forms of a document, and what it tells of (RFC 8288). */
    public static Reply linked(Reply reply, String document, String iri) {
        String forms = GraphForm.mediaTypes().stream()
                .map(type -> "<%s.%s>; rel=\"alternate\"; type=\"%s\""
                        .formatted(
                                document,
                                GraphForm.ofMediaType(type).orElseThrow().extension(),
                                type))
                .collect(Collectors.joining(", "));
        return reply.with("Link", forms + ", <" + iri + ">; rel=\"describes\"");
    }

    private Reply data(Ask ask) {
        String thing = thing(ask);
        GraphForm form = GraphForm.ofExtension(ask.part(1)).orElseThrow();
        Resources resources = resources();
        return linked(form.reply(about(resources, thing)), "/doc/" + thing, resources.base() + "/" + thing);
    }

    private Reply page(Ask ask) {
        String thing = thing(ask);
        Resources resources = resources();
        return page(ask, "/doc/" + thing, resources.base() + "/" + thing, resources, about(resources, thing));
    }

    private Reply vocabularyDocument(Ask ask) {
        Resources resources = resources();
        String iri = resources.base() + "/def/";
        Graph graph = resources.within(iri);
        return ask.part(0).isEmpty()
                ? page(ask, "/doc/def", iri, resources, graph)
                : linked(GraphForm.ofExtension(ask.part(0)).orElseThrow().reply(graph), "/doc/def", iri);
    }

    private Reply page(Ask ask, String document, String iri, Resources resources, Graph said) {
        Optional<GraphForm> liked = liked(ask);
        if (liked.isPresent()) {
            return linked(liked.get().reply(said), document, iri)
                    .with("Vary", "Accept")
                    .with("Content-Location", document + "." + liked.get().extension());
        }
        ResourceView view = ResourceView.of(iri, said, resources.around(iri), resources.base(), document);
        boolean vocabulary = document.equals("/doc/def");
        Frame frame = site.french(document, vocabulary ? "Vocabulaire de Moisson" : view.title());
        return linked(site.page("resource", frame, view), document, iri).with("Vary", "Accept");
    }

    /** As it stands in the graph: what the server decoded of the address is encoded again. */
    private static String thing(Ask ask) {
        return Arrays.stream(ask.part(0).split("/", -1))
                .map(segment -> URLEncoder.encode(segment, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A")
                        .replace("%7E", "~"))
                .collect(Collectors.joining("/"));
    }

    private static Graph about(Resources resources, String thing) {
        Graph graph = resources.about(resources.base() + "/" + thing);
        if (graph.isEmpty()) {
            throw new Refusal(404, "Rien n’est publié sous l’adresse /" + thing + ".");
        }
        return graph;
    }

    private Resources resources() {
        return current.get().orElseThrow(() -> new Refusal(503, "Rien n’est encore publié."));
    }
}
