package moisson.store;

import java.time.Instant;
import java.time.LocalDate;

/** People who proposed an event through the form: kept apart from everything published, until a stated day. */
public final class ContactTable {
    ContactTable() {}

    /** Keeps whom to write to about a proposal, until the end of the given day (Europe/Paris). */
    public void keep(String proposal, String name, String email, Instant at, LocalDate until) {
        throw new UnsupportedOperationException(proposal + name + email + at + until);
    }

    /** Deletes contacts whose day has passed; answers how many. */
    public int forget(LocalDate today) {
        throw new UnsupportedOperationException(today.toString());
    }
}
