package moisson.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Throws the dice. One seed throws the same for ever, on every machine: {@link Random} is specified to the last bit. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** True so often: 0.25 is one time in four. */
    boolean in(double share) {
        return random.nextDouble() < share;
    }

    double share() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both included. */
    int from(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** So many different ones, in any order. */
    <T> List<T> some(List<T> list, int count) {
        List<T> rest = new ArrayList<>(list);
        List<T> some = new ArrayList<>(count);
        for (int i = 0; i < count && !rest.isEmpty(); i++) {
            some.add(rest.remove(random.nextInt(rest.size())));
        }
        return some;
    }
}
