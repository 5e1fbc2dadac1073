package moisson.statistics;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import moisson.event.Edition;
import moisson.event.PublishedEvent;
import org.jspecify.annotations.Nullable;

/** How many days before an edition's submissions close an event was first published. Days are those of Paris. */
enum Delay {
    AFTER("apres", "après la clôture", "after the closing date", Integer.MIN_VALUE, -1),
    LAST_DAY("j00", "le dernier jour", "on the last day", 0, 0),
    LAST_WEEK("j01-06", "1 à 6 jours avant", "1 to 6 days before", 1, 6),
    WEEK_BEFORE("j07-13", "7 à 13 jours avant", "7 to 13 days before", 7, 13),
    MONTH_BEFORE("j14-29", "14 à 29 jours avant", "14 to 29 days before", 14, 29),
    EARLIER("j30-plus", "30 jours avant ou plus", "30 days before or more", 30, Integer.MAX_VALUE);

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final String code;
    private final String label;
    private final String english;
    private final int least;
    private final int most;

    Delay(String code, String label, String english, int least, int most) {
        this.code = code;
        this.label = label;
        this.english = english;
        this.least = least;
        this.most = most;
    }

    /** Empty when the edition does not say until when it takes submissions. */
    static Stream<String> of(PublishedEvent event, @Nullable Edition edition) {
        if (edition == null || edition.submissionsClose() == null) {
            return Stream.empty();
        }
        long days =
                ChronoUnit.DAYS.between(event.publishedAt().atZone(PARIS).toLocalDate(), edition.submissionsClose());
        return Arrays.stream(values())
                .filter(delay -> delay.least <= days && days <= delay.most)
                .map(delay -> delay.code);
    }

    static SortedMap<String, String> labels() {
        SortedMap<String, String> labels = new TreeMap<>();
        Arrays.stream(values()).forEach(delay -> labels.put(delay.code, delay.label));
        return labels;
    }

    static @Nullable String english(String code) {
        return Arrays.stream(values())
                .filter(delay -> delay.code.equals(code))
                .map(delay -> delay.english)
                .findFirst()
                .orElse(null);
    }

    /** The same in SPARQL: what binds {@code ?v} from the instant {@code ?cree}. Instants, since it knows no days between. */
    static String pattern(@Nullable Edition edition) {
        LocalDate closing = edition == null ? null : edition.submissionsClose();
        if (closing == null) {
            return "FILTER(false)";
        }
        StringBuilder cells = new StringBuilder("BIND(");
        for (Delay delay : values()) {
            if (delay != EARLIER) {
                cells.append("IF(?cree >= \"%s\"^^xsd:dateTime, \"%s\", ".formatted(start(closing, delay), delay.code));
            }
        }
        return cells.append('"')
                .append(EARLIER.code)
                .append('"')
                .append(")".repeat(values().length - 1))
                .append(" AS ?v)")
                .toString();
    }

    /** The first instant of a cell. */
    private static String start(LocalDate closing, Delay delay) {
        long most = delay == AFTER ? -1 : delay.most;
        return closing.minusDays(most).atStartOfDay(PARIS).toInstant().toString();
    }
}
