package moisson.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one request asks. */
public final class Ask {
    private static final String ENGLISH = "/en";

    private final HttpServletRequest request;
    private final String path;
    private final boolean english;
    private final List<String> parts;

    private Ask(HttpServletRequest request, String path, boolean english, List<String> parts) {
        this.request = request;
        this.path = path;
        this.english = english;
        this.parts = parts;
    }

    static Ask of(HttpServletRequest request) {
        String info = request.getPathInfo();
        String whole = request.getServletPath() + (info == null ? "" : info);
        if (whole.equals(ENGLISH)) {
            return new Ask(request, "/", true, List.of());
        }
        if (whole.startsWith(ENGLISH + "/")) {
            return new Ask(request, whole.substring(ENGLISH.length()), true, List.of());
        }
        return new Ask(request, whole.isEmpty() ? "/" : whole, false, List.of());
    }

    Ask with(List<String> found) {
        return new Ask(request, path, english, found);
    }

    /** GET, HEAD, POST... */
    public String method() {
        return request.getMethod();
    }

    /** The decoded path, without the prefix of the English pages. */
    public String path() {
        return path;
    }

    public boolean english() {
        return english;
    }

    /** The text captured by the n-th group of the route's pattern, from 0. */
    public String part(int n) {
        return parts.get(n);
    }

    /** A parameter of the query or of a form, trimmed; empty when blank. */
    public Optional<String> param(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** Every value of a parameter, as they came. */
    public List<String> params(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    public String param(String name, String otherwise) {
        return param(name).orElse(otherwise);
    }

    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    /** The raw query string, empty when there is none. */
    public String query() {
        String query = request.getQueryString();
        return query == null ? "" : query;
    }

    /** The media type of the body without parameters, in lower case; empty when none was said. */
    public String bodyType() {
        String type = request.getContentType();
        return type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(java.util.Locale.ROOT);
    }

    /** The whole body in UTF-8; how long it may be is limited by the server. */
    public String body() throws IOException {
        return new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Of whoever asks; behind a proxy that is believed, the one that the proxy tells. */
    public String remoteAddress() {
        return request.getRemoteAddr();
    }

    /** The first of the offered media types that the Accept header likes best; empty when it likes none. */
    public Optional<String> prefers(List<String> offered) {
        return Accept.parse(header("Accept")).best(offered);
    }
}
