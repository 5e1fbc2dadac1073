package moisson.generate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Hands records on in another order than it gets them, and never holds more than a few thousand. */
final class Mixer implements Tellings.Sink {
    private static final int HELD = 8192;

    private final List<Telling> held = new ArrayList<>(HELD);
    private final Random random;
    private final Tellings.Sink next;

    Mixer(long order, Tellings.Sink next) {
        this.random = new Random(order);
        this.next = next;
    }

    @Override
    public void add(Telling telling) throws IOException {
        if (held.size() < HELD) {
            held.add(telling);
        } else {
            next.add(held.set(random.nextInt(HELD), telling));
        }
    }

    /** To be called after the last record. */
    void finish() throws IOException {
        Collections.shuffle(held, random);
        for (Telling telling : held) {
            next.add(telling);
        }
        held.clear();
    }
}
