package moisson.generate;

import java.time.Duration;
import moisson.event.Field;

/** What partners change after they told an event: the hour, a word, the place, or all of it is off. */
final class Amendment {
    private Amendment() {}

    /** Changes the records whose number leaves a remainder below {@code changed} when divided by a hundred. */
    static Telling of(Telling telling, int changed) {
        if (telling.number() % 100 >= changed) {
            return telling;
        }
        return switch (telling.number() / 100 % 4) {
            case 0 -> telling.with(Field.DESCRIPTION, "Nouveau programme. " + telling.value(Field.DESCRIPTION));
            case 1 -> telling.with(Field.STATUS, "annulé");
            case 2 -> telling.with(Field.VENUE, "Nouveau lieu : " + telling.value(Field.VENUE));
            default -> telling.at(later(telling.times()));
        };
    }

    /** A week, since some tell no hours. */
    private static Times later(Times times) {
        return new Times(
                times.slots().stream()
                        .map(slot -> slot.later(Duration.ofDays(7)))
                        .toList(),
                times.hours(),
                times.listed(),
                times.zone(),
                times.style());
    }
}
