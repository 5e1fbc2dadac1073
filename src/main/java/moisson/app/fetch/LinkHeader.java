package moisson.app.fetch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the next page in Link headers (RFC 8288, 3). No library of the house reads them. */
final class LinkHeader {
    private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]++";
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";
    private static final Pattern LINK = Pattern.compile(
            "<([^<>]*+)>((?:\\s*+;\\s*+" + TOKEN + "(?:\\s*+=\\s*+(?:" + QUOTED + "|[^\\s\",;]++))?+)*+)");
    private static final Pattern REL =
            Pattern.compile(";\\s*+rel\\s*+=\\s*+(?:\"([^\"]*+)\"|([^\\s\",;]++))", Pattern.CASE_INSENSITIVE);

    private LinkHeader() {}

    static Optional<String> next(List<String> headers) {
        for (String header : headers) {
            Matcher link = LINK.matcher(header);
            while (link.find()) {
                // The first rel counts, the others are to be ignored (RFC 8288, 3.3).
                Matcher rel = REL.matcher(link.group(2));
                if (rel.find() && names(rel).contains("next")) {
                    return Optional.of(link.group(1).strip());
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> names(Matcher rel) {
        String names = rel.group(1) == null ? rel.group(2) : rel.group(1);
        return Arrays.asList(names.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    }
}
