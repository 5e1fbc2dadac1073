package moisson.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InTurnTest {
    @Test
    void fruitsAreUsedInTheOrderOfTheWorkWhicheverIsReadyFirst() {
        CountDownLatch later = new CountDownLatch(1);
        List<String> used = new ArrayList<>();
        try (InTurn turn = new InTurn()) {
            IntStream.range(0, InTurn.FEW).forEach(i -> turn.make(() -> "few", any -> {}));
            turn.make(() -> awaited(later, "first"), used::add);
            turn.make(() -> "second", used::add);
            turn.then(() -> used.add("said"));
            turn.make(() -> "third", used::add);
            assertThat(used).isEmpty();
            later.countDown();
            turn.settle();
            turn.then(() -> used.add("last"));
        }
        assertThat(used).containsExactly("first", "second", "said", "third", "last");
    }

    @Test
    void manyMoreThanMayWaitComeOutWholeAndInTheirOrder() {
        List<Integer> used = new ArrayList<>();
        try (InTurn turn = new InTurn()) {
            IntStream.range(0, 5_000).forEach(i -> turn.make(() -> i, used::add));
            turn.settle();
        }
        assertThat(used).isEqualTo(IntStream.range(0, 5_000).boxed().toList());
    }

    @Test
    void whatTheWorkThrowsIsThrownWhereItsFruitWouldBeUsed() {
        try (InTurn turn = new InTurn()) {
            IntStream.range(0, InTurn.FEW).forEach(i -> turn.make(() -> "few", any -> {}));
            turn.make(
                    () -> {
                        throw new StackOverflowError("too deep");
                    },
                    any -> {});
            assertThatThrownBy(turn::settle)
                    .isInstanceOf(StackOverflowError.class)
                    .hasMessage("too deep");
        }
    }

    private static String awaited(CountDownLatch latch, String text) {
        try {
            latch.await();
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
