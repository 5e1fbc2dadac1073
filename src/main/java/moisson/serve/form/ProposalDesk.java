package moisson.serve.form;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import moisson.event.Edition;
import org.jspecify.annotations.Nullable;

/**
 * What the form needs to know.
 *
 * @param editions all that are known; the form finds the one that is open
 * @param secret signs the stamp of each form; the same for all who serve the form, changed when the owner wishes
 * @param controller who answers for personal data, and how to reach them; stands in the notice
 */
public record ProposalDesk(Supplier<List<Edition>> editions, String secret, String controller) {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** The edition that welcomes proposals at that instant, by the clock of Paris. */
    public Optional<Edition> open(Instant now) {
        LocalDate today = now.atZone(PARIS).toLocalDate();
        return editions.get().stream()
                .filter(edition -> starts(edition, today) && !after(edition.submissionsClose(), today))
                .max(Comparator.comparingInt(Edition::year));
    }

    private static boolean starts(Edition edition, LocalDate today) {
        LocalDate first = edition.submissionsOpen();
        LocalDate last = edition.submissionsClose();
        return first != null && last != null && !today.isBefore(first);
    }

    private static boolean after(@Nullable LocalDate last, LocalDate today) {
        return last == null || today.isAfter(last);
    }

    /** The edition that closed last before that instant. */
    Optional<Edition> lastClosed(Instant now) {
        LocalDate today = now.atZone(PARIS).toLocalDate();
        return editions.get().stream()
                .filter(edition -> edition.submissionsClose() != null && after(edition.submissionsClose(), today))
                .max(Comparator.comparingInt(Edition::year));
    }

    /** The edition that will open next. */
    Optional<Edition> next(Instant now) {
        LocalDate today = now.atZone(PARIS).toLocalDate();
        return editions.get().stream()
                .filter(edition -> edition.submissionsOpen() != null && today.isBefore(edition.submissionsOpen()))
                .min(Comparator.comparingInt(Edition::year));
    }
}
