package moisson.store;

import java.nio.file.Path;
import java.time.Instant;
import moisson.event.Delivery;
import moisson.event.Source;
import moisson.store.DeliveryTable.Archived;
import moisson.store.DeliveryTable.Validators;
import org.junit.jupiter.api.Test;

class DeliveryTableTest extends StoreContract {
    @Test
    void theSameBytesOfTheSameSourceAreWrittenOnce() {
        write(tables -> tables.deliveries().keep(delivery(SOURCE, "bb", NOON)));
        write(tables -> tables.deliveries().keep(delivery(SOURCE, "aa", MORNING)));
        write(tables -> tables.deliveries().keep(delivery(SOURCE, "bb", MORNING)));
        write(tables -> tables.deliveries().keep(delivery("autre", "bb", MORNING)));

        assertList(tables -> tables.deliveries().ofSource(SOURCE))
                .containsExactly(
                        new Archived(SOURCE, "bb", 5_000_000_000L, NOON),
                        new Archived(SOURCE, "aa", 5_000_000_000L, MORNING));
        assertList(tables -> tables.deliveries().ofSource("autre")).hasSize(1);
    }

    @Test
    void validatorsAreRememberedUntilTheNextOnes() {
        assertFound(tables -> tables.deliveries().validators(SOURCE)).isEmpty();

        Validators first = new Validators("W/\"1\"", "Thu, 05 Nov 2020 08:00:00 GMT", "aa", "s");
        write(tables -> tables.deliveries().remember(SOURCE, first));
        assertFound(tables -> tables.deliveries().validators(SOURCE)).contains(first);

        Validators second = new Validators(null, null, "bb", "t");
        write(tables -> tables.deliveries().remember(SOURCE, second));
        assertFound(tables -> tables.deliveries().validators(SOURCE)).contains(second);
    }

    private static Delivery delivery(String source, String sha256, Instant at) {
        return new Delivery(
                new Source(source, "Ville fictive", "csv", "http://localhost/", null, "Europe/Paris", "lov2", true, 3),
                sha256,
                Path.of("archive", sha256),
                5_000_000_000L,
                at,
                "etag",
                null);
    }
}
