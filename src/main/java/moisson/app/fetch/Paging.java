package moisson.app.fetch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** In what manner a server hands out a long list page by page. */
public enum Paging {
    /** API v2 of OpenAgenda: each page tells the cursor {@code after} of the next one, and null in the last. */
    OPENAGENDA,

    /** Explore API v2.1 of Opendatasoft: {@code offset} and {@code limit}, the number of all in {@code total_count}. */
    OPENDATASOFT,

    /** Any server that names the next page in a header {@code Link: <…>; rel="next"} (RFC 8288). */
    LINK,

    /** A feed of RSS or Atom, and then the page that each of its items leads to, for the data of schema.org in it. */
    FOLLOW;

    /** As source files write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Paging> find(String word) {
        return Arrays.stream(values())
                .filter(paging -> paging.word().equals(word))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Paging::word).toList();
    }
}
