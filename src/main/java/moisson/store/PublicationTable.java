package moisson.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import moisson.event.Publication;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The versions published, and since when each event has been what it is. */
public final class PublicationTable {
    private final Handle handle;

    PublicationTable(Handle handle) {
        this.handle = handle;
    }

    /** When an event was first published and last changed, and the hash of its published values. */
    public record Life(String id, String hash, Instant publishedAt, Instant modifiedAt) {}

    /** What a version did to an event. */
    public enum ChangeKind {
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * One line of the ledger of versions.
     *
     * @param publication number and {@code at} time of the version
     * @param edition of the event in that version; for a removed one, in the version before
     * @param columns names of the published columns that changed, {@code |} between them; empty when not known
     * @param replacedBy the event that a removed one was merged into, if any
     */
    public record Change(
            int publication,
            Instant at,
            String event,
            int edition,
            ChangeKind kind,
            String columns,
            @Nullable String replacedBy) {}

    public Optional<Publication> latest() {
        return handle.createQuery("select * from publication order by number desc limit 1")
                .map((row, context) -> new Publication(
                        row.getInt("number"),
                        Objects.requireNonNull(Columns.instant(row, "published_at")),
                        row.getString("content_hash"),
                        row.getInt("events")))
                .findOne();
    }

    /**
     * A sum of everything here that a version is made of: records, clusters and why, ids merged away, harvests. As long as
     * it stays the same, building a version again would give the same files.
     */
    public String inputs() {
        return new PublicationInputs(handle).sum();
    }

    /** By id of the cluster: everything that was ever published. */
    public Map<String, Life> lives() {
        Map<String, Life> lives = new LinkedHashMap<>();
        handle.createQuery("select * from life")
                .map((row, context) -> life(row))
                .forEach(life -> lives.put(life.id(), life));
        return lives;
    }

    /** When one event was published; asked by whoever follows an old address, so without reading all the others. */
    public Optional<Life> life(String id) {
        return handle.createQuery("select * from life where id = :id")
                .bind("id", id)
                .map((row, context) -> life(row))
                .findOne();
    }

    /** The whole ledger, in the order it was written. */
    public List<Change> changes() {
        return handle.createQuery("""
                select publication, published_at, event, edition, kind, columns_changed, replaced_by
                from publication_change c join publication p on p.number = c.publication order by c.number""")
                .map((row, context) -> new Change(
                        row.getInt("publication"),
                        Objects.requireNonNull(Columns.instant(row, "published_at")),
                        row.getString("event"),
                        row.getInt("edition"),
                        ChangeKind.valueOf(row.getString("kind")),
                        row.getString("columns_changed"),
                        row.getString("replaced_by")))
                .list();
    }

    /** Writes down a new version, the lives of the events that changed in it and what it did to each of them. */
    public void keep(Publication publication, Collection<Life> changed, Collection<Change> changes) {
        keep(publication, changed);
        Batch.forEach(
                handle,
                """
                insert into publication_change
                    (number, publication, event, edition, kind, columns_changed, replaced_by)
                values ((select coalesce(max(number), 0) + 1 from publication_change),
                    :publication, :event, :edition, :kind, :columns, :replacedBy)""",
                changes,
                (batch, change) -> batch.bind("publication", publication.number())
                        .bind("event", change.event())
                        .bind("edition", change.edition())
                        .bind("kind", change.kind().name())
                        .bind("columns", change.columns())
                        .bind("replacedBy", change.replacedBy()));
    }

    /** Writes down a new version and the lives of the events that changed in it. Numbers have no holes. */
    public void keep(Publication publication, Collection<Life> changed) {
        int next = latest().map(Publication::number).orElse(0) + 1;
        if (publication.number() != next) {
            throw new IllegalArgumentException(
                    "publication %d cannot be kept, the next one is %d".formatted(publication.number(), next));
        }
        handle.createUpdate("""
                insert into publication (number, published_at, content_hash, events)
                values (:number, :at, :contentHash, :events)""").bindMethods(publication).execute();
        Batch.forEach(
                handle,
                """
                insert into life (id, hash, published_at, modified_at)
                values (:id, :hash, :publishedAt, :modifiedAt)
                on conflict (id) do update set
                    hash = excluded.hash, published_at = excluded.published_at, modified_at = excluded.modified_at""",
                changed,
                (batch, life) -> batch.bind("id", life.id())
                        .bind("hash", life.hash())
                        .bind("publishedAt", life.publishedAt())
                        .bind("modifiedAt", life.modifiedAt()));
    }

    private static Life life(ResultSet row) throws SQLException {
        return new Life(
                row.getString("id"),
                row.getString("hash"),
                Objects.requireNonNull(Columns.instant(row, "published_at")),
                Objects.requireNonNull(Columns.instant(row, "modified_at")));
    }
}
