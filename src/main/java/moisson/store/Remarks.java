package moisson.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import org.jspecify.annotations.Nullable;

/**
 * The notices of a record as one text: code, field and value of each between control characters that no value has. Their
 * codes stand beside it in a short text of its own, which is read for every unchanged record of every harvest.
 */
final class Remarks {
    private static final char NOTICE = '\u001e';
    private static final char PART = '\u001f';

    private Remarks() {}

    /** Without place and key, which are those of the record; null when there are none. */
    static @Nullable String text(List<Notice> notices) {
        StringBuilder text = new StringBuilder();
        for (Notice notice : notices) {
            text.append(notice.code().name())
                    .append(PART)
                    .append(clean(notice.field()))
                    .append(PART)
                    .append(clean(notice.value()))
                    .append(NOTICE);
        }
        return text.isEmpty() ? null : text.toString();
    }

    /** How often each code occurs, as "CODE 2 OTHER 1"; null when there are none. */
    static @Nullable String codes(List<Notice> notices) {
        Map<NoticeCode, Integer> counts = new EnumMap<>(NoticeCode.class);
        notices.forEach(notice -> counts.merge(notice.code(), 1, Integer::sum));
        return counts.isEmpty()
                ? null
                : counts.entrySet().stream()
                        .map(count -> count.getKey().name() + " " + count.getValue())
                        .collect(Collectors.joining(" "));
    }

    /** What {@link #codes} has written. */
    static Map<NoticeCode, Integer> counts(String codes) {
        Map<NoticeCode, Integer> counts = new EnumMap<>(NoticeCode.class);
        String[] words = codes.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            counts.put(NoticeCode.valueOf(words[i]), Integer.valueOf(words[i + 1]));
        }
        return Collections.unmodifiableMap(counts);
    }

    static List<Notice> list(String text) {
        List<Notice> notices = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int field = text.indexOf(PART, from);
            int value = text.indexOf(PART, field + 1);
            int end = text.indexOf(NOTICE, value + 1);
            notices.add(new Notice(
                    NoticeCode.valueOf(text.substring(from, field)),
                    "",
                    null,
                    part(text, field + 1, value),
                    part(text, value + 1, end)));
            from = end + 1;
        }
        return notices;
    }

    private static String clean(@Nullable String part) {
        return part == null ? "" : part.replace(NOTICE, ' ').replace(PART, ' ');
    }

    private static @Nullable String part(String text, int from, int to) {
        return from == to ? null : text.substring(from, to);
    }
}
