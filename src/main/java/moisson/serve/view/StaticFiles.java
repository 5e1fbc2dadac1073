package moisson.serve.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import moisson.serve.http.Digests;
import moisson.serve.http.Reply;
import moisson.serve.http.Route;

/** The style sheet and the icon, under names that change with their content. */
public final class StaticFiles {
    private static final byte[] STYLE = read("moisson.css");
    private static final byte[] ICON = read("epi.svg");
    private static final Assets ASSETS = new Assets(name("moisson", STYLE, "css"), name("epi", ICON, "svg"));

    private StaticFiles() {}

    public static Assets assets() {
        return ASSETS;
    }

    /** The style sheet itself, for a page that leaves the site. */
    public static String style() {
        return new String(STYLE, StandardCharsets.UTF_8);
    }

    public static List<Route> routes() {
        return List.of(
                Route.get(quote(ASSETS.style()), ask -> kept("text/css; charset=utf-8", STYLE)),
                Route.get(quote(ASSETS.icon()), ask -> kept("image/svg+xml", ICON)),
                Route.get("/favicon\\.ico", ask -> Reply.redirect(302, ASSETS.icon())));
    }

    private static Reply kept(String mediaType, byte[] bytes) {
        return Reply.of(200, mediaType, bytes).with("Cache-Control", "public, max-age=31536000, immutable");
    }

    private static String quote(String path) {
        return path.replace(".", "\\.");
    }

    private static String name(String stem, byte[] bytes, String extension) {
        return "/statique/" + stem + "." + Digests.sha256(bytes).substring(0, 12) + "." + extension;
    }

    private static byte[] read(String name) {
        try (InputStream in = StaticFiles.class.getResourceAsStream("/moisson/serve/static/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
