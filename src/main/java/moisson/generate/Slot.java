package moisson.generate;

import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** One session by the clock of the place. */
record Slot(LocalDateTime start, @Nullable LocalDateTime end) {
    static Slot of(LocalDateTime start, int minutes) {
        return new Slot(start, start.plusMinutes(minutes));
    }

    Slot later(Duration shift) {
        return new Slot(start.plus(shift), end == null ? null : end.plus(shift));
    }

    Slot withoutEnd() {
        return new Slot(start, null);
    }
}
