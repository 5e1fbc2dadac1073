package moisson.intake;

import biweekly.ICalDataType;
import biweekly.ICalVersion;
import biweekly.io.ParseContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.iter.RecurrenceIteratorFactory;
import biweekly.util.com.google.ical.values.DateTimeValueImpl;
import biweekly.util.com.google.ical.values.DateValue;
import biweekly.util.com.google.ical.values.TimeValue;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import moisson.event.NoticeCode;

/**
 * Every start of an event that repeats, on the wall of its own zone, so that 10 o'clock stays 10 o'clock in summer.
 *
 * @param start the first one, which always counts (RFC 5545, 3.8.5.3)
 */
record Occurrences(CalendarTime start, CalendarEvent event, CalendarZones zones, RecordDraft draft) {
    private static final int MOST = Limits.OCCURRENCES;

    /** Our own property: where a change for "this and all that follow" begins. */
    static final String FOLLOWING = "X-MOISSON-FOLLOWING";

    private static final int LARGEST_INTERVAL = 1_000;

    /** Those that are told by nobody else: not from where a change for "this and all that follow" takes over. */
    List<LocalDateTime> list() {
        List<LocalDateTime> all = all();
        return takenOver().map(end -> before(end, all)).orElse(all);
    }

    /**
     * Those for which a change speaks that holds for "this and all that follow".
     *
     * @param from the one that it names, on the wall of this series
     */
    List<LocalDateTime> following(LocalDateTime from) {
        Optional<LocalDateTime> next =
                dates(FOLLOWING).stream().filter(other -> other.isAfter(from)).min(Comparator.naturalOrder());
        List<LocalDateTime> all =
                all().stream().filter(at -> !at.isBefore(from)).toList();
        return next.map(end -> before(end, all)).orElse(all);
    }

    private Optional<LocalDateTime> takenOver() {
        return dates(FOLLOWING).stream().min(Comparator.naturalOrder());
    }

    private static List<LocalDateTime> before(LocalDateTime end, List<LocalDateTime> all) {
        return all.stream().filter(at -> at.isBefore(end)).toList();
    }

    /** The periods among the extra dates, which have an end of their own (RFC 5545, 3.8.5.2), by their start. */
    Map<LocalDateTime, CalendarSpan> periods() {
        Map<LocalDateTime, CalendarSpan> periods = new HashMap<>();
        for (VObjectProperty property : event.list("RDATE")) {
            VObjectPropertyValues.parseList(property.getValue()).stream()
                    .filter(value -> value.contains("/"))
                    .limit(Limits.VALUES)
                    .flatMap(value -> CalendarSpan.period(property, value, zones, draft).stream())
                    .forEach(period -> periods.put(period.start().on(start.zone()), period));
        }
        return periods;
    }

    private List<LocalDateTime> all() {
        Set<LocalDateTime> all = new TreeSet<>();
        all.add(start.local());
        event.list("RRULE").stream().limit(10).forEach(rule -> all.addAll(expand(rule)));
        all.addAll(dates("RDATE"));
        event.list("EXRULE").stream().limit(10).forEach(rule -> all.removeAll(expand(rule)));
        dates("EXDATE").forEach(all::remove);
        days("EXDATE").forEach(day -> all.removeIf(at -> at.toLocalDate().equals(day.toLocalDate())));
        if (all.size() > MOST) {
            tellCut(MOST + " séances");
        }
        return all.stream().limit(MOST).toList();
    }

    private void tellCut(String kept) {
        draft.notice(NoticeCode.TRUNCATED_TEXT, "RRULE", kept);
    }

    private List<LocalDateTime> dates(String name) {
        return times(name).stream()
                .filter(time -> start.isDay() || !time.isDay())
                .map(time -> time.on(start.zone()))
                .toList();
    }

