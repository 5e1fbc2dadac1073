package moisson.deduplicate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page of an event, reduced to what it is compared by.
 *
 * @param key hash of the canonical address, 0 when there is none
 * @param site hash of the host and the first folder: one host may tell of several agendas, or in several languages
 * @param platform true when the site gives every source a page of its own: another page then means nothing
 */
record WebPage(long key, int site, boolean platform) {
    static final WebPage NONE = new WebPage(0, 0, false);

    private static final int LONGEST = 500;
    private static final List<String> PLATFORMS =
            List.of("openagenda.com", "facebook.com", "linkedin.com", "twitter.com");
    private static final List<String> TRACKING =
            List.of("utm_", "fbclid", "gclid", "mc_", "mtm_", "pk_", "at_", "xtor");

    static WebPage of(@Nullable String url) {
        if (url == null || url.isBlank()) {
            return NONE;
        }
        String told = url.strip();
        int from = plain(told);
        String address = from < 0 ? canonical(told) : told;
        from = Math.max(0, from);
        int slash = address.indexOf('/', from);
        int hostEnd = slash < 0 ? address.length() : slash;
        int siteEnd = Math.max(hostEnd, address.indexOf('/', hostEnd + 1));
        return new WebPage(
                key(address, from), Hashing.hash(address, from, siteEnd), isPlatform(address, from, hostEnd));
    }

    /** Where the address begins that {@link #canonical} would make, when that is its end as it stands; else -1. */
    private static int plain(String url) {
        int scheme = url.indexOf("://");
        int from = scheme < 0 ? 0 : scheme + 3;
        from += url.startsWith("www.", from) ? 4 : 0;
        if (url.length() > LONGEST || url.endsWith("/") || url.indexOf('?') >= 0 || url.indexOf('#') >= 0) {
            return -1;
        }
        for (int i = from; i < url.length() && url.charAt(i) != '/'; i++) {
            char c = url.charAt(i);
            if (c >= 128 || (c >= 'A' && c <= 'Z')) {
                return -1;
            }
        }
        return from;
    }

    private static boolean isPlatform(String address, int from, int hostEnd) {
        for (String platform : PLATFORMS) {
            if (platform.length() == hostEnd - from && address.startsWith(platform, from)) {
                return true;
            }
        }
        return false;
    }

    /** Two hashes in one: of the address, and of the address with a sign behind it. */
    private static long key(String address, int from) {
        int hash = Hashing.START;
        for (int i = from; i < address.length(); i++) {
            hash = Hashing.next(hash, address.charAt(i));
        }
        return ((long) Hashing.spread(hash) << 32) | (Hashing.spread(Hashing.next(hash, '#')) & 0xffffffffL);
    }

    boolean exists() {
        return key != 0;
    }

    /** Without scheme, www, fragment, tracking parameters and last slash; the host in lower case. */
    static String canonical(String url) {
        String address = url.length() > LONGEST ? url.substring(0, LONGEST) : url;
        address = before(address, '#');
        int scheme = address.indexOf("://");
        address = scheme < 0 ? address : address.substring(scheme + 3);
        String path = before(address, '?');
        String query = path.length() == address.length() ? "" : kept(address.substring(path.length() + 1));
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        int slash = path.indexOf('/');
        String host = (slash < 0 ? path : path.substring(0, slash)).toLowerCase(Locale.ROOT);
        host = host.startsWith("www.") ? host.substring(4) : host;
        return host + (slash < 0 ? "" : path.substring(slash)) + query;
    }

    private static String kept(String query) {
        String kept = Arrays.stream(query.split("&", -1))
                .filter(parameter -> !parameter.isEmpty() && TRACKING.stream().noneMatch(parameter::startsWith))
                .sorted()
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static String before(String text, char mark) {
        int at = text.indexOf(mark);
        return at < 0 ? text : text.substring(0, at);
    }
}
