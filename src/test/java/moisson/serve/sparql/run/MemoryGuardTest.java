package moisson.serve.sparql.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import moisson.serve.http.Refusal;
import org.junit.jupiter.api.Test;

/** Who must go when memory is short. */
class MemoryGuardTest {
    private final Turns turns = new Turns(2, 4, 4);

    private Watch watch(long thread) {
        Watch watch = new Watch(
                turns, "client", System.nanoTime() + TimeUnit.MINUTES.toNanos(1), new Refusal(503, "trop long"));
        watch.onThread(thread, 0);
        return watch;
    }

    @Test
    void theQueryThatAllocatedMostGoesAndOthersStay() {
        Watch small = watch(1);
        Watch large = watch(2);
        Watch larger = watch(3);
        Map<Watch, Long> allocated = Map.of(small, 1_000_000L, large, 100_000_000L, larger, 900_000_000L);
        MemoryGuard.relieve(Set.of(small, large, larger), allocated::get);
        assertThat(larger.reason()).isNotNull().extracting(Refusal::status).isEqualTo(503);
        assertThat(large.reason()).isNull();
        MemoryGuard.relieve(Set.of(small, large, larger), allocated::get);
        assertThat(large.reason()).as("the next time, the next one").isNotNull();
        MemoryGuard.relieve(Set.of(small, large, larger), allocated::get);
        assertThat(small.reason()).as("stopping it would free nothing").isNull();
    }
}
