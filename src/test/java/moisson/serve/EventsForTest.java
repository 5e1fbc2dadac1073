package moisson.serve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import moisson.event.Access;
import moisson.event.Audience;
import moisson.event.Cluster;
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
import moisson.event.Session;
import moisson.event.Status;
import moisson.event.When;
import moisson.event.Wording;

/** Fictional events: a small week in 2019, and more than a page of them in 2020, overseas too. */
final class EventsForTest {
    static final List<Edition> EDITIONS = List.of(
            new Edition(
                    6,
                    2019,
                    "Semaine fictive de l’innovation publique 2019",
                    LocalDate.of(2019, 11, 18),
                    LocalDate.of(2019, 11, 24),
                    "Essayer ensemble",
                    "#fictif2019",
                    null,
                    null,
                    null,
                    null,
                    true),
            new Edition(
                    7,
                    2020,
                    "Mois fictif de l’innovation publique 2020",
                    LocalDate.of(2020, 11, 2),
                    LocalDate.of(2020, 11, 30),
                    "Apprendre en marchant",
                    "#fictif2020",
                    LocalDate.of(2020, 9, 1),
                    LocalDate.of(2020, 10, 31),
                    null,
                    "contact@moisson.example",
                    true),
            new Edition(
                    8,
                    2021,
                    "Mois fictif de l’innovation publique 2021",
                    null,
                    null,
                    null,
                    null,
                    LocalDate.of(2021, 9, 1),
                    LocalDate.of(2021, 10, 31),
                    null,
                    null,
                    true));

    private static final List<String> TITLES = List.of(
            "Dessiner le guichet de demain",
            "Une heure pour comprendre l’open data",
            "Marché des idées simples",
            "Visite du laboratoire d’innovation",
            "Le service public raconté par ses usagers",
            "Écrire une lettre que tout le monde comprend",
            "Cartographier les besoins d’un quartier",
            "Atelier de jeu pour décider ensemble");
    private static final EventFormat[] FORMATS = {
        EventFormat.WORKSHOP, EventFormat.CONFERENCE, EventFormat.DEBATE, EventFormat.VISIT, EventFormat.WEBINAR
    };

    private EventsForTest() {}

    static List<Event> all() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 34; i++) {
            String day = "2020-11-%02d".formatted(2 + i % 27);
            EventFormat format = FORMATS[i % FORMATS.length];
            Mode mode = format == EventFormat.WEBINAR ? Mode.ONLINE : i % 7 == 0 ? Mode.MIXED : Mode.ON_SITE;
            events.add(event(
                    "e" + (i + 1),
                    TITLES.get(i % TITLES.size()) + (i < TITLES.size() ? "" : ", séance " + (i / TITLES.size() + 1)),
                    new Kind(format, mode, i == 4 ? Status.CANCELLED : Status.SCHEDULED),
                    when(day + "T09:30:00+01:00", day + "T17:00:00+01:00", "Europe/Paris"),
                    mode == Mode.ONLINE ? Place.NOWHERE : i % 3 == 0 ? lille() : i % 3 == 1 ? paris() : lyon()));
        }
        events.add(event(
                "outremer",
                "Le numérique sur le terrain",
                new Kind(EventFormat.ROUND_TABLE, Mode.ON_SITE, Status.SCHEDULED),
                when("2020-11-05T08:00:00+04:00", "2020-11-05T10:30:00+04:00", "Indian/Reunion"),
                place("Saint-Denis", "97411", "La Réunion", "974", "La Réunion", "04")));
        events.add(event(
                "vieux",
                "Rencontre de clôture",
                new Kind(EventFormat.CITIZENS_MEETING, Mode.ON_SITE, Status.SCHEDULED),
                when("2019-11-20T18:00:00+01:00", "2019-11-20T20:00:00+01:00", "Europe/Paris"),
                paris()));
        return events;
    }

    static Event event(String key, String title, Kind kind, When when, Place place) {
        return new Event(
                new EventId("ville-fictive", key),
                new Wording(
                        title,
                        "Une rencontre imaginée pour les essais : on y parle, on y essaie, on en repart avec une idée.\n\n"
                                + "Ouvert à toutes et à tous, dans la limite des places. <script>alert(1)</script>",
                        "On y parle, on y essaie, on en repart avec une idée.",
                        "fr"),
                kind,
                when,
                place,
                new Hosts(List.of("Ville fictive", "Laboratoire imaginaire"), OrganiserType.LOCAL_AUTHORITY),
                new Access(List.of(Audience.EVERYONE), List.of("numérique"), true, null, List.of("LSF")),
                new Links("https://exemple.fr/evenements/" + key, "https://exemple.fr/inscription/" + key));
    }

    static When when(String start, String end, String zone) {
        return new When(List.of(new Session(Moment.parse(start), Moment.parse(end))), zone, null, null, null);
    }

    static List<Cluster> clusters(List<Event> events) {
        return events.stream()
                .map(event -> new Cluster(event.id().key(), List.of(event.id())))
                .toList();
    }

    private static Place lille() {
        return place("Lille", "59350", "Nord", "59", "Hauts-de-France", "32");
    }

    private static Place paris() {
        return place("Paris", "75056", "Paris", "75", "Île-de-France", "11");
    }

    private static Place lyon() {
        return place("Lyon", "69123", "Rhône", "69", "Auvergne-Rhône-Alpes", "84");
    }

    private static Place place(
            String commune, String code, String department, String departmentCode, String region, String regionCode) {
        return new Place(
                "Salle des essais",
                "1 rue Imaginaire",
                departmentCode.length() == 3 ? "97400" : departmentCode + "000",
                commune,
                code,
                department,
                departmentCode,
                region,
                regionCode,
                "FR",
                48.85,
                2.35,
                Precision.COMMUNE);
    }

    static SortedMap<String, String> departments() {
        return new TreeMap<>(Map.of("59", "Nord", "69", "Rhône", "75", "Paris", "974", "La Réunion"));
    }

    static SortedMap<String, String> regions() {
        return new TreeMap<>(Map.of(
                "32", "Hauts-de-France", "84", "Auvergne-Rhône-Alpes", "11", "Île-de-France", "04", "La Réunion"));
    }

    /** The same under another title. */
    static Event renamed(Event event, String title) {
        Wording words = event.wording();
        return new Event(
                event.id(),
                new Wording(title, words.description(), words.summary(), words.language()),
                event.kind(),
                event.when(),
                event.place(),
                event.hosts(),
                event.access(),
                event.links());
    }
}
