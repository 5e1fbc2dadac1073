package moisson.store;

import java.util.List;
import java.util.function.BiConsumer;
import moisson.event.Event;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.OrganiserType;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * What living records say in words that no table knows, as it was met when they were last normalized: exact, unlike the
 * examples of a harvest. One row after the other is handed over, so that a million of them need no memory.
 */
public final class WordTable {
    private final Handle handle;

    WordTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * Each word that was not understood, with the id of the source that says it.
     *
     * @param source only of this one; null for all
     */
    public void unknown(@Nullable String source, BiConsumer<String, Notice> use) {
        String code = NoticeCode.UNKNOWN_WORD.name();
        asked("remarks", "remark_codes like :like", source)
                .bind("like", "%" + code + " %")
                .map((row, context) -> {
                    List<Notice> notices = Remarks.list(row.getString(2));
                    for (Notice notice : notices) {
                        if (notice.code() == NoticeCode.UNKNOWN_WORD) {
                            use.accept(row.getString(1), notice);
                        }
                    }
                    return notices.size();
                })
                .forEach(any -> {});
    }

    /** Each organiser whose type nothing tells, with the id of the source. */
    public void untyped(@Nullable String source, BiConsumer<String, String> use) {
        asked("event", "event like :like", source)
                // Canonical JSON: see EventJson. What a text of the event may say there costs one reading, and no more.
                .bind("like", "%\"type\":\"" + OrganiserType.OTHER.name() + "\"%")
                .map((row, context) -> {
                    String from = row.getString(1);
                    Event event = EventJson.event(row.getString(2));
                    if (event.hosts().type() == OrganiserType.OTHER) {
                        event.hosts().organisers().forEach(name -> use.accept(from, name));
                    }
                    return event.id();
                })
                .forEach(any -> {});
    }

    private Query asked(String column, String condition, @Nullable String source) {
        Query query = handle.createQuery("select source, " + column + " from record where removed_at is null and "
                + condition + (source == null ? "" : " and source = :source") + " order by sequence");
        return source == null ? query : query.bind("source", source);
    }
}
