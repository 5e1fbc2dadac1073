package moisson.event;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong or corrected in one record. Data problems are notices, never exceptions.
 *
 * @param place where in the delivery: "ligne 12", "/events/3"
 * @param key the source's own key, when it is known
 * @param field the field in the source's own words, when one is to blame
 * @param value the value met, shortened; null when there is none
 */
public record Notice(
        NoticeCode code,
        String place,
        @Nullable String key,
        @Nullable String field,
        @Nullable String value) {
    private static final int LONGEST_VALUE = 200;

    public Notice {
        if (value != null && value.length() > LONGEST_VALUE) {
            value = value.substring(0, value.offsetByCodePoints(0, value.codePointCount(0, LONGEST_VALUE) - 1)) + "…";
        }
    }

    public static Notice about(SourceRecord record, NoticeCode code, @Nullable String field, @Nullable String value) {
        return new Notice(code, record.place(), record.key(), field, value);
    }
}
