package moisson.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import moisson.event.Delivery;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What was received, and what to tell each source's server next time (RFC 9110, 13.1). */
public final class DeliveryTable {
    private final Handle handle;

    DeliveryTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * What the last whole run of a source was made from.
     *
     * @param settings sum of our settings for the source and of our rules: with others, the same bytes mean other events
     */
    public record Validators(
            @Nullable String etag, @Nullable String lastModified, String sha256, String settings) {}

    /** One archived delivery. */
    public record Archived(String source, String sha256, long size, Instant receivedAt) {}

    /** Writes down that these bytes are in the archive; the same bytes of the same source are written once. */
    public void keep(Delivery delivery) {
        handle.createUpdate("""
                insert into delivery (number, source, sha256, size, received_at)
                values ((select coalesce(max(number), 0) + 1 from delivery), :source, :sha256, :size, :at)
                on conflict (source, sha256) do nothing""")
                .bind("source", delivery.source().id())
                .bind("sha256", delivery.sha256())
                .bind("size", delivery.size())
                .bind("at", delivery.receivedAt())
                .execute();
    }

    /** All deliveries of a source, the oldest first. */
    public List<Archived> ofSource(String source) {
        return handle.createQuery("select * from delivery where source = :source order by number")
                .bind("source", source)
                .map((row, context) -> archived(row))
                .list();
    }

    public Optional<Archived> find(String source, String sha256) {
        return handle.createQuery("select * from delivery where source = :source and sha256 = :sha256")
                .bind("source", source)
                .bind("sha256", sha256)
                .map((row, context) -> archived(row))
                .findOne();
    }

    /** All deliveries, the oldest first. */
    public List<Archived> all() {
        return handle.createQuery("select * from delivery order by number")
                .map((row, context) -> archived(row))
                .list();
    }

    private static Archived archived(ResultSet row) throws SQLException {
        return new Archived(
                row.getString("source"),
                row.getString("sha256"),
                row.getLong("size"),
                Objects.requireNonNull(Columns.instant(row, "received_at")));
    }

    public Optional<Validators> validators(String source) {
        return handle.createQuery("select * from validator where source = :source")
                .bind("source", source)
                .map((row, context) -> new Validators(
                        row.getString("etag"),
                        row.getString("last_modified"),
                        row.getString("sha256"),
                        row.getString("settings")))
                .findOne();
    }

    /** To be called in the transaction that applies the whole run, never before. */
    public void remember(String source, Validators validators) {
        handle.createUpdate("""
                insert into validator (source, etag, last_modified, sha256, settings)
                values (:source, :etag, :lastModified, :sha256, :settings)
                on conflict (source) do update set
                    etag = excluded.etag, last_modified = excluded.last_modified, sha256 = excluded.sha256,
                    settings = excluded.settings""")
                .bind("source", source)
                .bind("etag", validators.etag())
                .bind("lastModified", validators.lastModified())
                .bind("sha256", validators.sha256())
                .bind("settings", validators.settings())
                .execute();
    }
}
