package moisson.intake.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
    @Test
    void itSaysTheSameAsMapsOfManyHashesEvenOfAlikeOnes() {
        Whereabouts whereabouts = new Whereabouts();
        Map<Long, Long> told = new HashMap<>();
        Set<Long> pointedTo = new HashSet<>();
        Random random = new Random(1);
        for (int step = 0; step < 200_000; step++) {
            // Half of them fall into one table, and those mostly into the same place of it.
            long hash = step % 2 == 0 ? random.nextLong() : ((long) random.nextInt(5_000) << 10);
            if (step % 3 == 0) {
                whereabouts.pointedTo(hash);
                pointedTo.add(hash);
            } else {
                Long before = told.put(hash, (long) step);
                assertThat(whereabouts.told(hash, step)).isEqualTo(before == null ? -1 : before);
            }
        }

        told.forEach((hash, place) -> assertThat(whereabouts.last(hash)).isEqualTo(place));
        pointedTo.forEach(hash -> assertThat(whereabouts.isPointedTo(hash)).isTrue());
        told.keySet().stream()
                .filter(hash -> !pointedTo.contains(hash))
                .forEach(hash -> assertThat(whereabouts.isPointedTo(hash)).isFalse());
        pointedTo.addAll(told.keySet());
        assertThat(whereabouts.count()).isEqualTo(pointedTo.size());
    }

    @Test
    void ofWhatNobodySpokeItKnowsNothing() {
        assertThat(new Whereabouts().last(0)).isEqualTo(-1);
        assertThat(new Whereabouts().isPointedTo(0)).isFalse();
    }
}
