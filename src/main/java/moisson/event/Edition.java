package moisson.event;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One year's Semaine or Mois de l'innovation publique.
 *
 * @param firstDay and {@code lastDay}, both included; null when no source tells them: the edition then welcomes the
 *     whole month of November, since every edition is held in November
 * @param submissionsOpen first day on which our form accepts proposals, Europe/Paris
 * @param submissionsClose last day on which it does, until 23:59:59 Europe/Paris
 * @param fictional true for editions that exist only in demonstrations
 */
public record Edition(
        int number,
        int year,
        String name,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String theme,
        @Nullable String hashtag,
        @Nullable LocalDate submissionsOpen,
        @Nullable LocalDate submissionsClose,
        @Nullable String organiser,
        @Nullable String contact,
        boolean fictional) {

    public LocalDate from() {
        return firstDay == null ? LocalDate.of(year, Month.NOVEMBER, 1) : firstDay;
    }

    public LocalDate until() {
        return lastDay == null ? LocalDate.of(year, Month.NOVEMBER, 30) : lastDay;
    }

    /** True when one of its sessions touches a day of the edition; an on-demand item goes where it was declared. */
    public boolean welcomes(When when) {
        if (when.onDemand()) {
            return when.declaredFor() != null ? when.declaredFor() == year : touches(when.firstDay(), when.lastDay());
        }
        return when.sessions().stream().anyMatch(this::touches);
    }

    private boolean touches(Session session) {
        Moment end = session.end() == null ? session.start() : session.end();
        return !session.start().day().isAfter(until()) && !end.day().isBefore(from());
    }

    private boolean touches(Optional<LocalDate> first, Optional<LocalDate> last) {
        return first.isPresent()
                && !first.get().isAfter(until())
                && !last.orElse(first.get()).isBefore(from());
    }
}
