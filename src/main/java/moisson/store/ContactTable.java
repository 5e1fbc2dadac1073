package moisson.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** People who proposed an event through the form: kept apart from everything published, until a stated day. */
public final class ContactTable {
    private final Handle handle;

    ContactTable(Handle handle) {
        this.handle = handle;
    }

    /** Whom to write to about a proposal, until the end of the given day. */
    public record Contact(String name, String email, Instant at, LocalDate until) {}

    /** Keeps whom to write to about a proposal, until the end of the given day (Europe/Paris). */
    public void keep(String proposal, String name, String email, Instant at, LocalDate until) {
        handle.createUpdate("""
                insert into contact (proposal, name, email, proposed_at, kept_until)
                values (:proposal, :name, :email, :at, :until)
                on conflict (proposal) do update set
                    name = excluded.name, email = excluded.email,
                    proposed_at = excluded.proposed_at, kept_until = excluded.kept_until""")
                .bind("proposal", proposal)
                .bind("name", name)
                .bind("email", email)
                .bind("at", at)
                .bind("until", until)
                .execute();
    }

    public Optional<Contact> find(String proposal) {
        return handle.createQuery("select * from contact where proposal = :proposal")
                .bind("proposal", proposal)
                .map((row, context) -> new Contact(
                        row.getString("name"),
                        row.getString("email"),
                        Objects.requireNonNull(Columns.instant(row, "proposed_at")),
                        LocalDate.parse(row.getString("kept_until"))))
                .findOne();
    }

    /** Deletes contacts whose day has passed; answers how many. */
    public int forget(LocalDate today) {
        // Days as ISO 8601 texts sort as days do.
        return handle.createUpdate("delete from contact where kept_until < :today")
                .bind("today", today)
                .execute();
    }
}
