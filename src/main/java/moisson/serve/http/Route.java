package moisson.serve.http;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Who answers for which paths.
 *
 * @param methods those allowed; HEAD comes with GET
 * @param bilingual true when it also answers under {@code /en/}
 * @param open true for data that pages of other sites may read (CORS, without credentials)
 */
public record Route(Pattern path, List<String> methods, boolean bilingual, boolean open, Function<Ask, Reply> handler) {
    public Route {
        methods = List.copyOf(methods);
    }

    /** Something that only our own pages read. */
    public Route(Pattern path, List<String> methods, boolean bilingual, Function<Ask, Reply> handler) {
        this(path, methods, bilingual, false, handler);
    }

    /** A page in French and English. */
    public static Route page(String path, Function<Ask, Reply> handler) {
        return new Route(Pattern.compile(path), List.of("GET"), true, handler);
    }

    /** Something read in one language only, or without language. */
    public static Route get(String path, Function<Ask, Reply> handler) {
        return new Route(Pattern.compile(path), List.of("GET"), false, handler);
    }

    public static Route post(String path, Function<Ask, Reply> handler) {
        return new Route(Pattern.compile(path), List.of("POST"), false, handler);
    }

    public static Route getOrPost(String path, Function<Ask, Reply> handler) {
        return new Route(Pattern.compile(path), List.of("GET", "POST"), false, handler);
    }

    /** Data for everybody, read in one language only. */
    public Route opened() {
        return new Route(path, methods, bilingual, true, handler);
    }
}
