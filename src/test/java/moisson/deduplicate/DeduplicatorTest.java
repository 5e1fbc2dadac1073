package moisson.deduplicate;

import static moisson.event.EventForTest.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import moisson.event.Event;
import moisson.event.EventForTest;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.event.Reason;
import moisson.event.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeduplicatorTest {
    private final Deduplicator deduplicator = new Deduplicator(1);

    @ParameterizedTest
    @ValueSource(strings = {"dinum", "agenda"})
    void thePairOf2019IsJoinedFromOneSourceAndFromTwo(String secondSource) {
        Clustering clustering = cluster(
                annotathon("dinum", "1", "Annotathon PIAF (pour des IA francophones) spéciale #SemaineIP"),
                annotathon(secondSource, "2", "Annotathon PIAF (pour des IA francophones) spéciale #SIP"));

        assertThat(clustering.groups()).hasSize(1);
        assertThat(clustering.matches()).singleElement().satisfies(match -> {
            assertThat(match.decision()).isEqualTo(Match.Decision.JOINED);
            assertThat(match.reasons()).extracting(Reason::criterion).contains("titre", "horaire", "lieu", "page");
            assertThat(match.reasons()).extracting(Reason::left).contains("https://edite-piaf-sip.eventbrite.com");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATELIER - Compostage au jardin partagé",
                "Compostage au jardin partagé (atelier)",
                "Atelier : compostage au jardn partagé",
                "Atelier « Compostage au jardin partage »",
                "Atelier compostage au jardin partagé à Nantes",
            })
    void anotherWayToWriteTheTitleIsTheSame(String title) {
        assertJoined(
                workshop("a", "1").title("Atelier : compostage au jardin partagé"),
                workshop("b", "2").title(title));
    }

    @Test
    void anAcronymATypoAndAnAliasOfTheVenueDoNotMatter() {
        assertJoined(
                workshop("a", "1")
                        .venue("Maison des jeunes et de la culture de Nantes", "12 rue des Tilleuls")
                        .by("Direction interministérielle de la transformation publique"),
                workshop("b", "2").venue("MJC Nantes", null).by("DITP"));
    }

    @Test
    void aDescriptionCutShortAndTrackingInTheAddressOfThePageDoNotMatter() {
        String text = "Venez composter vos épluchures avec les jardiniers du quartier, puis partager un goûter.";
        assertJoined(
                workshop("a", "1").description(text).page("https://www.jardin.example/atelier-7/?utm_source=x"),
                workshop("b", "2").description(text.substring(0, 50) + "…").page("http://jardin.example/atelier-7"));
    }

    @Test
    void aRecordThatTellsOnlyTheDayIsTheSame() {
        assertJoined(
                plain("a", "1")
                        .venue("Médiathèque des Tilleuls", "12 rue des Tilleuls")
                        .at("2020-11-05T10:00:00+01:00"),
                plain("b", "2").venue("Médiathèque des Tilleuls", null).at("2020-11-05"));
    }

    @Test
    void anHourWrittenInUtcIsTheSameWhenAllElseIs() {
        assertJoined(
                plain("a", "1")
                        .venue("Médiathèque des Tilleuls", "12 rue des Tilleuls")
                        .at("2020-11-05T14:00:00+01:00"),
                plain("b", "2")
                        .venue("Médiathèque des Tilleuls", "12 rue des Tilleuls")
                        .at("2020-11-05T13:00:00+01:00"));
    }

    @Test
    void aLostSpaceMakesNoOtherTitle() {
        assertJoined(workshop("a", "1"), workshop("b", "2").title("Compostage au jardinpartagé"));
    }

    @Test
    void aNightThatEndsAfterMidnightIsOneEvening() {
        assertJoined(
                plain("a", "1")
                        .venue("Jardin des Tilleuls", "12 rue des Tilleuls")
                        .at("2020-11-05T20:00:00+01:00", "2020-11-06T00:30:00+01:00"),
                plain("b", "2")
                        .venue("Jardin des Tilleuls", "12 rue des Tilleuls")
                        .at("2020-11-05T20:00:00+01:00", "2020-11-05T23:00:00+01:00"));
    }

    @Test
    void itemsOnDemandAreJoinedByTitleOrganiserAndPage() {
        assertJoined(
                podcast("a", "1", "Les voix du service public, épisode 4"),
                podcast("b", "2", "Les voix du service public - Épisode 4"));
    }

    @Test
    void aWebinarWithoutAPlaceIsJoinedByTitleAndMinute() {
        assertJoined(
                event("a", "1")
                        .title("Ouvrir ses codes sources")
                        .online()
                        .at("2020-11-05T10:00:00+01:00")
                        .by("DINUM"),
                event("b", "2")
                        .title("Webinaire : ouvrir ses codes sources")
                        .at("2020-11-05T10:00:00+01:00")
                        .by("DINUM"));
    }

    @Test
    void scoresAreTheSumOfTheirReasons() {
        Clustering clustering = cluster(
                workshop("a", "1"), workshop("b", "2"), workshop("c", "3").by("Ville de Nantes"));

        assertThat(clustering.matches())
                .hasSize(2)
                .allSatisfy(match -> assertThat(match.reasons().stream()
                                .mapToDouble(Reason::weight)
                                .sum())
                        .isCloseTo(match.score(), within(1e-9)));
    }

    @Test
    void aSessionIsLinkedToItsRunAndNeverMerged() {
        Clustering clustering = cluster(
                plain("a", "1")
                        .venue("Le Quai", "3 quai des Brumes")
                        .at("2020-11-05T10:00:00+01:00", "2020-11-05T12:00:00+01:00")
                        .at("2020-11-06T10:00:00+01:00", "2020-11-06T12:00:00+01:00"),
                plain("b", "2")
                        .venue("Le Quai", "3 quai des Brumes")
                        .at("2020-11-06T10:00:00+01:00", "2020-11-06T12:00:00+01:00"));

        assertThat(clustering.groups()).hasSize(2);
        assertThat(clustering.matches()).extracting(Match::decision).containsExactly(Match.Decision.PART_OF);
    }

    @Test
    void aRecordThatFitsTwoSessionsEquallyIsLeftToAPerson() {
        Clustering clustering = cluster(
                plain("a", "1").venue("Le Quai", "3 quai des Brumes").at("2020-11-05T10:00:00+01:00"),
                plain("a", "2").venue("Le Quai", "3 quai des Brumes").at("2020-11-05T15:00:00+01:00"),
                plain("b", "3").venue("Le Quai", "3 quai des Brumes").at("2020-11-05"));

        assertThat(clustering.groups()).hasSize(3);
        assertThat(clustering.matches()).extracting(Match::decision).containsOnly(Match.Decision.REVIEW);
    }

    @Test
    void aPersonsWordOutranksEveryScore() {
        List<Event> events = EventForTest.all(
                workshop("a", "1"),
                workshop("b", "2"),
                plain("c", "3").at("2021-01-01").title("Tout autre chose"));
        Verdict apart = new Verdict(events.get(0).id(), events.get(1).id(), false);
        Verdict same = new Verdict(events.get(2).id(), events.get(1).id(), true);

        Clustering clustering = deduplicator.cluster(events, List.of(apart, same));

        assertThat(clustering.groups()).containsExactly(List.of(id("a", "1")), List.of(id("b", "2"), id("c", "3")));
        assertThat(clustering.matches())
                .singleElement()
                .satisfies(match -> assertThat(match.reasons())
                        .extracting(Reason::criterion)
                        .containsExactly("décision"));
    }

    @Test
    void aVerdictOnAnUnknownEventIsPassedOver() {
        Clustering clustering = deduplicator.cluster(
                EventForTest.all(workshop("a", "1")), List.of(new Verdict(id("a", "1"), id("z", "9"), true)));

        assertThat(clustering.groups()).hasSize(1);
    }

    @Test
    void noEventsMakeNoGroups() {
        assertThat(cluster().groups()).isEmpty();
    }

    @Test
    void twoEventsWithOneIdAreRefused() {
        assertThatThrownBy(() -> cluster(workshop("a", "1"), workshop("a", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a/1");
    }

    private void assertJoined(EventForTest one, EventForTest other) {
        assertThat(cluster(one, other).groups()).hasSize(1);
    }

    private Clustering cluster(EventForTest... events) {
        return deduplicator.cluster(EventForTest.all(events), List.of());
    }

    private static EventForTest annotathon(String source, String key, String title) {
        return event(source, key)
                .title(title)
                .at("2019-11-29T12:00:00+01:00", "2019-11-29T13:30:00+01:00")
                .venue("Lieu de la transformation publique", "77 avenue de Ségur")
                .commune("Paris", "75056")
                .by("Etalab")
                .page("https://edite-piaf-sip.eventbrite.com");
    }

    private static EventForTest workshop(String source, String key) {
        return plain(source, key).at("2020-11-05T10:00:00+01:00").venue("Jardin des Tilleuls", "12 rue des Tilleuls");
    }

    private static EventForTest plain(String source, String key) {
        return event(source, key).title("Compostage au jardin partagé").commune("Nantes", "44109");
    }

    private static EventForTest podcast(String source, String key, String title) {
        return event(source, key)
                .title(title)
                .online()
                .edition(2020)
                .by("Ville de Nantes")
                .page("https://nantes.example/voix");
    }

    private static EventId id(String source, String key) {
        return new EventId(source, key);
    }
}
