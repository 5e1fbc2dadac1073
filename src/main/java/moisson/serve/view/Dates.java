package moisson.serve.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import moisson.event.Moment;
import moisson.event.Session;
import moisson.event.When;
import org.jspecify.annotations.Nullable;

/** Days and hours as people read them: « mar. 3 nov. 2020, 9 h – 17 h ». */
public final class Dates {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String NARROW = "\u202f";
    /** How the clocks of the overseas zones are called in French. */
    private static final Map<String, String> CLOCKS = Map.ofEntries(
            Map.entry("America/Guadeloupe", "de Guadeloupe"),
            Map.entry("America/Martinique", "de Martinique"),
            Map.entry("America/St_Barthelemy", "de Saint-Barthélemy"),
            Map.entry("America/Marigot", "de Saint-Martin"),
            Map.entry("America/Cayenne", "de Guyane"),
            Map.entry("America/Miquelon", "de Saint-Pierre-et-Miquelon"),
            Map.entry("Indian/Reunion", "de La Réunion"),
            Map.entry("Indian/Mayotte", "de Mayotte"),
            Map.entry("Pacific/Noumea", "de Nouvelle-Calédonie"),
            Map.entry("Pacific/Tahiti", "de Tahiti"),
            Map.entry("Pacific/Marquesas", "des Marquises"),
            Map.entry("Pacific/Gambier", "des Gambier"),
            Map.entry("Pacific/Wallis", "de Wallis-et-Futuna"),
            Map.entry("Europe/Paris", "de Paris"));

    private final Words words;
    private final DateTimeFormatter shortDay;
    private final DateTimeFormatter longDay;
    private final DateTimeFormatter monthDay;

    public Dates(Words words) {
        this.words = words;
        this.shortDay = DateTimeFormatter.ofPattern("EEE d MMM uuuu", words.locale());
        this.longDay = DateTimeFormatter.ofPattern("d MMMM uuuu", words.locale());
        this.monthDay = DateTimeFormatter.ofPattern("d MMMM", words.locale());
    }

    /** "mar. 3 nov. 2020". */
    public String day(LocalDate day) {
        return tight(firstOf(shortDay.format(day), day));
    }

    /** "3 novembre 2020". */
    public String longDay(LocalDate day) {
        return tight(firstOf(longDay.format(day), day));
    }

    /** "du 2 au 8 novembre 2020". */
    public String span(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return words.say("date.on", longDay(first));
        }
        if (first.getYear() != last.getYear()) {
            return words.say("date.span", longDay(first), longDay(last));
        }
        String begin = first.getMonth() == last.getMonth()
                ? tight(firstOf(first.getDayOfMonth() + " ", first)).replace("\u00a0", "")
                : tight(firstOf(monthDay.format(first), first));
        return words.say("date.span", begin, longDay(last));
    }

    /** "9 h 30", or "09:30" in English. */
    public String hour(LocalTime time) {
        if (words.english()) {
            return "%02d:%02d".formatted(time.getHour(), time.getMinute());
        }
        String hour = time.getHour() + NARROW + "h";
        return time.getMinute() == 0 ? hour : hour + NARROW + "%02d".formatted(time.getMinute());
    }

    /** Day and hour of an instant in Paris: "3 nov. 2020 à 9 h 30". */
    public String instant(Instant at) {
        return instant(at, PARIS);
    }

    public String instant(Instant at, ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        return words.say("date.at", day(there.toLocalDate()), hour(there.toLocalTime()));
    }

    /** The sentence that tells when, short enough for a list. */
    public String brief(When when) {
        if (when.onDemand()) {
            return onDemand(when);
        }
        Session first = when.sessions().getFirst();
        return when.sessions().size() == 1
                ? session(first)
                : session(first) + " "
                        + words.say("date.more", words.count(when.sessions().size() - 1L, "session"));
    }

    public String onDemand(When when) {
        LocalDate from = when.availableFrom();
        LocalDate until = when.availableUntil();
        if (from == null) {
            return words.say("date.ondemand");
        }
        return until == null
                ? words.say("date.from", longDay(from))
                : words.say("date.ondemand") + ", " + span(from, until);
    }

    /** "mar. 3 nov. 2020, 9 h – 17 h"; an hour nobody gave is not shown. */
    public String session(Session session) {
        Moment start = session.start();
        Moment end = session.end();
        String text = moment(start);
        if (end == null || end.equals(start)) {
            return text;
        }
        OffsetDateTime ends = end.at();
        if (end.day().equals(start.day())) {
            return ends == null ? text : text + " – " + hour(ends.toLocalTime());
        }
        return text + " – " + moment(end);
    }

    private String moment(Moment moment) {
        OffsetDateTime at = moment.at();
        return at == null ? day(moment.day()) : day(moment.day()) + ", " + hour(at.toLocalTime());
    }

    /** Whose clock the hours are told by, when it is not that of Paris: "heure de La Réunion". */
    public @Nullable String clock(When when) {
        if (!elsewhere(when)) {
            return null;
        }
        String city = when.zone().substring(when.zone().lastIndexOf('/') + 1).replace('_', ' ');
        return words.english() ? city + " time" : "heure " + CLOCKS.getOrDefault(when.zone(), "locale (" + city + ")");
    }

    /** The same session by the clock of Paris, for those who follow from there; null when it would say the same. */
    public @Nullable String inParis(Session session, When when) {
        return elsewhere(when) && session.start().at() != null
                ? session(new Session(paris(session.start()), session.end() == null ? null : paris(session.end())))
                : null;
    }

    private static boolean elsewhere(When when) {
        return !when.zone().equals("Europe/Paris")
                && when.sessions().stream().anyMatch(session -> session.start().hasHour());
    }

    private static Moment paris(Moment moment) {
        OffsetDateTime at = moment.at();
        return at == null ? moment : Moment.of(at.atZoneSameInstant(PARIS).toOffsetDateTime());
    }

    /** The first of the month is "1er" in French. */
    private String firstOf(String text, LocalDate day) {
        return day.getDayOfMonth() == 1 && !words.english() ? text.replaceFirst("(?<!\\d)1 ", "1er ") : text;
    }

    private static String tight(String text) {
        return text.replace(' ', '\u00a0');
    }
}
