package moisson.statistics;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moisson.event.Edition;
import moisson.event.PublishedEvent;
import org.jspecify.annotations.Nullable;

/** How many days before an edition's submissions close an event was first published. Days are those of Paris. */
enum Delay {
    AFTER("apres", "après la clôture", Integer.MIN_VALUE, -1),
    LAST_DAY("j00", "le dernier jour", 0, 0),
    LAST_WEEK("j01-06", "1 à 6 jours avant", 1, 6),
    WEEK_BEFORE("j07-13", "7 à 13 jours avant", 7, 13),
    MONTH_BEFORE("j14-29", "14 à 29 jours avant", 14, 29),
    EARLIER("j30-plus", "30 jours avant ou plus", 30, Integer.MAX_VALUE);

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String BEGINNING = "1970-01-01T00:00:00Z";
    private static final String END = "9999-12-31T23:59:59Z";

    private final String code;
    private final String label;
    private final int least;
    private final int most;

    Delay(String code, String label, int least, int most) {
        this.code = code;
        this.label = label;
        this.least = least;
        this.most = most;
    }

    /** Empty when the edition does not say until when it takes submissions. */
    static Stream<String> of(PublishedEvent event, @Nullable Edition edition) {
        if (edition == null || edition.submissionsClose() == null) {
            return Stream.empty();
        }
        long days = ChronoUnit.DAYS.between(
                event.publishedAt().atZone(PARIS).toLocalDate(), edition.submissionsClose());
        return Arrays.stream(values())
                .filter(delay -> delay.least <= days && days <= delay.most)
                .map(delay -> delay.code);
    }

    static SortedMap<String, String> labels() {
        SortedMap<String, String> labels = new TreeMap<>();
        Arrays.stream(values()).forEach(delay -> labels.put(delay.code, delay.label));
        return labels;
    }

    /** The cells as rows of SPARQL's {@code VALUES}: code, first instant, first instant after. */
    static String rows(@Nullable Edition edition) {
        LocalDate closing = edition == null ? null : edition.submissionsClose();
        return closing == null
                ? ""
                : Arrays.stream(values())
                        .map(delay -> "(\"%s\" \"%s\"^^xsd:dateTime \"%s\"^^xsd:dateTime)"
                                .formatted(
                                        delay.code,
                                        delay.most == Integer.MAX_VALUE ? BEGINNING : start(closing, delay.most),
                                        delay.least == Integer.MIN_VALUE ? END : start(closing, delay.least - 1)))
                        .collect(Collectors.joining(" "));
    }

    private static String start(LocalDate closing, int daysBefore) {
        return closing.minusDays(daysBefore).atStartOfDay(PARIS).toInstant().toString();
    }
}
