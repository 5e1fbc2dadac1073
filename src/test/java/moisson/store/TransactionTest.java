package moisson.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import moisson.event.Run;
import org.junit.jupiter.api.Test;

class TransactionTest extends StoreContract {
    @Test
    void workThatThrowsLeavesNothingAndItsExceptionGoesOnAsItIs() {
        IllegalStateException broken = new IllegalStateException("broken");

        assertThatThrownBy(() -> write(tables -> {
                    long run = tables.runs().begin(SOURCE, MORNING);
                    tables.records().keep(records("a", "b"), run);
                    throw broken;
                }))
                .isSameAs(broken);

        assertList(tables -> tables.runs().latest(9)).isEmpty();
        assertList(tables -> tables.records().live()).isEmpty();
    }

    @Test
    void theStoreIsOfUseAfterAFailure() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> write(tables -> tables.records().keep(records("a"), 99)));
        given("a");

        assertList(tables -> tables.records().live()).hasSize(1);
    }

    @Test
    void aFailureThatTheWorkSwallowsUndoesEverythingAllTheSame() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> write(tables -> {
                    tables.runs().begin(SOURCE, MORNING);
                    assertThatThrownBy(() -> tables.records().keep(records("a"), 99))
                            .isNotNull();
                }));

        assertList(tables -> tables.runs().latest(9)).isEmpty();
    }

    @Test
    void aTransactionInsideAnotherIsRefused() {
        assertThatIllegalStateException().isThrownBy(() -> write(outer -> write(inner -> {})));
        assertThatIllegalStateException().isThrownBy(() -> write(outer -> ask(Tables::runs)));
        assertThat(begin()).isEqualTo(1);
    }

    @Test
    void theTablesAreOfNoUseAfterTheTransaction() {
        RunTable runs = store.inTransaction(Tables::runs);

        assertThatThrownBy(() -> runs.latest(1)).isNotNull();
    }

    @Test
    void whatIsNotedIsKeptAsAWholeOrNotAtAll() {
        long noted = store.note(tables -> tables.runs().begin(SOURCE, MORNING));
        IllegalStateException broken = new IllegalStateException("broken");
        assertThatThrownBy(() -> store.note(tables -> {
                    tables.runs().begin(SOURCE, MORNING);
                    throw broken;
                }))
                .isSameAs(broken);
        assertThatIllegalStateException().isThrownBy(() -> store.note(outer -> begin()));
        store.close();
        store = open();

        assertList(tables -> tables.runs().latest(9)).extracting(Run::id).containsExactly(noted);
    }

    @Test
    void readingCannotWrite() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> ask(tables -> tables.runs().begin(SOURCE, MORNING)));

        assertThat(begin()).isEqualTo(1);
        assertList(tables -> tables.runs().latest(9)).hasSize(1);
    }

    @Test
    void manyThreadsWriteOneAfterTheOther() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Long>> runs = IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit(this::begin))
                    .toList();
            for (Future<Long> run : runs) {
                run.get();
            }
        }
        assertList(tables -> tables.runs().latest(1000))
                .extracting(Run::id)
                .containsExactlyElementsOf(
                        LongStream.iterate(100, i -> i - 1).limit(100).boxed().toList());
    }

    @Test
    void whoeverReadsSeesTheStateBeforeTheTransactionUnderWay() throws Exception {
        try (Store second = open()) {
            whileWriting(() -> {
                assertThat(store.<List<Run>>read(tables -> tables.runs().latest(9)))
                        .isEmpty();
                assertThat(second.<List<Run>>read(tables -> tables.runs().latest(9)))
                        .isEmpty();
            });
        }
        assertList(tables -> tables.runs().latest(9)).hasSize(1);
    }

    @Test
    void aSecondProcessOpensAndReadsDuringATransaction() throws Exception {
        whileWriting(() -> {
            try (Store second = open()) {
                assertThat(second.<List<Run>>read(tables -> tables.runs().latest(9)))
                        .isEmpty();
            }
        });
    }

    @Test
    void aSecondProcessThatWaitedTooLongIsTold() throws Exception {
        try (Store second = open(Duration.ofMillis(50))) {
            whileWriting(() -> assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() ->
                            second.inTransaction(tables -> tables.contacts().forget(LocalDate.EPOCH)))
                    .withMessageContaining("un autre programme y écrit depuis trop longtemps"));

            long next = second.inTransaction(tables -> tables.runs().begin(SOURCE, NOON));
            assertThat(next).isEqualTo(2);
        }
    }

    /** Does something while another thread is in the middle of a transaction that has written. */
    private void whileWriting(Runnable something) throws InterruptedException, ExecutionException {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> writer = thread.submit(() -> write(tables -> {
                tables.runs().begin(SOURCE, MORNING);
                written.countDown();
                await(goOn);
            }));
            try {
                written.await();
                something.run();
            } finally {
                goOn.countDown();
            }
            writer.get();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
