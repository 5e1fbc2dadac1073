package moisson.normalize.time;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import moisson.normalize.time.Atom.Kind;
import moisson.normalize.time.Phrase.Hours;
import moisson.normalize.time.Phrase.Stretch;
import moisson.normalize.time.Reading.Doubt;
import org.jspecify.annotations.Nullable;

/**
 * Reads atoms from left to right. A phrase is days followed by hours; the next day after an hour begins another phrase,
 * unless a range joins both: "5/11 à 9h au 7/11 à 17h". Hours before the first day are meant for it.
 */
final class Phrases {
    private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    private final Days days;
    private final List<Phrase> phrases = new ArrayList<>();
    private final List<Hours> leading = new ArrayList<>();
    private final AtomicBoolean unclear = new AtomicBoolean();
    private final AtomicReference<Kind> joint = new AtomicReference<>(Kind.STOP);
    private final AtomicReference<@Nullable LocalDate> lastDay = new AtomicReference<>();

    private Phrases(@Nullable Clue clue) {
        days = new Days(clue, doubts);
    }

    static Reading read(List<Atom> atoms, @Nullable Clue clue) {
        Phrases reader = new Phrases(clue);
        for (Atom atom : Days.completed(atoms)) {
            if (!reader.take(atom)) {
                return Reading.not(reader.reason());
            }
        }
        return reader.reading();
    }

    /** False when the text cannot be understood. */
    private boolean take(Atom atom) {
        return switch (atom.kind()) {
            case DAY -> atom.day() != null && day(atom.day());
            case TIME -> atom.time() != null && time(atom.time());
            case RANGE, UNTIL, AND, STOP -> joined(atom.kind());
            case FROM -> true;
            case OTHER -> other();
            case SOME_DAYS -> someDays(atom);
            case REGISTRATION -> !phrases.isEmpty();
            case ANOTHER_MATTER -> false;
        };
    }

    private boolean joined(Kind kind) {
        boolean keepsRange = kind == Kind.AND && joint.getPlain() == Kind.RANGE;
        joint.setPlain(keepsRange ? Kind.RANGE : kind);
        return true;
    }

    /** A word that we do not know may say "except". */
    private boolean other() {
        if (!phrases.isEmpty()) {
            phrases.getLast().unclear.setPlain(true);
        } else {
            unclear.setPlain(true);
        }
        return joined(Kind.OTHER);
    }

    private boolean someDays(Atom atom) {
        if (phrases.isEmpty()) {
            phrases.add(new Phrase());
        }
        Phrase phrase = phrases.getLast();
        phrase.someDays.setPlain(true);
        Atom.Day day = atom.day();
        if (day == null || phrase.hasHours() || (phrase.isEmpty() && !leading.isEmpty())) {
            phrase.unclear.setPlain(true); // other hours on other days
        } else {
            phrase.on(day.weekday(), joint.getPlain() == Kind.RANGE);
        }
        joint.setPlain(Kind.OTHER);
        return true;
    }

    private boolean day(Atom.Day written) {
        Kind how = joint.getPlain();
        joint.setPlain(Kind.OTHER);
        Optional<LocalDate> found = days.date(written, lastDay.getPlain());
        if (found.isEmpty()) {
            return false;
        }
        LocalDate date = found.get();
        lastDay.setPlain(date);
        boolean ends = how == Kind.RANGE || how == Kind.UNTIL;
        if (phrases.isEmpty() || phrases.getLast().isEmpty()) {
            phrase().stretches.add(new Stretch(date, date, null, null));
            return how != Kind.UNTIL; // "jusqu'au 5 novembre" does not tell the start
        }
        return ends ? end(date) : another(date);
    }

    private boolean another(LocalDate date) {
        Phrase phrase = phrases.getLast();
        if (phrase.hasHours() || endedWithHour(phrase)) {
            phrases.add(new Phrase());
        }
        phrases.getLast().stretches.add(new Stretch(date, date, null, null));
        return true;
    }

    private boolean end(LocalDate date) {
        Phrase phrase = phrases.getLast();
        Stretch open = phrase.stretches.removeLast();
        if (date.isBefore(open.first()) || !open.first().equals(open.last())) {
            return false;
        }
        boolean hourInside = phrase.hours.size() == 1 && phrase.hours.getFirst().to() == null;
        if (hourInside) {
            phrase.stretches.add(
                    new Stretch(open.first(), date, phrase.hours.removeFirst().from(), null));
        } else if (phrase.hasHours()) {
            return false;
        } else {
            phrase.stretches.add(new Stretch(open.first(), date, null, null));
        }
        return true;
    }

    private boolean time(LocalTime time) {
        Kind how = joint.getPlain();
        joint.setPlain(Kind.OTHER);
        boolean before = phrases.isEmpty() || phrases.getLast().isEmpty();
        List<Hours> hours = before ? leading : phrases.getLast().hours;
        if (!before && endedWithHour(phrases.getLast())) {
            return closes(time);
        }
        if (how == Kind.UNTIL && hours.isEmpty()) {
            return true; // an end without a start
        }
        boolean ends = (how == Kind.RANGE || how == Kind.UNTIL) && !hours.isEmpty();
        if (ends && hours.getLast().to() == null) {
            hours.add(new Hours(hours.removeLast().from(), time));
        } else {
            hours.add(new Hours(time, null));
        }
        return true;
    }

    /** The second hour of "5/11 à 9h au 7/11 à 17h". */
    private boolean closes(LocalTime time) {
        Phrase phrase = phrases.getLast();
        Stretch open = phrase.stretches.removeLast();
        boolean late = open.first().equals(open.last()) && open.at() != null && time.isBefore(open.at());
        phrase.stretches.add(new Stretch(open.first(), open.last(), open.at(), late ? null : time));
        if (late) {
            doubts.add(Doubt.END_BEFORE_START);
        }
        return open.to() == null;
    }

    private static boolean endedWithHour(Phrase phrase) {
        return !phrase.isEmpty() && phrase.stretches.getLast().at() != null;
    }

    private Phrase phrase() {
        if (phrases.isEmpty()) {
            phrases.add(new Phrase());
        }
        return phrases.getLast();
    }

    private Doubt reason() {
        if (doubts.contains(Doubt.IMPOSSIBLE_YEAR)) {
            return Doubt.IMPOSSIBLE_YEAR;
        }
        return doubts.contains(Doubt.NO_YEAR) ? Doubt.NO_YEAR : Doubt.UNREADABLE;
    }

    private Reading reading() {
        List<Span> spans = new ArrayList<>();
        for (Phrase phrase : phrases) {
            phrase.unclear.setPlain(phrase.unclear.getPlain() || unclear.getPlain() || phrases.size() > 1);
            phrase.write(leading, spans, doubts);
        }
        return spans.isEmpty() ? Reading.not(Doubt.UNREADABLE) : new Reading(spans, doubts);
    }
}
