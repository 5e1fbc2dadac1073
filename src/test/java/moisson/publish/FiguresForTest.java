package moisson.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import moisson.event.Edition;
import moisson.event.Event;
import moisson.event.Place;
import moisson.event.Precision;
import moisson.event.PublishedEvent;
import moisson.event.Source;
import moisson.statistics.Territories;
import moisson.statistics.Territory;

/**
 * Eight fictional events of two editions, few enough to count their figures by hand: a week without a closing date, then
 * a month with one.
 */
public final class FiguresForTest {
    public static final List<Edition> EDITIONS =
            List.of(edition(6, "2019-11-18", "2019-11-24", null), edition(7, "2020-11-02", "2020-11-30", "2020-10-31"));

    private FiguresForTest() {}

    private static Edition edition(
            int number, String first, String last, @org.jspecify.annotations.Nullable String closing) {
        return new Edition(
                number,
                LocalDate.parse(first).getYear(),
                "Édition fictive " + number,
                LocalDate.parse(first),
                LocalDate.parse(last),
                null,
                null,
                null,
                closing == null ? null : LocalDate.parse(closing),
                null,
                null,
                true);
    }

    /** Round numbers of inhabitants; nobody knows how many live in 984. */
    public static Territories territories() {
        return new Territories(
                new TreeMap<>(Map.of(
                        "59", new Territory("Nord", 2_600_000L),
                        "62", new Territory("Pas-de-Calais", 1_400_000L),
                        "75", new Territory("Paris", 2_000_000L),
                        "974", new Territory("La Réunion", 800_000L),
                        "984", new Territory("Terres australes", null))),
                new TreeMap<>(Map.of(
                        "04", new Territory("La Réunion", 800_000L),
                        "11", new Territory("Île-de-France", 2_000_000L),
                        "32", new Territory("Hauts-de-France", 4_000_000L),
                        "84", new Territory("Auvergne-Rhône-Alpes", 1_000_000L),
                        "984", new Territory("Terres australes", null))));
    }

    /** In the order of the files. */
    public static List<PublishedEvent> events() {
        List<PublishedEvent> events = new ArrayList<>();
        events.add(EventForTest.published("a1", 2019, EventForTest.workshop("source-a", "1", "Atelier fictif", 2019)));
        events.add(EventForTest.published("a2", 2019, EventForTest.hostile("source-b", "2")));
        events.add(EventForTest.published("a3", 2019, EventForTest.podcast("source-a", "3", 2019)));
        events.add(at(
                "2020-10-31T20:00:00Z", // the last evening, in Paris
                EventForTest.published(
                        "b1", 2020, EventForTest.workshop(Source.FORM, "4"), EventForTest.workshop("source-a", "5"))));
        events.add(at(
                "2020-10-31T23:30:00Z", // after midnight, in Paris
                EventForTest.published("b2", 2020, EventForTest.workshop("source-a", "6"))));
        events.add(at(
                "2020-10-20T10:00:00Z",
                EventForTest.published("b3", 2020, moved(EventForTest.workshop("source-b", "7"), reunion()))));
        events.add(at(
                "2020-09-01T10:00:00Z",
                EventForTest.published("b4", 2020, EventForTest.podcast(Source.FORM, "8", 2020))));
        events.add(at(
                "2020-10-30T22:30:00Z",
                EventForTest.published("b5", 2020, moved(EventForTest.workshop("source-b", "9"), paris()))));
        return Order.sorted(events);
    }

    private static Event moved(Event event, Place place) {
        return new Event(
                event.id(),
                event.wording(),
                event.kind(),
                event.when(),
                place,
                event.hosts(),
                event.access(),
                event.links());
    }

    private static PublishedEvent at(String instant, PublishedEvent event) {
        return event.dated(Instant.parse(instant), Instant.parse(instant));
    }

    private static Place reunion() {
        return place("Saint-Denis", "97411", "La Réunion", "974", "La Réunion", "04");
    }

    private static Place paris() {
        return place("Paris", "75056", "Paris", "75", "Île-de-France", "11");
    }

    private static Place place(
            String commune,
            String communeCode,
            String department,
            String departmentCode,
            String region,
            String regionCode) {
        return new Place(
                null,
                null,
                null,
                commune,
                communeCode,
                department,
                departmentCode,
                region,
                regionCode,
                "FR",
                1.5,
                2.5,
                Precision.COMMUNE);
    }
}
