package moisson.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import moisson.event.Counts;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Run;
import moisson.event.RunState;
import org.junit.jupiter.api.Test;

class RunTableTest extends StoreContract {
    private static final Counts COUNTS = new Counts(10, 4, 3, 2, 1, 5, 6, 7);

    @Test
    void aRunBeginsUnderWayWithNumbersFromOne() {
        long first = begin();
        long second = begin();

        assertThat(List.of(first, second)).containsExactly(1L, 2L);
        assertFound(tables -> tables.runs().find(first))
                .contains(new Run(1, SOURCE, RunState.RUNNING, MORNING, null, null, Counts.NONE, null, Map.of()));
        assertFound(tables -> tables.runs().find(3)).isEmpty();
    }

    @Test
    void aRunEndsWithItsCountsAndItsNotices() {
        Run run = ended(begin());
        write(tables -> tables.runs().end(run));

        assertFound(tables -> tables.runs().find(run.id())).contains(run);
    }

    @Test
    void endingARunAgainReplacesItsCounts() {
        long id = begin();
        write(tables -> tables.runs().end(ended(id)));
        Run failed = new Run(id, SOURCE, RunState.FAILED, MORNING, NOON, null, Counts.NONE, "Illisible.", Map.of());
        write(tables -> tables.runs().end(failed));

        assertFound(tables -> tables.runs().find(id)).contains(failed);
    }

    @Test
    void aRunThatNeverBeganCannotEnd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(tables -> tables.runs().end(ended(7))));
    }

    @Test
    void runsLeftOpenAreInterruptedAndTheOthersLeftAlone() {
        Run done = ended(begin());
        write(tables -> tables.runs().end(done));
        long open = begin();

        int interrupted = store.inTransaction(tables -> tables.runs().interruptOpen(NOON, "Arrêté en route."));

        assertThat(interrupted).isEqualTo(1);
        assertList(tables -> tables.runs().latest(10))
                .containsExactly(
                        new Run(
                                open,
                                SOURCE,
                                RunState.INTERRUPTED,
                                MORNING,
                                NOON,
                                null,
                                Counts.NONE,
                                "Arrêté en route.",
                                Map.of()),
                        done);
    }

    @Test
    void theLatestRunsComeFirstForAllAndForASource() {
        long first = begin();
        long other = store.inTransaction(tables -> tables.runs().begin("autre", NOON));
        long last = begin();

        assertList(tables -> tables.runs().latest(2)).extracting(Run::id).containsExactly(last, other);
        assertList(tables -> tables.runs().ofSource(SOURCE, 9))
                .extracting(Run::id)
                .containsExactly(last, first);
        assertList(tables -> tables.runs().ofSource("inconnue", 9)).isEmpty();
    }

    @Test
    void noticesKeepTheirOrderOverSeveralCalls() {
        long run = begin();
        Notice first = new Notice(NoticeCode.MISSING_TITLE, "ligne 2", null, null, null);
        Notice second = new Notice(NoticeCode.MISSING_DATE, "ligne 1", "k", "début", "hier");
        write(tables -> tables.runs().keep(run, List.of(first, second)));
        write(tables -> tables.runs().keep(run, List.of(first)));

        assertList(tables -> tables.runs().notices(run)).containsExactly(first, second, first);
        assertList(tables -> tables.runs().notices(run + 1)).isEmpty();
    }

    private static Run ended(long id) {
        return new Run(
                id,
                SOURCE,
                RunState.DONE,
                MORNING,
                NOON,
                "ab".repeat(32),
                COUNTS,
                "Une phrase.",
                Map.of(NoticeCode.MISSING_TITLE, 1, NoticeCode.MISSING_KEY, 3));
    }
}
