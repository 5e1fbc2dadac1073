package moisson.publish.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Hosts;
import moisson.event.Kind;
import moisson.event.Links;
import moisson.event.OrganiserType;
import moisson.event.Place;
import moisson.event.Status;
import moisson.event.When;
import moisson.event.Wording;
import moisson.publish.EventForTest;
import moisson.publish.format.Column;
import moisson.publish.format.Columns;
import org.junit.jupiter.api.Test;

class MergeTest {
    private final Event full = EventForTest.workshop("a", "1");
    private final Event bare = EventForTest.podcast("b", "1", 2020);

    @Test
    void oneMemberIsPublishedAsItIs() {
        assertThat(merge(List.of(full)).event()).isEqualTo(full);
    }

    @Test
    void aFilledValueGoesBeforeAnEmptyOneWhateverTheOrder() {
        for (List<Event> members : List.of(List.of(full, bare), List.of(bare, full))) {
            Merged merged = merge(members);
            assertThat(merged.event().title()).isEqualTo("Atelier fictif");
            assertThat(merged.event().place()).isEqualTo(EventForTest.lille());
            assertThat(merged.event().when().sessions()).hasSize(2);
            assertThat(merged.origin()).containsEntry("titre", full.id()).containsEntry("seances", full.id());
        }
    }

    @Test
    void theGravestNewsIsPublished() {
        Event cancelled = with(full, new EventId("c", "9"), Status.CANCELLED);
        Merged merged = merge(List.of(full, cancelled));
        assertThat(merged.event().kind().status()).isEqualTo(Status.CANCELLED);
        assertThat(merged.origin()).containsEntry("statut", cancelled.id()).containsEntry("titre", full.id());
    }

    @Test
    void theTypeIsThatOfTheOrganisersPublished() {
        Event city = hosted("c", new Hosts(List.of("Organisme sans type connu", "Autre"), OrganiserType.OTHER));
        Event university = hosted("d", new Hosts(List.of("Université fictive"), OrganiserType.EDUCATION));
        for (List<Event> members : List.of(List.of(city, university), List.of(university, city))) {
            Merged merged = merge(members);
            assertThat(merged.event().hosts()).isEqualTo(city.hosts());
            assertThat(merged.origin()).containsEntry("type_organisateur", city.id());
        }
    }

    @Test
    void theLongestDescriptionThatIsNotCutIsTaken() {
        Event cut = described("c", "Une description fictive bien plus longue mais cou…");
        Event whole = described("d", "Une description fictive entière.");
        Merged merged = merge(List.of(full, cut, whole));
        assertThat(merged.event().wording().description()).isEqualTo("Une description fictive entière.");
        assertThat(merged.origin()).containsEntry("description", whole.id());
        assertThat(merge(List.of(cut)).event().wording().description()).endsWith("…");
    }

    @Test
    void anAddressIsNeverBorrowedFromAnotherCommune() {
        Event vague = placed(
                "c",
                new Place(
                        null,
                        null,
                        null,
                        "Roubaix",
                        "59512",
                        "Nord",
                        "59",
                        "Hauts-de-France",
                        "32",
                        "FR",
                        null,
                        null,
                        null));
        Event elsewhere = placed(
                "d",
                new Place("Salle", "2 rue Fictive", null, null, null, null, null, null, null, null, null, null, null));
        Place place = merge(List.of(vague, elsewhere)).event().place();
        assertThat(place.communeCode()).isEqualTo("59512");
        assertThat(place.address()).isNull();
    }

    @Test
    void everyFilledColumnTellsWhereItCameFrom() {
        Merged merged = merge(List.of(full, bare));
        List<String> ours = List.of("id", "edition", "sources", "nb_sources", "publie_le", "modifie_le", "completude");
        var published = EventForTest.published("x", 2020, full, bare);
        for (Column column : Columns.ALL) {
            Object value = column.of(published);
            boolean filled = value != null && !value.equals(List.of());
            if (!ours.contains(column.name())) {
                assertThat(merged.origin().containsKey(column.name()))
                        .as(column.name())
                        .isEqualTo(filled);
            }
        }
    }

    @Test
    void addressesBecomeValidOrAreLeftOut() {
        assertThat(linked("https://exemple.fr/à la une?q=<x>&p=5%").page())
                .isEqualTo("https://exemple.fr/%C3%A0%20la%20une?q=%3Cx%3E&p=5%25");
        assertThat(linked("javascript:alert(1)").page()).isNull();
        assertThat(linked("/relatif").page()).isNull();
        assertThat(linked("https://[pas une adresse").page()).isNull();
    }

    @Test
    void thePointsOfCompletenessMakeAHundred() {
        assertThat(Arrays.stream(Completeness.values())
                        .mapToInt(Completeness::points)
                        .sum())
                .isEqualTo(100);
        assertThat(Completeness.of(bare)).isLessThan(Completeness.of(full));
    }

    private static Merged merge(List<Event> events) {
        return Merge.of(events.stream().map(Telling::of).toList());
    }

    private static Event with(Event event, EventId id, Status status) {
        return new Event(
                id,
                event.wording(),
                new Kind(event.kind().format(), event.kind().mode(), status),
                event.when(),
                event.place(),
                event.hosts(),
                event.access(),
                event.links());
    }

    private Event described(String source, String description) {
        return new Event(
                new EventId(source, "1"),
                new Wording("Atelier fictif", description, null, null),
                full.kind(),
                full.when(),
                full.place(),
                full.hosts(),
                full.access(),
                full.links());
    }

    private Event hosted(String source, Hosts hosts) {
        return new Event(
                new EventId(source, "1"),
                full.wording(),
                full.kind(),
                full.when(),
                full.place(),
                hosts,
                full.access(),
                full.links());
    }

    private Event placed(String source, Place place) {
        return new Event(
                new EventId(source, "1"),
                full.wording(),
                full.kind(),
                full.when(),
                place,
                full.hosts(),
                full.access(),
                full.links());
    }

    private Links linked(String url) {
        When when = full.when();
        return merge(List.of(new Event(
                        full.id(),
                        full.wording(),
                        full.kind(),
                        when,
                        full.place(),
                        full.hosts(),
                        full.access(),
                        new Links(url, null))))
                .event()
                .links();
    }
}
