package moisson.deduplicate;

import static moisson.event.EventForTest.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import moisson.event.EventForTest;
import moisson.event.Match;
import org.junit.jupiter.api.Test;

/** Where siblings are known, an hour or a room that is left open is not guessed. */
class SiblingsTest {
    private static final String TEXT = "Un après-midi pour apprendre à écouter les usagers d'un service public.";
    private static final String PAGE = "https://prefecture.example/ecouter";

    private final Deduplicator deduplicator = new Deduplicator(1);

    @Test
    void anHourOffIsASlipWhereNoOtherSessionIsKnown() {
        assertThat(groups(at("a", "14:00"), at("b", "13:00"))).isEqualTo(1);
    }

    @Test
    void anHourOffIsAnotherSessionWhereSessionsOfThatDayAreKnown() {
        assertThat(groups(at("a", "14:00"), at("b", "13:00"), at("c", "17:00"))).isEqualTo(3);
    }

    @Test
    void aSessionOfAnotherDayBearsOnNothing() {
        assertThat(groups(at("a", "14:00"), at("b", "13:00"), place("c", "3").at("2020-11-12T17:00:00+01:00")))
                .isEqualTo(2);
    }

    @Test
    void aPageThatNoSiblingHasVouchesForASlip() {
        EventForTest two = at("a", "14:00").page(PAGE + "/1");
        EventForTest slipped = at("b", "13:00").page(PAGE + "/1");
        assertThat(groups(two, slipped, at("c", "17:00").page(PAGE + "/2"))).isEqualTo(2);
        assertThat(groups(two, slipped, at("c", "17:00").page(PAGE + "/1"))).isEqualTo(3);
        assertThat(groups(two, slipped, at("c", "17:00"))).isEqualTo(3);
    }

    @Test
    void anotherSessionIsKnownByATitleThatIsOnlyAlike() {
        EventForTest later = at("c", "17:00").title("Atelier : écouter les usagerrs");
        assertThat(groups(at("a", "14:00"), at("b", "13:00"), later)).isEqualTo(3);
    }

    @Test
    void aRoomLeftOutIsAQuestionEvenWhereNoOtherRoomIsKnown() {
        assertThat(deduplicator
                        .cluster(EventForTest.all(at("a", "14:00"), room("b", "salle A")), List.of())
                        .matches())
                .extracting(Match::decision)
                .containsExactly(Match.Decision.REVIEW);
    }

    @Test
    void twoThatTellNoRoomAreOneOnlyWhereNoRoomsAreKnown() {
        assertThat(groups(at("a", "14:00"), at("b", "14:00"))).isEqualTo(1);
        assertThat(groups(at("a", "14:00"), at("b", "14:00"), room("c", "salle A"), room("d", "salle B")))
                .isEqualTo(4);
    }

    @Test
    void whatIsToldIsNotGuessed() {
        assertThat(groups(room("a", "salle A"), room("b", "salle A"), room("c", "salle B"), room("d", "salle B")))
                .isEqualTo(2);
        assertThat(groups(visit("a", "libre"), visit("b", "libre"), visit("c", "guidée"), visit("d", "guidée")))
                .isEqualTo(2);
    }

    @Test
    void whatSiblingsLeaveOpenInOneSourceIsNotAsked() {
        assertThat(deduplicator
                        .cluster(EventForTest.all(at("a", "14:00"), at("b", "13:00"), at("c", "17:00")), List.of())
                        .matches())
                .extracting(Match::decision)
                .isEmpty();
    }

    @Test
    void whoComesLaterPartsWhatNoLongerIsCertain() {
        MemoryForTest memory = new MemoryForTest();
        EventForTest alike = at("c", "17:00").title("Atelier : écouter les usagers");
        List<EventForTest> arrivals = List.of(at("a", "14:00"), at("b", "13:00"), alike);
        for (int arrival = 0; arrival < arrivals.size(); arrival++) {
            long number = arrival + 1L;
            memory.living.put(number, arrivals.get(arrival).build());
            memory.numbers.put(memory.living.get(number).id(), number);
            Renewed renewed = deduplicator.renew(Set.of(number), Set.of(), memory);
            memory.write(renewed.numbers().keySet(), renewed.clustering());
            assertThat(memory.groups())
                    .containsExactlyInAnyOrderElementsOf(deduplicator
                            .cluster(memory.living.values(), List.of())
                            .groups());
        }
        assertThat(memory.groups()).hasSize(3);
    }

    private int groups(EventForTest... events) {
        return deduplicator
                .cluster(EventForTest.all(events), List.of())
                .groups()
                .size();
    }

    private static EventForTest at(String source, String hour) {
        return place(source, hour).at("2020-11-05T" + hour + ":00+01:00");
    }

    private static EventForTest room(String source, String room) {
        return at(source, "14:00").venue("Préfecture, " + room, "1 place de la Préfecture");
    }

    private static EventForTest visit(String source, String kind) {
        return at(source, "14:00").title("Préfecture de Nantes : visite " + kind + " des salons");
    }

    private static EventForTest place(String source, String key) {
        return event(source, key)
                .title("Écouter les usagers")
                .description(TEXT)
                .venue("Préfecture", "1 place de la Préfecture")
                .commune("Nantes", "44109");
    }
}
