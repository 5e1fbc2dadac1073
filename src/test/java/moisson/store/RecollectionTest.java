package moisson.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the process keeps in memory is never more or less than what the table of keys says. */
class RecollectionTest extends StoreContract {
    @BeforeEach
    void threeRecords() {
        given("a", "b", "c");
        write(tables -> tables.matching().keep(Map.of(1L, new long[] {5, 6}, 2L, new long[] {5}), Map.of(1L, 7L)));
    }

    @Test
    void whatAnotherProcessHasWrittenIsSeen() {
        try (Store other = open()) {
            other.inTransaction(tables -> {
                assertThat(tables.matching().under(List.of(5L))).isEqualTo(Map.of(5L, Map.of(1L, 7L, 2L, 0L)));
                tables.matching().keep(Map.of(2L, new long[] {6}, 3L, new long[] {6}), Map.of(3L, 8L));
                return true;
            });
            assertThat(under(store)).isEqualTo(under(other));
            write(tables -> tables.matching().keep(Map.of(1L, new long[0]), Map.of()));
            assertThat(under(other)).isEqualTo(under(store)).isEqualTo(Map.of(6L, Map.of(2L, 0L, 3L, 8L)));
        }
    }

    @Test
    void whatWasGivenUpWasNeverThere() {
        Map<Long, Map<Long, Long>> before = under(store);

        assertThatThrownBy(() -> write(tables -> {
                    tables.matching().keep(Map.of(1L, new long[] {9}), Map.of(1L, 9L));
                    assertThat(tables.matching().under(List.of(9L))).isEqualTo(Map.of(9L, Map.of(1L, 9L)));
                    throw new IllegalStateException("given up");
                }))
                .hasMessage("given up");

        assertThat(under(store)).isEqualTo(before);
    }

    @Test
    void aReaderKeepsSeeingTheStateItBeganWith() {
        Map<Long, Map<Long, Long>> before = under(store);

        assertThat(store.<Map<Long, Map<Long, Long>>>read(tables -> {
                    assertThat(tables.matching().version()).isEmpty();
                    Thread writer = new Thread(() ->
                            write(tables2 -> tables2.matching().keep(Map.of(1L, new long[0]), Map.of())));
                    writer.start();
                    join(writer);
                    return tables.matching().under(List.of(5L, 6L, 9L));
                }))
                .isEqualTo(before);

        assertThat(under(store)).isEqualTo(Map.of(5L, Map.of(2L, 0L)));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<Long, Map<Long, Long>> under(Store store) {
        return store.read(tables -> tables.matching().under(List.of(5L, 6L, 9L)));
    }
}
