package moisson.normalize;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import moisson.event.Field;
import moisson.event.NoticeCode;
import moisson.normalize.time.Clue;
import moisson.normalize.time.DateText;
import moisson.normalize.time.IsoDate;
import moisson.normalize.time.Reading;
import moisson.normalize.time.Reading.Doubt;
import moisson.normalize.time.Span;
import org.jspecify.annotations.Nullable;

/** Reads one field that tells when: first as a machine would have written it, then as people do. */
final class DateFields {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Findings findings;
    private final @Nullable Clue clue;

    /** What a text says: a machine's date, or the sessions people wrote; or why nothing was understood. */
    record Told(
            @Nullable IsoDate iso,
            List<Span> spans,
            @Nullable NoticeCode trouble) {
        static Told iso(IsoDate date) {
            return new Told(date, List.of(), null);
        }

        static Told trouble(NoticeCode code) {
            return new Told(null, List.of(), code);
        }

        boolean understood() {
            return trouble == null;
        }
    }

    DateFields(Findings findings, @Nullable Clue clue) {
        this.findings = findings;
        this.clue = clue;
    }

    Told read(String text, Field field) {
        Optional<IsoDate> iso = IsoDate.find(text);
        if (iso.isPresent()) {
            int year = iso.get().day().getYear();
            return year < FIRST_YEAR || year > LAST_YEAR
                    ? Told.trouble(NoticeCode.IMPOSSIBLE_DATE)
                    : Told.iso(iso.get());
        }
        Reading reading = DateText.read(text, clue);
        if (!reading.understood()) {
            return Told.trouble(
                    reading.has(Doubt.IMPOSSIBLE_YEAR) ? NoticeCode.IMPOSSIBLE_DATE : NoticeCode.UNREADABLE_DATE);
        }
        note(reading, text, field);
        return new Told(null, reading.spans(), null);
    }

    private void note(Reading reading, String text, Field field) {
        if (reading.has(Doubt.AMBIGUOUS)) {
            findings.note(NoticeCode.AMBIGUOUS_DATE, field, text);
        }
        if (reading.has(Doubt.END_BEFORE_START)) {
            findings.note(NoticeCode.END_BEFORE_START, field, text);
        }
        if (reading.has(Doubt.WEEKDAY) || reading.has(Doubt.COARSE)) {
            findings.note(NoticeCode.UNREADABLE_VALUE, field, text);
        }
    }

    /** An hour alone: "9h", "09:00", "09:00:00", "midi". */
    static Optional<LocalTime> hour(String text) {
        return hours(text).map(Span::from);
    }

    /** One or two hours alone: "de 9h à 12h". */
    static Optional<Span> hours(String text) {
        LocalDate anyDay = LocalDate.of(FIRST_YEAR, 1, 1);
        if (text.length() > 100) {
            return Optional.empty();
        }
        Reading reading = DateText.read(anyDay + " " + text, null);
        boolean one = reading.spans().size() == 1
                && reading.spans().getFirst().first().equals(anyDay)
                && reading.spans().getFirst().from() != null;
        return one ? Optional.of(reading.spans().getFirst()) : Optional.empty();
    }
}
