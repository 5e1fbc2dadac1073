package moisson.normalize;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import moisson.event.Field;
import moisson.event.Links;
import moisson.event.NoticeCode;
import moisson.event.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Absolute http(s) addresses without what tracks people. */
final class Urls {
    private static final int LONGEST = 2000;
    private static final Set<String> TRACKERS = Set.of(
            "fbclid",
            "gclid",
            "gbraid",
            "wbraid",
            "dclid",
            "msclkid",
            "yclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "_hsenc",
            "_hsmi",
            "xtor",
            "at_medium",
            "at_campaign",
            "at_custom1",
            "twclid",
            "ref_src",
            "ref_url",
            "aff");
    private static final List<String> TRACKER_FAMILIES = List.of("utm_", "pk_", "piwik_", "matomo_", "mtm_", "hsa_");

    private final Findings findings;

    Urls(Findings findings) {
        this.findings = findings;
    }

    Links links(SourceRecord record) {
        return new Links(first(record, Field.URL), first(record, Field.REGISTRATION));
    }

    private @Nullable String first(SourceRecord record, Field field) {
        for (String value : record.all(field)) {
            String raw = value.strip().replace("&amp;", "&");
            Optional<String> url = raw.length() > LONGEST ? Optional.empty() : cleaned(raw);
            if (url.isPresent()) {
                if (!url.get().equals(value.strip())) {
                    findings.note(NoticeCode.CLEANED_URL, field, value);
                }
                return url.get();
            }
            findings.note(NoticeCode.INVALID_URL, field, value);
        }
        return null;
    }

    private static Optional<String> cleaned(String raw) {
        if (PlainUrl.is(raw)) {
            return Optional.of(withoutTrackers(raw));
        }
        String lower = raw.substring(0, Math.min(raw.length(), 8)).toLowerCase(Locale.ROOT);
        String absolute;
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            absolute = lower.startsWith("https") ? "https" + raw.substring(5) : "http" + raw.substring(4);
        } else if (raw.startsWith("//")) {
            absolute = "https:" + raw;
        } else if (raw.indexOf('@') >= 0 || raw.lastIndexOf(':', hostEnd(raw)) >= 0) {
            return Optional.empty(); // mailto:, javascript:, an e-mail address
        } else {
            absolute = "https://" + raw;
        }
        return parsed(absolute).map(Urls::withoutTrackers);
    }

    private static int hostEnd(String raw) {
        int slash = raw.indexOf('/');
        return slash < 0 ? raw.length() : slash;
    }

    private static Optional<String> parsed(String url) {
        try {
            int start = url.indexOf("//") + 2;
            int end = start;
            while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
                end++;
            }
            String host = url.substring(start, end);
            if (!isPlausible(host)) {
                return Optional.empty();
            }
            String ascii = IDN.toASCII(host).toLowerCase(Locale.ROOT);
            URI uri = new URI(url.substring(0, start) + ascii + encoded(url.substring(end)));
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri.toString());
        } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** A name with a dot and a last part of letters: "localhost", "10.0.0.1" and "a b.fr" are not for the public. */
    private static boolean isPlausible(String authority) {
        String host = authority.contains(":") ? authority.substring(0, authority.indexOf(':')) : authority;
        int dot = host.lastIndexOf('.');
        if (dot <= 0 || host.length() - dot < 3 || host.contains("..") || host.length() > 253) {
            return false;
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '.' && c != '-') {
                return false;
            }
        }
        return host.substring(dot + 1).chars().allMatch(Character::isLetter)
                || host.substring(dot + 1).startsWith("xn--");
    }

    /** Spaces, quotes and other characters that may not stand in an address, percent-encoded. */
    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= ' ' || "\"<>\\^`{|}[]".indexOf(c) >= 0) {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }

    private static String withoutTrackers(String url) {
        int question = url.indexOf('?');
        if (question < 0) {
            return url;
        }
        if (!holdsTracker(url, question)) {
            return url;
        }
        int hash = url.indexOf('#', question);
        String fragment = hash < 0 ? "" : url.substring(hash);
        String query = url.substring(question + 1, hash < 0 ? url.length() : hash);
        List<String> kept = new ArrayList<>();
        for (String parameter : query.split("&", -1)) {
            if (!isTracker(parameter)) {
                kept.add(parameter);
            }
        }
        return url.substring(0, question) + (kept.isEmpty() ? "" : "?" + String.join("&", kept)) + fragment;
    }

    private static boolean holdsTracker(String url, int question) {
        for (int start = question; start >= 0; start = url.indexOf('&', start + 1)) {
            int equals = url.indexOf('=', start);
            int end = url.indexOf('&', start + 1);
            int nameEnd = equals < 0 ? (end < 0 ? url.length() : end) : end < 0 ? equals : Math.min(equals, end);
            if (isTracker(url.substring(start + 1, nameEnd))) {
                return true;
            }
        }
        return url.indexOf('#', question) >= 0; // then the parts are told apart with more care
    }

    private static boolean isTracker(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
        return TRACKERS.contains(name) || isOfFamily(name);
    }

    private static boolean isOfFamily(String name) {
        for (String family : TRACKER_FAMILIES) {
            if (name.startsWith(family)) {
                return true;
            }
        }
        return false;
    }
}
