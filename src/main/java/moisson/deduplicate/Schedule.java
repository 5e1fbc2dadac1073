package moisson.deduplicate;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import moisson.event.Moment;
import moisson.event.Session;
import moisson.event.When;
import org.jspecify.annotations.Nullable;

/**
 * When, in numbers. Days count from 1970-01-01 on the calendar of the place; minutes from 1970-01-01T00:00Z.
 *
 * @param starts start of every session in minutes, in order; of a session without hour, the first minute of its day
 * @param hours whether every session tells its hour
 * @param offset of the first session from UTC, in minutes
 * @param firstDay of the first session, or on which an on-demand item becomes available; {@link #UNKNOWN} when not said
 * @param lastDay of the last session, by its end when that is known
 * @param end last known end in minutes, {@link #UNKNOWN} when not said
 * @param night whether it ends in the night after its last day
 * @param edition the year an on-demand item is meant for, 0 when not said
 */
@SuppressWarnings("ArrayRecordComponent") // primitive arrays for speed; never compared as a whole, never changed
record Schedule(
        int[] starts,
        boolean hours,
        int offset,
        int firstDay,
        int lastDay,
        int end,
        boolean ends,
        boolean night,
        int edition) {
    static final int UNKNOWN = Integer.MIN_VALUE;

    private static final int MOST_SESSIONS = 400;
    /** In hours; what ends later on the next day covers two days, unless it began late. */
    private static final int MORNING = 6;

    private static final int LONGEST_NIGHT = 12;
    private static final int MINUTES_A_DAY = 1440;

    static Schedule of(When when) {
        int edition = when.declaredFor() == null ? 0 : when.declaredFor();
        int firstDay = day(when.firstDay().orElse(null));
        List<Session> sessions = when.sessions();
        if (sessions.isEmpty()) {
            int last = day(when.lastDay().orElse(null));
            int year = edition == 0 && when.availableFrom() != null
                    ? when.availableFrom().getYear()
                    : edition;
            return new Schedule(new int[0], false, 0, firstDay, last, UNKNOWN, last != UNKNOWN, false, year);
        }
        boolean hours = true;
        for (int i = 0; i < sessions.size() && hours; i++) {
            hours = sessions.get(i).start().hasHour();
        }
        Moment end = when.end().orElse(null);
        boolean night = night(sessions.getLast());
        int lastDay = day(when.lastDay().orElse(null)) - (night ? 1 : 0);
        return new Schedule(
                starts(sessions),
                hours,
                offset(sessions.getFirst()),
                firstDay,
                lastDay,
                last(end),
                end != null,
                night,
                edition);
    }

    private static int[] starts(List<Session> sessions) {
        if (sessions.size() == 1) {
            return new int[] {minute(sessions.getFirst().start())};
        }
        Ints starts = new Ints();
        for (int i = 0; i < Math.min(sessions.size(), MOST_SESSIONS); i++) {
            starts.add(minute(sessions.get(i).start()));
        }
        return starts.toSet();
    }

    boolean onDemand() {
        return starts.length == 0;
    }

    boolean several() {
        return starts.length > 1;
    }

    /** One record that covers days without telling its sessions. */
    boolean run() {
        return starts.length == 1 && lastDay > firstDay;
    }

    /** One session, at an hour that is told. */
    boolean hourOfDay() {
        return starts.length == 1 && hours && !run();
    }

    /** Of the first day, 0 when that is unknown. */
    int firstYear() {
        return firstDay == UNKNOWN ? 0 : LocalDate.ofEpochDay(firstDay).getYear();
    }

    int start() {
        return starts[0];
    }

    /** Whether a session starts on this minute. */
    boolean startsAt(int minute) {
        return Arrays.binarySearch(starts, minute) >= 0;
    }

    /** Whether a session starts on this day of the place's calendar. */
    boolean startsOn(int day) {
        int from = Arrays.binarySearch(starts, day * MINUTES_A_DAY - offset);
        int at = from < 0 ? -from - 1 : from;
        return at < starts.length && starts[at] < (day + 1) * MINUTES_A_DAY - offset;
    }

    /** What ends after midnight belongs to the evening it began on. */
    private static boolean night(Session last) {
        OffsetDateTime start = last.start().at();
        OffsetDateTime end = last.end() == null ? null : last.end().at();
        return start != null
                && end != null
                && start.toLocalDate().isBefore(end.toLocalDate())
                && (end.getHour() < MORNING || start.plusHours(LONGEST_NIGHT).isAfter(end));
    }

    private static int minute(Moment moment) {
        OffsetDateTime at = moment.at();
        return Math.toIntExact(
                at == null ? moment.day().toEpochDay() * MINUTES_A_DAY : Math.floorDiv(at.toEpochSecond(), 60L));
    }

    private static int last(@Nullable Moment end) {
        return end == null || !end.hasHour() ? UNKNOWN : minute(end);
    }

    private static int offset(Session session) {
        OffsetDateTime at = session.start().at();
        return at == null ? 0 : at.getOffset().getTotalSeconds() / 60;
    }

    private static int day(@Nullable LocalDate day) {
        return day == null ? UNKNOWN : Math.toIntExact(day.toEpochDay());
    }
}
