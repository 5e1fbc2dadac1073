package moisson.publish.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Ground;
import moisson.event.Kind;
import moisson.event.Links;
import moisson.event.Moment;
import moisson.event.Session;
import moisson.event.Status;
import moisson.event.When;
import moisson.event.Wording;
import moisson.publish.EventForTest;
import moisson.publish.merge.Trust.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is believed when records disagree, and what is said of it. */
class BeliefTest {
    private static final LocalDate EARLY = LocalDate.of(2020, 10, 1);
    private static final LocalDate LATE = LocalDate.of(2020, 11, 2);

    @Test
    void aSourceTrustedMoreGoesBeforeAFullerRecord() {
        Telling full = told("a", "Atelier fictif", 9, Trust.NORMAL, null);
        Telling trusted = told("b", "Grand atelier fictif", 9, Trust.parse("titre=haute", "csv"), null);

        Merged merged = Merge.of(List.of(full, trusted));

        assertThat(merged.event().title()).isEqualTo("Grand atelier fictif");
        assertThat(merged.grounds()).containsEntry("titre", Ground.TRUSTED).containsEntry("debut", Ground.AGREED);
        assertThat(merged.rivals()).containsEntry("titre", full.id()).doesNotContainKey("debut");
    }

    @Test
    void aMistrustedSourceIsBelievedOnlyWhenItAloneTells() {
        Telling mistrusted = told("a", "Atelier fictif", 10, Trust.parse("basse", "csv"), LATE);
        Telling other = told("b", "Atelier fictif", 9, Trust.NORMAL, null);
        Telling silent = new Telling(without(other.event()), Trust.NORMAL, null);

        assertThat(Merge.of(List.of(mistrusted, other)).grounds()).containsEntry("debut", Ground.TRUSTED);
        assertThat(hour(Merge.of(List.of(mistrusted, other)))).isEqualTo(9);
        Merged alone = Merge.of(List.of(mistrusted, silent));
        assertThat(alone.origin()).containsEntry("description", mistrusted.id());
        assertThat(alone.grounds()).containsEntry("description", Ground.ONLY);
    }

    @Test
    void theLatestWordHoldsForWhatChangesUntilTheLastDay() {
        Telling stale = told("a", "Atelier fictif", 9, Trust.NORMAL, EARLY);
        Telling fresh = told("b", "Atelier fictif", 10, Trust.NORMAL, LATE);
        Telling unknown = told("c", "Atelier fictif", 11, Trust.NORMAL, null);

        for (List<Telling> tellings : List.of(List.of(stale, unknown, fresh), List.of(fresh, stale, unknown))) {
            Merged merged = Merge.of(tellings);
            assertThat(hour(merged)).isEqualTo(10);
            assertThat(merged.grounds()).containsEntry("debut", Ground.FRESH);
            assertThat(merged.rivals()).containsEntry("debut", stale.id());
        }
    }

    @Test
    void aTitleIsTakenFromTheFullerRecordBeforeTheFresherOne() {
        Telling full = told("a", "Atelier fictif", 9, Trust.NORMAL, EARLY);
        Telling fresh =
                new Telling(without(told("b", "Atelier", 9, Trust.NORMAL, LATE).event()), Trust.NORMAL, LATE);

        Merged merged = Merge.of(List.of(fresh, full));

        assertThat(merged.event().title()).isEqualTo("Atelier fictif");
        assertThat(merged.grounds()).containsEntry("titre", Ground.FULL);
    }

    @Test
    void whereNothingTellsThemApartTheOneKnownForLongerIsBelieved() {
        Telling first = told("a", "Atelier fictif A", 9, Trust.NORMAL, null);
        Telling second = told("b", "Atelier fictif B", 9, Trust.NORMAL, null);

        Merged merged = Merge.of(List.of(second, first));

        assertThat(merged.event().title()).isEqualTo("Atelier fictif B");
        assertThat(merged.grounds()).containsEntry("titre", Ground.KNOWN_LONGER);
    }

    @Test
    void aCancellationIsHeardWhoeverSaysAsPlanned() {
        Telling form = told("a", "Atelier fictif", 9, new Trust(Map.of(Topic.STATUS, Level.HIGH)), LATE);
        Telling cancelled = new Telling(
                with(told("b", "Atelier fictif", 9, Trust.NORMAL, null).event(), Status.CANCELLED),
                Trust.NORMAL,
                EARLY);

        Merged merged = Merge.of(List.of(form, cancelled));

        assertThat(merged.event().kind().status()).isEqualTo(Status.CANCELLED);
        assertThat(merged.grounds()).containsEntry("statut", Ground.SUITED);
    }

    @Test
    void oneRecordAloneNeedsNoReason() {
        assertThat(Merge.of(List.of(told("a", "Atelier fictif", 9, Trust.NORMAL, null)))
                        .grounds())
                .isEmpty();
    }

    private static int hour(Merged merged) {
        return Objects.requireNonNull(
                        merged.event().when().start().orElseThrow().at())
                .getHour();
    }

    private static Telling told(String source, String title, int hour, Trust trust, @Nullable LocalDate changed) {
        Event event = EventForTest.workshop(source, "1");
        Session session =
                new Session(Moment.of(OffsetDateTime.parse("2020-11-05T%02d:00:00+01:00".formatted(hour))), null);
        When when = new When(List.of(session), "Europe/Paris", null, null, null);
        Wording wording = event.wording();
        return new Telling(
                new Event(
                        new EventId(source, "1"),
                        new Wording(title, wording.description(), wording.summary(), wording.language()),
                        event.kind(),
                        when,
                        event.place(),
                        event.hosts(),
                        event.access(),
                        event.links()),
                trust,
                changed);
    }

    private static Event without(Event event) {
        return new Event(
                event.id(),
                new Wording(event.title(), null, null, null),
                event.kind(),
                event.when(),
                event.place(),
                event.hosts(),
                event.access(),
                new Links(null, null));
    }

    private static Event with(Event event, Status status) {
        return new Event(
                event.id(),
                event.wording(),
                new Kind(event.kind().format(), event.kind().mode(), status),
                event.when(),
                event.place(),
                event.hosts(),
                event.access(),
                event.links());
    }
}
