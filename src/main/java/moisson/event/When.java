package moisson.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of an event, in order, or the days between which an on-demand item can be had.
 *
 * @param zone IANA name of the zone of the place
 * @param declaredFor year of the edition the source says it belongs to; decides for on-demand items
 */
public record When(
        List<Session> sessions,
        String zone,
        @Nullable LocalDate availableFrom,
        @Nullable LocalDate availableUntil,
        @Nullable Integer declaredFor) {
    public When {
        sessions = ascend(sessions)
                ? List.copyOf(sessions)
                : sessions.stream().sorted().distinct().toList();
    }

    /** As most sources list them: in order, and each once. */
    private static boolean ascend(List<Session> sessions) {
        for (int i = 1; i < sessions.size(); i++) {
            if (sessions.get(i - 1).compareTo(sessions.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    public boolean onDemand() {
        return sessions.isEmpty();
    }

    public Optional<Moment> start() {
        return sessions.isEmpty()
                ? Optional.empty()
                : Optional.of(sessions.getFirst().start());
    }

    /** The latest known end; empty when no session tells its end. */
    public Optional<Moment> end() {
        Moment latest = null;
        for (Session session : sessions) {
            Moment end = session.end();
            latest = end == null || (latest != null && latest.compareTo(end) >= 0) ? latest : end;
        }
        return Optional.ofNullable(latest);
    }

    /** The first day anything of it can be attended or used. */
    public Optional<LocalDate> firstDay() {
        return Optional.ofNullable(
                sessions.isEmpty() ? availableFrom : sessions.getFirst().start().day());
    }

    public Optional<LocalDate> lastDay() {
        if (sessions.isEmpty()) {
            return Optional.ofNullable(availableUntil);
        }
        LocalDate start = sessions.getLast().start().day();
        Moment latest = end().orElse(null);
        return Optional.of(latest != null && latest.day().isAfter(start) ? latest.day() : start);
    }
}
