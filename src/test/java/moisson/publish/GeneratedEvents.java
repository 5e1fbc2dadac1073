package moisson.publish;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import moisson.event.Access;
import moisson.event.Audience;
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

/** As many fictional published events as wanted, made one after the other and never held: the same ones each time. */
record GeneratedEvents(int count) implements Iterable<PublishedEvent> {
    private static final List<String> THEMES = List.of("numérique", "santé", "données", "design", "écologie");
    private static final String SENTENCE = " Une rencontre fictive où l’on essaie, avec des habitants et des agents,"
            + " une manière nouvelle de rendre un service public plus simple.";

    @Override
    public Iterator<PublishedEvent> iterator() {
        return IntStream.range(0, count).mapToObj(GeneratedEvents::event).iterator();
    }

    private static PublishedEvent event(int i) {
        EventId record = new EventId("source-" + i % 40, "fiche-" + i);
        String day = "2020-11-%02d".formatted(1 + i % 28);
        String hour = "%02d".formatted(8 + i % 10);
        Session session = new Session(
                Moment.parse(day + "T" + hour + ":00:00+01:00"), Moment.parse(day + "T" + hour + ":45:00+01:00"));
        String commune = "%05d".formatted(1000 + i % 30_000);
        Event event = new Event(
                record,
                new Wording(
                        "Atelier fictif n° " + i + " : « essayer, dire »",
                        "Description " + i + "." + SENTENCE.repeat(1 + i % 4),
                        "En bref, la rencontre " + i,
                        "fr"),
                new Kind(EventFormat.values()[i % EventFormat.values().length], Mode.ON_SITE, Status.SCHEDULED),
                new When(List.of(session), "Europe/Paris", null, null, null),
                new Place(
                        "Salle fictive " + i % 5000,
                        i % 300 + " rue Imaginaire",
                        commune,
                        "Commune " + i % 30_000,
                        commune,
                        "Nord",
                        "59",
                        "Hauts-de-France",
                        "32",
                        "FR",
                        43 + i % 70_000 / 10_000.0,
                        -1 + i % 60_000 / 10_000.0,
                        Precision.ADDRESS),
                new Hosts(List.of("Service fictif " + i % 20_000), OrganiserType.LOCAL_AUTHORITY),
                new Access(
                        List.of(Audience.EVERYONE),
                        List.of(THEMES.get(i % 5), THEMES.get((i + 2) % 5)),
                        i % 3 == 0,
                        null,
                        List.of("PMR")),
                new Links("https://exemple.example/evenements/" + i, null));
        return new PublishedEvent(
                "g%07d".formatted(i),
                2020,
                event,
                List.of(record.source()),
                List.of(record),
                Map.of("titre", record, "debut", record),
                80,
                EventForTest.THEN,
                EventForTest.THEN);
    }
}
