package moisson.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What stands where on the portals of others, and how the last push to each of them ended. */
public final class PortalTable {
    private final Handle handle;

    PortalTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * Where one dataset or file of ours stands on a portal.
     *
     * @param key of the dataset, or of the file with the dataset before a slash
     * @param remote the identifier the portal gave; null while the first sending is under way
     * @param sha256 of the file last seen whole on the portal, in lower-case hexadecimal
     * @param seen what the portal says of those bytes, in its own terms
     * @param sent what it will say of the bytes being sent now; null when nothing is
     */
    public record Link(
            String portal,
            String key,
            @Nullable String remote,
            @Nullable String sha256,
            @Nullable String seen,
            @Nullable String sent) {}

    /**
     * How the last push ended.
     *
     * @param publication number of the version that was pushed
     * @param whole true when all of it stands on the portal
     * @param message one sentence for the operator, in French
     */
    public record Push(String portal, int publication, Instant at, boolean whole, String message) {}

    public List<Link> links(String portal) {
        return handle.createQuery("select * from portal_link where portal = :portal order by key")
                .bind("portal", portal)
                .map((row, context) -> new Link(
                        row.getString("portal"),
                        row.getString("key"),
                        row.getString("remote"),
                        row.getString("sha256"),
                        row.getString("bytes_seen"),
                        row.getString("bytes_sent")))
                .list();
    }

    public void keep(Link link) {
        handle.createUpdate("""
                insert into portal_link (portal, key, remote, sha256, bytes_seen, bytes_sent)
                values (:portal, :key, :remote, :sha256, :seen, :sent)
                on conflict (portal, key) do update set
                    remote = excluded.remote, sha256 = excluded.sha256,
                    bytes_seen = excluded.bytes_seen, bytes_sent = excluded.bytes_sent""").bindMethods(link).execute();
    }

    public Optional<Push> lastPush(String portal) {
        return handle.createQuery("select * from portal_push where portal = :portal")
                .bind("portal", portal)
                .map((row, context) -> new Push(
                        row.getString("portal"),
                        row.getInt("publication"),
                        Objects.requireNonNull(Columns.instant(row, "pushed_at")),
                        row.getInt("whole") == 1,
                        row.getString("message")))
                .findOne();
    }

    public void keep(Push push) {
        handle.createUpdate("""
                insert into portal_push (portal, publication, pushed_at, whole, message)
                values (:portal, :publication, :at, :done, :message)
                on conflict (portal) do update set
                    publication = excluded.publication, pushed_at = excluded.pushed_at,
                    whole = excluded.whole, message = excluded.message""")
                .bindMethods(push)
                .bind("done", push.whole() ? 1 : 0)
                .execute();
    }
}
