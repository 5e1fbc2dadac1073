package moisson.normalize;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import moisson.event.Field;
import moisson.event.Moment;
import moisson.event.NoticeCode;
import moisson.event.Session;
import moisson.event.SourceRecord;
import moisson.normalize.time.IsoDate;
import moisson.normalize.time.Span;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a record. The list of sessions of the source comes first, then its start and end, then its free text;
 * but a free text that begins and ends like start and end, and tells more sessions between, or hours where they tell days
 * only, is the better witness.
 */
final class Sessions {
    private final SourceRecord record;
    private final Clocks clocks;
    private final DateFields dates;
    private final Findings findings;

    /** @param trouble why a field that should tell when could not be understood, null when none or when another could */
    record Found(
            List<Session> sessions,
            @Nullable NoticeCode trouble,
            @Nullable Field field,
            @Nullable String value) {
        static final Found NONE = new Found(List.of(), null, null, null);

        static Found of(List<Session> sessions) {
            return new Found(sessions, null, null, null);
        }
    }

    Sessions(SourceRecord record, Clocks clocks, DateFields dates, Findings findings) {
        this.record = record;
        this.clocks = clocks;
        this.dates = dates;
        this.findings = findings;
    }

    Found find() {
        List<Session> listed = listed();
        if (!listed.isEmpty()) {
            compare(listed);
            return Found.of(listed);
        }
        Found told = startAndEnd();
        Found text = text();
        if (!told.sessions().isEmpty()) {
            return Found.of(isBetter(text.sessions(), told.sessions()) ? text.sessions() : told.sessions());
        }
        if (!text.sessions().isEmpty()) {
            if (told.trouble() != null && told.field() != null) {
                findings.note(NoticeCode.UNREADABLE_VALUE, told.field(), told.value());
            }
            return text;
        }
        if (told.trouble() != null) {
            return told;
        }
        Optional<String> broken = record.first(Field.SESSION);
        return text.trouble() != null || broken.isEmpty()
                ? text
                : new Found(List.of(), NoticeCode.UNREADABLE_DATE, Field.SESSION, broken.get());
    }

    private List<Session> listed() {
        List<Session> sessions = new ArrayList<>();
        for (String pair : record.all(Field.SESSION)) {
            int slash = pair.indexOf('/');
            Optional<IsoDate> start = IsoDate.find(slash < 0 ? pair : pair.substring(0, slash));
            if (start.isEmpty() || isImpossible(start.get())) {
                findings.note(NoticeCode.UNREADABLE_SESSION, Field.SESSION, pair);
                continue;
            }
            String last = slash < 0 ? "" : pair.substring(slash + 1).strip();
            Optional<IsoDate> end = IsoDate.find(last);
            if (!last.isEmpty() && (end.isEmpty() || isImpossible(end.get()))) {
                findings.note(NoticeCode.UNREADABLE_END, Field.SESSION, pair);
                end = Optional.empty();
            }
            Moment from = clocks.moment(start.get(), Field.SESSION);
            Moment to = end.map(date -> clocks.moment(date, Field.SESSION)).orElse(null);
            sessions.add(session(from, to, Field.SESSION, pair));
        }
        return sessions;
    }

    private static boolean isImpossible(IsoDate date) {
        return date.day().getYear() < 2000 || date.day().getYear() > 2100;
    }

    /** Start and end beside sessions must not tell of other days. */
    private void compare(List<Session> sessions) {
        if (!findings.hear(NoticeCode.DATES_DISAGREE)) {
            return;
        }
        Optional<String> start = record.first(Field.START);
        Optional<IsoDate> told = start.flatMap(IsoDate::find);
        if (told.isEmpty() || isImpossible(told.get())) {
            return;
        }
        Moment moment = clocks.moment(told.get(), Field.START);
        boolean known =
                sessions.stream().anyMatch(session -> session.start().day().equals(moment.day()));
        if (!known) {
            findings.note(NoticeCode.DATES_DISAGREE, Field.START, start.get());
        }
    }

    private Found startAndEnd() {
        String text = record.first(Field.START).orElse(null);
        if (text == null) {
            return Found.NONE;
        }
        DateFields.Told told = dates.read(text, Field.START);
        if (!told.understood()) {
            return new Found(List.of(), told.trouble(), Field.START, text);
        }
        boolean severalTold = told.spans().size() > 1
                || (!told.spans().isEmpty() && told.spans().getFirst().endKnown());
        if (severalTold && record.first(Field.END).isEmpty()) {
            return Found.of(written(told.spans(), Field.START));
        }
        Moment start = start(told);
        return Found.of(List.of(
                session(start, end(start), Field.END, record.first(Field.END).orElse(null))));
    }

