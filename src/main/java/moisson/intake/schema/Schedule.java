package moisson.intake.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A schema.org Schedule: from one day to another, at the same hours, every so often.
 *
 * @param every null when the hours apply to every day, as in a DATAtourisme Period
 * @param count of sessions, null when the last day tells
 */
public record Schedule(
        LocalDate first,
        @Nullable LocalDate last,
        @Nullable LocalTime from,
        @Nullable LocalTime until,
        @Nullable Period every,
        Set<DayOfWeek> days,
        Set<LocalDate> except,
        @Nullable Integer count) {
    /** Days looked at: more than thirteen years of days, so that a wrong year does not keep us busy. */
    private static final int HORIZON = 5_000;

    public Schedule {
        days = Set.copyOf(days);
        except = Set.copyOf(except);
    }

    /** Empty when it cannot be understood, or never ends. */
    public static Optional<Schedule> of(JsonNode node) {
        try {
            LocalDate last = day(node, "endDate");
            Integer count =
                    Trees.text(node, "repeatCount").map(Integer::valueOf).orElse(null);
            String frequency =
                    Trees.text(node, "repeatFrequency").map(Trees::term).orElse("");
            LocalDate first = day(node, "startDate");
            if (first == null || (!frequency.isEmpty() && last == null && count == null)) {
                return Optional.empty();
            }
            return Optional.of(new Schedule(
                    first,
                    last,
                    hour(node, "startTime"),
                    hour(node, "endTime"),
                    period(frequency),
                    days(node),
                    Trees.texts(node, "exceptDate").stream()
                            .map(text -> LocalDate.parse(text.strip().substring(0, 10)))
                            .collect(Collectors.toSet()),
                    count));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Empty when a period of millions of years leads out of the calendar. */
    public Optional<List<String>> sessionsWithinReason() {
        try {
            return Optional.of(sessions());
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** One session per day, {@code start/end} in local time; or the whole span when no hour is told and nothing repeats. */
    public List<String> sessions() {
        if (from == null && every == null && except.isEmpty() && days.isEmpty()) {
            return List.of(first + "/" + (last == null ? "" : last));
        }
        List<String> sessions = new ArrayList<>();
        Period step = every == null || every.isNegative() || every.isZero() ? Period.ofDays(1) : every;
        LocalDate end = last != null ? last : count != null ? LocalDate.MAX : first;
        boolean weekly = step.getYears() == 0 && step.getMonths() == 0 && step.getDays() % 7 == 0 && !days.isEmpty();
        LocalDate start = weekly ? first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : first;
        for (int round = 0;
                round < HORIZON && !start.plus(step.multipliedBy(round)).isAfter(end);
                round++) {
            LocalDate day = start.plus(step.multipliedBy(round));
            for (int more = 0; more < (weekly ? 7 : 1); more++) {
                add(day.plusDays(more), end, sessions);
            }
            if (count != null && sessions.size() >= count) {
                return sessions.subList(0, count);
            }
        }
        return sessions;
    }

    private void add(LocalDate day, LocalDate end, List<String> sessions) {
        boolean meant = days.isEmpty() || days.contains(day.getDayOfWeek());
        if (meant && !day.isBefore(first) && !day.isAfter(end) && !except.contains(day)) {
            sessions.add(session(day));
        }
    }

    /** An end that comes before its start is on the next day. */
    private String session(LocalDate day) {
        if (from == null) {
            return day + "/";
        }
        String start = day + "T" + from;
        if (until == null) {
            return start + "/";
        }
        return start + "/" + (until.isBefore(from) ? day.plusDays(1) : day) + "T" + until;
    }

    private static @Nullable LocalDate day(JsonNode node, String property) {
        return Trees.text(node, property)
                .map(text -> LocalDate.parse(text.strip().substring(0, 10)))
                .orElse(null);
    }

    private static @Nullable LocalTime hour(JsonNode node, String property) {
        return Trees.text(node, property)
                .map(text -> LocalTime.parse(text.strip().replaceFirst("(?:Z|[+-]\\d\\d:?\\d\\d)$", "")))
                .orElse(null);
    }

    private static @Nullable Period period(String frequency) {
        return switch (frequency.toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "daily" -> Period.ofDays(1);
            case "weekly" -> Period.ofWeeks(1);
            case "monthly" -> Period.ofMonths(1);
            case "yearly" -> Period.ofYears(1);
            default -> Period.parse(frequency);
        };
    }

    private static Set<DayOfWeek> days(JsonNode node) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String text : Trees.texts(node, "byDay")) {
            String name = Trees.term(text).toUpperCase(Locale.ROOT);
            for (DayOfWeek day : DayOfWeek.values()) {
                if (name.equals(day.name()) || name.equals(day.name().substring(0, 2))) {
                    days.add(day);
                }
            }
        }
        return days;
    }
}
