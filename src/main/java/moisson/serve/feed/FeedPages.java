package moisson.serve.feed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import moisson.publish.History;
import moisson.publish.Version;
import moisson.serve.http.Ask;
import moisson.serve.http.Digests;
import moisson.serve.http.Refusal;
import moisson.serve.http.Reply;
import moisson.serve.http.Route;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * What every version added, changed and removed, for programs that poll: {@code /flux/rpde} and {@code /flux/ldes}. One
 * request is answered of one version.
 */
public final class FeedPages {
    private static final String RPDE = "/flux/rpde";
    private static final String LDES = "/flux/ldes";
    private static final String NUMBER = "([1-9]\\d{0,8})";
    private static final int HIGHEST = 999_999_999;
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String QUADS = "application/n-quads";
    /** Those that can tell named graphs; the first is the one that costs least. */
    private static final List<String> OFFERED = List.of(QUADS, "application/trig", "application/ld+json");

    private static final Map<String, RDFFormat> FORMS = Map.of(
            "application/trig",
            RDFFormat.TRIG_PRETTY,
            QUADS,
            RDFFormat.NQUADS_UTF8,
            "application/ld+json",
            RDFFormat.JSONLD_PRETTY);

    private final String base;
    private final Supplier<Optional<Version>> current;
    /** A page is some megabytes: as many as memory bears. */
    private final Semaphore pages = new Semaphore(16);

    /** A page in another form than it is kept in takes a good part of a second. */
    private final Semaphore turns = new Semaphore(2);

    /** @param base of the site, without a final slash */
    public FeedPages(String base, Supplier<Optional<Version>> current) {
        this.base = base;
        this.current = current;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(RPDE, this::rpde).opened(),
                Route.get(LDES, this::root).opened(),
                Route.get(LDES + "/index/" + NUMBER, this::index).opened(),
                Route.get(LDES + "/" + NUMBER, this::page).opened(),
                Route.get("/id/changement/" + NUMBER, this::member).opened());
    }

    private Reply rpde(Ask ask) {
        Rpde.Asked asked = new Rpde.Asked(
                number(ask, "afterChangeNumber", 0, HIGHEST).orElse(-1),
                number(ask, "limit", 1, Rpde.MOST).orElse(0));
        Rpde.Page page = new Rpde(base + RPDE).page(version(), asked);
        // A page that was full may be told again a little later than it changed: what changed comes again further on.
        byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
        return tagged(Reply.of(200, "application/json", body), body)
                .with("Cache-Control", page.last() ? "no-cache" : "public, max-age=60");
    }

    private static Optional<Integer> number(Ask ask, String name, int least, int most) {
        return ask.param(name).map(digits -> {
            int number = digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
            if (number < least || number > most) {
                throw new Refusal(
                        400, "Le paramètre %s doit être un nombre entier de %d à %d.".formatted(name, least, most));
            }
            return number;
        });
    }

    private Reply root(Ask ask) {
        return tell(ask, ldes().root(), new byte[0], false);
    }

    private Reply index(Ask ask) {
        int index = Integer.parseInt(ask.part(0));
        Ldes ldes = ldes();
        if (index > ldes.indexes()) {
            throw new Refusal(404, "Le flux n’a pas de page d’index " + index + ".");
        }
        return tell(ask, ldes.index(index), new byte[0], ldes.fullIndex(index));
    }

    private Reply page(Ask ask) {
        int page = Integer.parseInt(ask.part(0));
        History history = version().history();
        if (page > history.pages()) {
            throw new Refusal(404, "Le flux n’a pas de page " + page + ".");
        }
        if (!pages.tryAcquire()) {
            throw new Refusal(503, "Trop de pages du flux sont demandées à la fois\u202f: réessayez plus tard.");
        }
        try {
            return page(ask, history, page);
        } finally {
            pages.release();
        }
    }

    private Reply page(Ask ask, History history, int page) {
        byte[] members = history.page(page);
        if (members.length == 0) {
            // Told as it is, a page without members would be kept for ever by those who follow.
            throw new Refusal(503, "Cette page du flux sera écrite à la prochaine publication.");
        }
        return tell(ask, new Ldes(base + LDES, history).page(page), members, history.full(page));
    }

    /** A change is told of on its page. */
    private Reply member(Ask ask) {
        int number = Integer.parseInt(ask.part(0));
        if (number > version().history().last()) {
            throw new Refusal(404, "Aucun changement ne porte le numéro " + number + ".");
        }
        return Reply.redirect(303, LDES + "/" + ((number - 1) / History.PAGE + 1));
    }

    private Ldes ldes() {
        return new Ldes(base + LDES, version().history());
    }

    /** @param members as N-Quads, to be told after the node */
    private Reply tell(Ask ask, DatasetGraph node, byte[] members, boolean full) {
        String liked = ask.prefers(OFFERED)
                .orElseThrow(() -> new Refusal(
                        406,
                        "Aucun des formats demandés n’est disponible. Disponibles\u202f: " + String.join(", ", OFFERED)
                                + "."));
        byte[] body = liked.equals(QUADS) ? quads(node, members) : written(node, members, liked);
        return tagged(Reply.of(200, liked + (liked.endsWith("json") ? "" : "; charset=utf-8"), body), body)
                .with("Vary", "Accept")
                .with("Cache-Control", full ? FOR_EVER : "no-cache");
    }

    private static byte[] quads(DatasetGraph node, byte[] members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFDataMgr.write(out, node, FORMS.get(QUADS));
        out.writeBytes(members);
        return out.toByteArray();
    }

    private byte[] written(DatasetGraph node, byte[] members, String liked) {
        if (!turns.tryAcquire()) {
            throw new Refusal(
                    503, "Trop de pages du flux sont demandées à la fois sous cette forme\u202f: réessayez plus tard.");
        }
        try {
            RDFDataMgr.read(node, new ByteArrayInputStream(members), Lang.NQUADS);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            RDFDataMgr.write(out, node, FORMS.get(liked));
            return out.toByteArray();
        } finally {
            turns.release();
        }
    }

    private static Reply tagged(Reply reply, byte[] body) {
        return reply.with("ETag", '"' + Digests.sha256(body).substring(0, 32) + '"');
    }

    private Version version() {
        return current.get()
                .orElseThrow(() -> new Refusal(503, "Rien n’est encore publié. La première moisson est en cours."));
    }
}
