package moisson.store;

import java.util.List;
import java.util.Optional;
import moisson.store.PortalTable.Link;
import moisson.store.PortalTable.Push;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class PortalTableTest extends StoreContract {
    @Test
    void aLinkIsKeptAndKeptAgainWithoutASecondRow() {
        Link first = new Link("demo", "evenements/evenements.csv", null, null, null, "aa");
        Link then = new Link("demo", "evenements/evenements.csv", "r1", "ff", "aa", null);
        Link other = new Link("autre", "evenements", "d1", null, null, null);
        keep(first);
        Assertions.assertThat(links("demo")).containsExactly(first);
        keep(then);
        keep(other);
        Assertions.assertThat(links("demo")).containsExactly(then);
        Assertions.assertThat(links("autre")).containsExactly(other);
    }

    @Test
    void theLastPushReplacesTheOneBefore() {
        Assertions.assertThat(lastPush()).isEmpty();
        Push failed = new Push("demo", 3, MORNING, false, "Le portail est injoignable.");
        Push done = new Push("demo", 3, NOON, true, "À jour.");
        keep(failed);
        keep(done);
        Assertions.assertThat(lastPush()).contains(done);
    }

    private List<Link> links(String portal) {
        return store.read(tables -> tables.portals().links(portal));
    }

    private Optional<Push> lastPush() {
        return store.read(tables -> tables.portals().lastPush("demo"));
    }

    private void keep(Link link) {
        store.inTransaction(tables -> {
            tables.portals().keep(link);
            return link;
        });
    }

    private void keep(Push push) {
        store.inTransaction(tables -> {
            tables.portals().keep(push);
            return push;
        });
    }
}
