package moisson.serve.sparql.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import moisson.serve.http.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who works, and who waits. No clock is looked at: nobody takes turns away here. */
@Timeout(60)
class TurnsTest {
    private static final int CORES = 2;

    private final Turns turns = new Turns(CORES, 8, 6);

    private Watch watch(String client) {
        return new Watch(turns, client, minute(), new Refusal(503, "trop long"));
    }

    /** As many as there are cores that never come by, and were not yet found to stray. */
    private void blocked() {
        IntStream.range(0, CORES).forEach(i -> turns.enter(watch("hostile")));
    }

    @Test
    void aNewQueryBeginsAtOnceWhoeverHoldsTheCores() {
        blocked();
        Watch normal = watch("other");
        turns.enter(normal); // would wait for ever
        turns.leave(normal);
        Watch again = watch("hostile");
        turns.enter(again);
        assertThat(again.reason()).isNull();
    }

    @Test
    void whoHasWorkedGivesThePlaceOfNewOnesBack() throws Exception {
        blocked();
        Watch first = watch("other");
        turns.enter(first);
        CompletableFuture<Void> resting = CompletableFuture.runAsync(() -> turns.rest(first));
        Watch second = watch("other");
        turns.enter(second); // only when the first one has given its place back
        assertThat(resting).isNotDone();
        first.stop(new Refusal(503, "fini"));
        turns.leave(second);
        turns.patrol(new MemoryGuard());
        assertThatThrownBy(resting::get).hasCauseInstanceOf(Stop.class);
    }

    @Test
    void aNewQueryWaitsForRoomUntilOneThatHasWorkedGivesWay() {
        Turns two = new Turns(CORES, 8, CORES);
        Watch first = new Watch(two, "one", minute(), new Refusal(503, "trop long"));
        Watch second = new Watch(two, "one", minute(), new Refusal(503, "trop long"));
        two.enter(first);
        two.enter(second);
        Watch third = new Watch(two, "one", minute(), new Refusal(503, "trop long"));
        two.enter(third); // the others have hardly begun
        assertThat(third.reason()).isNull();
        assertThat(Stream.of(first, second).filter(watch -> watch.reason() != null))
                .hasSize(1);
    }

    private static long minute() {
        return System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    }
}