    /** An exception that gives only the day excepts the whole day. */
    private List<LocalDateTime> days(String name) {
        return times(name).stream()
                .filter(CalendarTime::isDay)
                .map(CalendarTime::local)
                .toList();
    }

    private List<CalendarTime> times(String name) {
        List<CalendarTime> times = new ArrayList<>();
        for (VObjectProperty property : event.list(name)) {
            VObjectPropertyValues.parseList(property.getValue()).stream()
                    .limit(Limits.VALUES)
                    // Of a period, its start.
                    .map(value -> value.split("/", 2)[0])
                    .forEach(value -> CalendarSpan.time(property, value, zones, draft)
                            .ifPresentOrElse(
                                    times::add, () -> draft.notice(NoticeCode.UNREADABLE_SESSION, name, value)));
        }
        return times.size() > Limits.VALUES ? times.subList(0, Limits.VALUES) : times;
    }

    private List<LocalDateTime> expand(VObjectProperty rule) {
        try {
            return expand(parse(rule.getValue()));
        } catch (RuntimeException | AssertionError e) {
            // The library throws several kinds over broken rules, errors among them; the first date stands all the
            // same.
            draft.notice(NoticeCode.UNREADABLE_SESSION, rule.getName(), rule.getValue());
            return List.of();
        }
    }

    private static Recurrence parse(String text) {
        var context = new ParseContext();
        context.setVersion(ICalVersion.V2_0);
        Recurrence rule = new RecurrenceRuleScribe()
                .parseText(text, ICalDataType.RECUR, new ICalParameters(), context)
                .getValue();
        Integer interval = rule.getInterval();
        boolean tooOften = rule.getFrequency() == Frequency.SECONDLY || rule.getFrequency() == Frequency.MINUTELY;
        if (tooOften || (interval != null && (interval < 1 || interval > LARGEST_INTERVAL))) {
            throw new IllegalArgumentException("no rule of an agenda: " + text);
        }
        return rule;
    }

    private List<LocalDateTime> expand(Recurrence rule) {
        LocalDateTime horizon = start.local().plusYears(Limits.YEARS);
        Optional<CalendarTime> until = until(rule);
        // Ours, not the library's: it would compare an UTC instant with hours on the wall.
        var endless = new Recurrence.Builder(rule).until((ICalDate) null).build();
        var iterator = RecurrenceIteratorFactory.createRecurrenceIterator(
                endless, value(start.local()), TimeZone.getTimeZone("UTC"));
        List<LocalDateTime> all = new ArrayList<>();
        while (iterator.hasNext()) {
            LocalDateTime at = local(iterator.next());
            if (until.isPresent() && isAfter(at, until.get())) {
                break;
            }
            if (all.size() == MOST || at.isAfter(horizon)) {
                tellCut(all.size() + " séances, jusqu’au "
                        + all.stream().reduce(start.local(), (a, b) -> b).toLocalDate());
                break;
            }
            if (!at.isBefore(start.local())) {
                all.add(at);
            }
        }
        return all;
    }

    private Optional<CalendarTime> until(Recurrence rule) {
        ICalDate until = rule.getUntil();
        return until == null
                ? Optional.empty()
                : CalendarTime.of(until.getRawComponents(), until.hasTime(), start.zone());
    }

    private boolean isAfter(LocalDateTime at, CalendarTime until) {
        return until.isDay()
                ? at.toLocalDate().isAfter(until.local().toLocalDate())
                : at.isAfter(until.on(start.zone()));
    }

    private static DateValue value(LocalDateTime at) {
        return new DateTimeValueImpl(
                at.getYear(), at.getMonthValue(), at.getDayOfMonth(), at.getHour(), at.getMinute(), at.getSecond());
    }

    private static LocalDateTime local(DateValue value) {
        var day = java.time.LocalDate.of(value.year(), value.month(), value.day());
        return value instanceof TimeValue time
                ? day.atTime(time.hour(), time.minute(), time.second())
                : day.atStartOfDay();
    }
}