    private Moment start(DateFields.Told told) {
        IsoDate iso = told.iso();
        Moment start = iso != null
                ? clocks.moment(iso, Field.START)
                : clocks.moment(
                        told.spans().getFirst().first(), told.spans().getFirst().from(), Field.START);
        Optional<String> hour = record.first(Field.START_TIME);
        if (start.hasHour() || hour.isEmpty()) {
            return start;
        }
        Optional<Span> hours = DateFields.hours(hour.get());
        if (hours.isEmpty()) {
            findings.note(NoticeCode.UNREADABLE_VALUE, Field.START_TIME, hour.get());
            return start;
        }
        return clocks.moment(start.day(), hours.get().from(), Field.START_TIME);
    }

    private @Nullable Moment end(Moment start) {
        String text = record.first(Field.END).orElse(null);
        LocalTime hour = endHour();
        if (text == null) {
            return hour == null || !start.hasHour() ? null : onSameNight(start, hour);
        }
        Optional<IsoDate> iso = IsoDate.find(text);
        if (iso.isEmpty()) {
            Optional<LocalTime> alone = text.indexOf('/') < 0 ? DateFields.hour(text) : Optional.empty();
            if (alone.isPresent()) {
                return start.hasHour() ? onSameNight(start, alone.get()) : null;
            }
        }
        DateFields.Told told = dates.read(text, Field.END);
        if (!told.understood()) {
            findings.note(NoticeCode.UNREADABLE_END, Field.END, text);
            return null;
        }
        Moment end = told.iso() != null ? clocks.moment(told.iso(), Field.END) : last(told.spans());
        return end.hasHour() || hour == null ? end : clocks.moment(end.day(), hour, Field.END_TIME);
    }

    private Moment last(List<Span> spans) {
        Span last = spans.getLast();
        return clocks.moment(last.last(), last.to() != null ? last.to() : last.from(), Field.END);
    }

    private @Nullable LocalTime endHour() {
        Optional<String> text = record.first(Field.END_TIME);
        if (text.isEmpty()) { // "de 9h à 12h" in the field of the first hour
            return record.first(Field.START_TIME)
                    .flatMap(DateFields::hours)
                    .map(Span::to)
                    .orElse(null);
        }
        Optional<LocalTime> hour = DateFields.hour(text.get());
        if (hour.isEmpty()) {
            findings.note(NoticeCode.UNREADABLE_END, Field.END_TIME, text.get());
        }
        return hour.orElse(null);
    }

    /** "20h" to "2h" ends on the next morning; "17h" to "9h" does not, and is told to be wrong later. */
    private Moment onSameNight(Moment start, LocalTime hour) {
        Moment end = clocks.moment(start.day(), hour, Field.END_TIME);
        boolean night = end.compareTo(start) < 0 && hour.getHour() <= 6;
        return night ? clocks.moment(start.day().plusDays(1), hour, Field.END_TIME) : end;
    }

    private Found text() {
        String text = record.first(Field.WHEN).orElse(null);
        if (text == null) {
            return Found.NONE;
        }
        DateFields.Told told = dates.read(text, Field.WHEN);
        if (!told.understood()) {
            return new Found(List.of(), told.trouble(), Field.WHEN, text);
        }
        IsoDate iso = told.iso();
        return Found.of(
                iso != null
                        ? List.of(new Session(clocks.moment(iso, Field.WHEN), null))
                        : written(told.spans(), Field.WHEN));
    }

    private List<Session> written(List<Span> spans, Field field) {
        List<Session> sessions = new ArrayList<>();
        for (Span span : spans) {
            Moment start = clocks.moment(span.first(), span.from(), field);
            Moment end = span.endKnown() ? clocks.moment(span.last(), span.to(), field) : null;
            sessions.add(session(start, end, field, null));
        }
        return sessions;
    }

    private Session session(Moment start, @Nullable Moment end, Field field, @Nullable String value) {
        if (end == null || (start.hasHour() && !end.hasHour() && end.day().equals(start.day()))) {
            return new Session(start, null);
        }
        if (end.compareTo(start) < 0) {
            findings.note(NoticeCode.END_BEFORE_START, field, value);
            return new Session(start, null);
        }
        return new Session(start, end.equals(start) ? null : end);
    }

    private static boolean isBetter(List<Session> text, List<Session> told) {
        if (text.isEmpty()) {
            return false;
        }
        boolean tellsHours = told.stream().noneMatch(session -> session.start().hasHour())
                && text.stream().allMatch(session -> session.start().hasHour());
        if (text.size() <= told.size() && !tellsHours) {
            return false;
        }
        Session first = text.stream().sorted().findFirst().orElseThrow();
        Session last = text.stream().sorted().toList().getLast();
        Moment start = told.getFirst().start();
        Moment end = told.getLast().end();
        Moment textEnd = last.end() == null ? last.start() : last.end();
        boolean sameStart = tellsHours
                ? first.start().day().equals(start.day())
                : first.start().equals(start);
        Moment until = end == null && tellsHours ? start : end;
        // "De 19h à 1h" ends on the next day.
        boolean sameEnd = until == null
                || textEnd.day().equals(until.day())
                || (tellsHours && last.start().day().equals(until.day()));
        return sameStart && sameEnd;
    }
}
