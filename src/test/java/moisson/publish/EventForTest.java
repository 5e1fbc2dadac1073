package moisson.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import moisson.event.Access;
import moisson.event.Audience;
import moisson.event.Edition;
import moisson.event.Event;
import moisson.event.EventFormat;
import moisson.event.EventId;
import moisson.event.Hosts;
import moisson.event.Kind;
import moisson.event.Links;
import moisson.event.Mode;
import moisson.event.Moment;
import moisson.event.OrganiserType;
import moisson.event.Place;
import moisson.event.Precision;
import moisson.event.PublishedEvent;
import moisson.event.Session;
import moisson.event.Status;
import moisson.event.When;
import moisson.event.Wording;
import moisson.publish.merge.Merge;
import moisson.publish.merge.Merged;
import moisson.publish.merge.Telling;

/** Fictional events of two editions: plain ones, one that says next to nothing, and one full of traps. */
public final class EventForTest {
    public static final Instant THEN = Instant.parse("2020-01-02T03:04:05Z");

    public static final List<Edition> EDITIONS = List.of(edition(7, 2020), edition(6, 2019));

    private EventForTest() {}

    /** All of them to be published, and nothing else to be said. */
    static Selection selection(List<PublishedEvent> events) {
        return new Selection(events, List.of(), 0, Map.of());
    }

    public static Edition edition(int number, int year) {
        return new Edition(
                number,
                year,
                "Semaine fictive " + year,
                LocalDate.of(year, 11, 16),
                LocalDate.of(year, 11, 22),
                "Thème « fictif »",
                "#fictif" + year,
                null,
                null,
                null,
                null,
                true);
    }

    public static SortedMap<String, String> departments() {
        return new TreeMap<>(Map.of("59", "Nord", "62", "Pas-de-Calais", "974", "La Réunion"));
    }

    public static SortedMap<String, String> regions() {
        return new TreeMap<>(Map.of("32", "Hauts-de-France", "04", "La Réunion"));
    }

    public static Event workshop(String source, String key) {
        return workshop(source, key, "Atelier fictif", 2020);
    }

    public static Event workshop(String source, String key, String title, int year) {
        String day = year + "-11-18";
        return new Event(
                new EventId(source, key),
                new Wording(title, "Une description fictive.", "Une courte.", "fr"),
                new Kind(EventFormat.WORKSHOP, Mode.ON_SITE, Status.SCHEDULED),
                new When(
                        List.of(
                                new Session(
                                        Moment.parse(day + "T10:00:00+01:00"), Moment.parse(day + "T11:30:00+01:00")),
                                new Session(Moment.parse(year + "-11-19"), null)),
                        "Europe/Paris",
                        null,
                        null,
                        null),
                lille(),
                new Hosts(List.of("Ville fictive", "Laboratoire fictif"), OrganiserType.LOCAL_AUTHORITY),
                new Access(
                        List.of(Audience.EVERYONE, Audience.ELECTED),
                        List.of("numérique", "santé"),
                        true,
                        "Entrée libre",
                        List.of("LSF", "PMR")),
                new Links("https://exemple.fr/atelier?id=" + key, null));
    }

    public static Place lille() {
        return new Place(
                "Salle fictive",
                "1 rue Imaginaire",
                "59000",
                "Lille",
                "59350",
                "Nord",
                "59",
                "Hauts-de-France",
                "32",
                "FR",
                50.62925,
                -3.0573,
                Precision.ADDRESS);
    }

    public static Event podcast(String source, String key, int year) {
        return new Event(
                new EventId(source, key),
                new Wording("Balado fictif", null, null, null),
                new Kind(EventFormat.PODCAST, Mode.ONLINE, Status.SCHEDULED),
                new When(List.of(), "Europe/Paris", null, null, year),
                Place.NOWHERE,
                new Hosts(List.of(), OrganiserType.OTHER),
                new Access(List.of(), List.of(), null, null, List.of()),
                new Links(null, null));
    }

    /** Quotes, line ends, bidirectional and control characters, emoji, formulas, bars, odd addresses, southern latitudes. */
    public static Event hostile(String source, String key) {
        return new Event(
                new EventId(source, key),
                new Wording(
                        "=HYPERLINK(\"http://x\",'\u202Eclic\u202C') \uD83C\uDF3E \uD800, \u0000\u0007fin",
                        "-1+1\r\n\"guillemets\" ''' \"\"\" \\n \\u0041\n\tligne,\u2028 deux \uFFFF <b>&amp;</b>",
                        "'@déjà gardé",
                        "pas une langue"),
                new Kind(EventFormat.DEBATE, Mode.MIXED, Status.CANCELLED),
                new When(
                        List.of(new Session(Moment.parse("2019-11-20T23:30:00+04:00"), Moment.parse("2019-11-21"))),
                        "Indian/Reunion",
                        null,
                        null,
                        null),
                new Place(
                        "@Salle",
                        "+33 bis, rue « | » \\",
                        "97400",
                        "Saint-Denis <x>",
                        "974 11>",
                        "La Réunion",
                        "974",
                        "La Réunion",
                        "04",
                        "FR",
                        -20.8823,
                        0.0000001,
                        Precision.COMMUNE),
                new Hosts(List.of("Asso | \"fictive\"", "\\", "@nous <script>"), OrganiserType.ASSOCIATION),
                new Access(
                        List.of(Audience.MANAGERS),
                        List.of("thème <inconnu> 100 %", "'=1"),
                        false,
                        "=5 €",
                        List.of("boucle | magnétique")),
                new Links("https://exemple.fr/à la une/<page>?q={x}|\"y\"&p=100%&r=%C3%A9#été", "javascript:alert(1)"));
    }

    public static PublishedEvent published(String id, int edition, Event... members) {
        Merged merged = Merge.of(Stream.of(members).map(Telling::of).toList());
        List<EventId> records =
                List.of(members).stream().map(Event::id).sorted().toList();
        return new PublishedEvent(
                id,
                edition,
                merged.event(),
                records.stream().map(EventId::source).distinct().toList(),
                records,
                merged.origin(),
                merged.grounds(),
                merged.completeness(),
                THEN,
                THEN.plusSeconds(60));
    }

    /** In the order of the files. */
    public static List<PublishedEvent> some() {
        List<PublishedEvent> events = new ArrayList<>();
        events.add(published("a1", 2019, hostile("source-b", "clé/é ?#<>|%00")));
        events.add(published("b2", 2020, workshop("source-a", "1"), workshop("source-b", "1")));
        events.add(published("c3", 2020, workshop("source-a", "2", "Autre atelier", 2020)));
        events.add(published("d4", 2020, podcast("source-a", "3", 2020)));
        return Order.sorted(events);
    }
}
