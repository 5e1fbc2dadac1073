package moisson.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import moisson.event.NoticeCode;
import moisson.store.RecordTable.Known;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is known of the records of a source. There are many rows and few different days, instants and lists of
 * codes: each is made once.
 */
final class KnownRows {
    private final Map<String, LocalDate> days = new HashMap<>();
    private final Map<String, Instant> instants = new HashMap<>();
    private final Map<String, Map<NoticeCode, Integer>> codes = new HashMap<>();

    /** By key, removed ones too. Asked at each harvest: an index holds all of it. */
    <T> Map<String, T> of(String source, Handle handle, Function<Known, T> make) {
        Map<String, T> known = new HashMap<>();
        // Nearly all are present: two columns less of each to fetch.
        handle.createQuery("""
                select record_key, words, last_day, remark_codes from record
                where source = :source and missing_since is null and removed_at is null""")
                .bind("source", source)
                .map((row, context) -> known.put(row.getString(1), make.apply(present(row))))
                .forEach(any -> {});
        handle.createQuery("""
                select record_key, words, last_day, remark_codes, missing_since, removed_at from record
                where source = :source and (missing_since is not null or removed_at is not null)""")
                .bind("source", source)
                .map((row, context) -> known.put(row.getString(1), make.apply(absent(row))))
                .forEach(any -> {});
        return known;
    }

    /** Words, last day and codes, by number of column, after the key: a name is looked for in every row. */
    private Known present(ResultSet row) throws SQLException {
        return known(row, null, null);
    }

    /** The same, then since when it is absent, and when it was removed. */
    private Known absent(ResultSet row) throws SQLException {
        return known(
                row,
                once(row.getString(5), instants, Instant::parse),
                once(row.getString(6), instants, Instant::parse));
    }

    private Known known(ResultSet row, @Nullable Instant missingSince, @Nullable Instant removedAt)
            throws SQLException {
        String remarks = row.getString(4);
        return new Known(
                row.getLong(2),
                once(row.getString(3), days, LocalDate::parse),
                missingSince,
                removedAt,
                remarks == null ? Map.of() : codes.computeIfAbsent(remarks, Remarks::counts));
    }

    private static <T> @Nullable T once(@Nullable String text, Map<String, T> made, Function<String, T> make) {
        return text == null ? null : made.computeIfAbsent(text, make);
    }
}
