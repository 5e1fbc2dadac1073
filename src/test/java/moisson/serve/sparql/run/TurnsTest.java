package moisson.serve.sparql.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import moisson.serve.http.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who works, and who waits. No clock is looked at: nobody takes turns away here. */
@Timeout(60)
class TurnsTest {
    private static final int CORES = 2;
    private static final long SHORT = 1;
    private static final long LONG = 2;
    private static final long NEW = 3;

    private final Turns turns = new Turns(CORES, 8, 6, thread -> 0);

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
    void aNewQueryFindsRoomWhichTheOneThatHasWorkedLongestGives() {
        AtomicLong now = new AtomicLong();
        Turns two = new Turns(CORES, 8, CORES, thread -> thread == LONG ? now.incrementAndGet() : 0);
        Watch shortOne = of(two, SHORT);
        Watch longOne = of(two, LONG);
        two.enter(shortOne);
        two.enter(longOne);
        shortOne.use(TimeUnit.SECONDS.toNanos(2)); // of the clock: the machine did something else
        longOne.use(TimeUnit.SECONDS.toNanos(1));
        two.enter(of(two, NEW));
        assertThat(longOne.reason()).isNotNull();
        assertThat(shortOne.reason()).isNull();
    }

    @Test
    void aNewQueryWaitsUntilAnotherHasWorkedLongEnoughToGiveWay() {
        Turns one = new Turns(CORES, 8, 1, thread -> 0);
        Watch first = of(one, SHORT);
        one.enter(first);
        one.enter(of(one, NEW)); // the first has hardly begun
        assertThat(first.reason()).isNotNull().extracting(Refusal::status).isEqualTo(503);
    }

    private static Watch of(Turns turns, long thread) {
        Watch watch = new Watch(turns, "one", minute(), new Refusal(503, "trop long"));
        watch.onThread(thread, 0);
        return watch;
    }

    private static long minute() {
        return System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    }
}
