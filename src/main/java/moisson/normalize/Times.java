package moisson.normalize;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import moisson.event.EventFormat;
import moisson.event.Field;
import moisson.event.Moment;
import moisson.event.NoticeCode;
import moisson.event.Session;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.event.When;
import moisson.normalize.time.Clue;
import moisson.normalize.time.IsoDate;
import moisson.normalize.time.Span;
import org.jspecify.annotations.Nullable;

/** When: the sessions, or the days between which an on-demand item can be had. */
final class Times {
    private final SourceRecord record;
    private final Findings findings;

    Times(SourceRecord record, Findings findings) {
        this.record = record;
        this.findings = findings;
    }

    /** Empty when the record is to be rejected; the notice that says why is given. */
    Optional<When> when(Source source, Located located, EventFormat format) {
        Integer edition = edition();
        Clue clue = edition == null ? updated() : new Clue(LocalDate.of(edition, Month.NOVEMBER, 1), true);
        DateFields dates = new DateFields(findings, clue);
        Clocks clocks = new Clocks(record, source, located, findings);
        Sessions.Found found = new Sessions(record, clocks, dates, findings).find();
        LocalDate from = day(dates, Field.AVAILABLE_FROM);
        LocalDate until = day(dates, Field.AVAILABLE_UNTIL);
        List<Session> sessions = found.sessions();
        if (isAvailability(format, sessions) && from == null && until == null) {
            from = sessions.getFirst().start().day();
            Moment end = sessions.getFirst().end();
            until = end == null ? null : end.day();
            sessions = List.of();
        }
        if (from != null && until != null && until.isBefore(from)) {
            findings.note(NoticeCode.END_BEFORE_START, Field.AVAILABLE_UNTIL, until.toString());
            until = null;
        }
        When when = new When(sessions, clocks.zone(), from, until, edition);
        boolean onDemand = from != null || (edition != null && isOnDemand(format));
        if (!sessions.isEmpty() || (onDemand && found.trouble() == null)) {
            return Optional.of(when);
        }
        reject(found);
        return Optional.empty();
    }

    /** A record is written not long before its event, as a rule: when nothing tells the year, that day is a help. */
    private @Nullable Clue updated() {
        return record.first(Field.UPDATED)
                .flatMap(IsoDate::find)
                .filter(date -> date.day().getYear() >= 2000 && date.day().getYear() <= 2100)
                .map(date -> new Clue(date.day(), false))
                .orElse(null);
    }

    private void reject(Sessions.Found found) {
        NoticeCode trouble = found.trouble();
        if (trouble != null && found.field() != null) {
            findings.note(trouble, found.field(), found.value());
        } else {
            findings.note(NoticeCode.MISSING_DATE, Field.START, null);
        }
    }

    private static boolean isOnDemand(EventFormat format) {
        return format == EventFormat.PODCAST || format == EventFormat.ONLINE_COURSE;
    }

    /** Days without an hour are, for a podcast or a course, those on which it can be had. */
    private static boolean isAvailability(EventFormat format, List<Session> sessions) {
        return isOnDemand(format)
                && sessions.size() == 1
                && !sessions.getFirst().start().hasHour();
    }

    private @Nullable Integer edition() {
        String text = record.first(Field.EDITION).map(String::strip).orElse(null);
        if (text == null) {
            return null;
        }
        String year = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        boolean plausible =
                year.length() == 4 && year.startsWith("20") && year.chars().allMatch(Character::isDigit);
        if (!plausible) {
            findings.note(NoticeCode.UNREADABLE_VALUE, Field.EDITION, text);
            return null;
        }
        return Integer.valueOf(year);
    }

    private @Nullable LocalDate day(DateFields dates, Field field) {
        String text = record.first(field).orElse(null);
        if (text == null) {
            return null;
        }
        DateFields.Told told = dates.read(text, field);
        if (!told.understood()) {
            findings.note(NoticeCode.UNREADABLE_VALUE, field, text);
            return null;
        }
        IsoDate iso = told.iso();
        List<Span> spans = told.spans();
        return iso != null ? iso.day() : spans.getFirst().first();
    }
}
