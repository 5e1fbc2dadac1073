package moisson.deduplicate;

import static moisson.event.EventForTest.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import moisson.event.Event;
import moisson.event.EventForTest;
import moisson.event.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events that look alike and are not the same: each pair here once was merged by somebody's tool. */
class LookAlikesTest {
    private static final String DESCRIPTION = "Un après-midi pour apprendre à écouter les usagers d'un service public.";

    private final Deduplicator deduplicator = new Deduplicator(1);

    @Test
    void theSameWorkshopAtTenAndAtTwoIsTwo() {
        assertApart(at("a", "1", "2020-11-05T10:00:00+01:00"), at("b", "2", "2020-11-05T14:00:00+01:00"));
    }

    @Test
    void theSameWorkshopInTheSameSourceAnHourLaterIsTwo() {
        assertApart(at("a", "1", "2020-11-05T10:00:00+01:00"), at("a", "2", "2020-11-05T11:00:00+01:00"));
    }

    @Test
    void aWeeklyWebinarIsAsManyAsItsWeeks() {
        List<Event> weeks = IntStream.range(0, 4)
                .mapToObj(week -> event("s" + week % 2, "w" + week)
                        .title("Le rendez-vous des données ouvertes")
                        .online()
                        .description(DESCRIPTION)
                        .page("https://donnees.example/rendez-vous")
                        .by("Etalab")
                        .at("2020-11-%02dT12:30:00+01:00".formatted(3 + 7 * week)))
                .map(EventForTest::build)
                .toList();

        assertThat(groups(weeks)).hasSize(4);
    }

    @Test
    void theSameTitleInTwelveTownsIsTwelve() {
        List<Event> tour = IntStream.range(0, 12)
                .mapToObj(town -> event("s" + town % 3, "t" + town)
                        .title("Le camion de l'innovation")
                        .description(DESCRIPTION)
                        .page("https://camion.example/tournee")
                        .by("Etalab")
                        .commune("Commune " + "abcdefghijkl".charAt(town), "%05d".formatted(59001 + town))
                        .at("2020-11-05T10:00:00+01:00"))
                .map(EventForTest::build)
                .toList();

        assertThat(groups(tour)).hasSize(12);
    }

    @Test
    void thePageOfATourDoesNotVouchForATownThatIsNotTold() {
        assertApart(
                meeting("a").page("https://camion.example/tournee"),
                meeting("b")
                        .page("https://camion.example/tournee")
                        .venue("Halle aux grains", null)
                        .commune(null, null));
    }

    @Test
    void thePageOfANationalDayDoesNotVouchForAnotherPlaceAndAnotherText() {
        assertApart(
                meeting("a").page("https://journee.example/programme"),
                meeting("b")
                        .page("https://journee.example/programme")
                        .description("Les archives ouvrent leurs réserves et montrent trois registres.")
                        .venue("Archives", "12 rue des Archives"));
    }

    @Test
    void theNumberOfAWorkshopIsNoRoom() {
        assertApart(
                meeting("a").title("Atelier 7-12 ans").venue("Palais des congrès - Salle A", "3 rue des Congrès"),
                meeting("b").title("Atelier 7-12 ans").venue("Palais des congrès - Salle B", "3 rue des Congrès"));
        assertApart(meeting("a").title("Atelier 3 : écouter"), meeting("b").title("Atelier 4 : écouter"));
    }

    @Test
    void roomsAtTheSameMinuteAreTwo() {
        assertApart(
                meeting("a").venue("Palais des congrès - Salle A", "3 rue des Congrès"),
                meeting("b").venue("Palais des congrès - Salle B", "3 rue des Congrès"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Forum des agents – parcours Data | Forum des agents – parcours RH",
                "Église Saint-Roch : visite libre | Église Saint-Roch : visite guidée",
                "Visite de l'hôtel de préfecture en français | Visite de l'hôtel de préfecture en anglais",
                "Rencontres du design public 2019 | Rencontres du design public 2020",
                "Rencontres du design public, 5e édition | Rencontres du design public, 6e édition",
                "Design Public #4 | Design Public #5",
                "Les bases du budget participatif, partie 1/2 | Les bases du budget participatif, partie 2/2",
                "Les bases du budget participatif (niveau 1) | Les bases du budget participatif (niveau 2)",
                "Les bases du budget participatif, partie I | Les bases du budget participatif, partie II",
                "Démarches simplifiées pour tous | Le jardin de la préfecture",
                "Réussir son projet de médiathèque | Réussir la rénovation énergétique des écoles",
            })
    void whatTheTitlesTellApartStaysApart(String left, String right) {
        assertApart(meeting("a").title(left), meeting("b").title(right));
    }

    @Test
    void episodesOfAPodcastAreTwo() {
        assertApart(
                event("a", "1")
                        .title("Voix du service public, épisode 3")
                        .edition(2020)
                        .by("Etalab")
                        .page("https://v.example"),
                event("b", "2")
                        .title("Voix du service public, épisode 4")
                        .edition(2020)
                        .by("Etalab")
                        .page("https://v.example"));
    }

    @Test
    void anOnlineCourseOfTwoEditionsIsTwo() {
        assertApart(
                event("a", "1")
                        .title("Module : écrire simplement")
                        .edition(2019)
                        .by("Etalab"),
                event("b", "2")
                        .title("Module : écrire simplement")
                        .edition(2020)
                        .by("Etalab"));
    }

    @Test
    void aTitleThatOnlyNamesTheVenueSaysNothing() {
        Clustering clustering = deduplicator.cluster(
                EventForTest.all(
                        meeting("a")
                                .title("Cité du design")
                                .venue("Cité du design", "3 rue Javelin")
                                .description(
                                        "Fabriquez votre propre affiche avec nos presses anciennes, de 7 à 77 ans."),
                        meeting("b")
                                .title("Cité du design")
                                .venue("Cité du design", "3 rue Javelin")
                                .description("Rencontre avec trois maires autour de la participation des habitants.")),
                List.of());

        assertThat(clustering.groups()).hasSize(2);
    }

    @Test
    void aChainWhoseEndsDisagreeIsNotClosed() {
        List<Event> chain = EventForTest.all(
                meeting("a").title("Forum des agents – parcours Data"),
                meeting("b").title("Forum des agents – parcours D…"),
                meeting("c").title("Forum des agents – parcours RH"));

        assertThat(groups(chain)).noneMatch(group -> group == 3);
    }

    @Test
    void oneSourceMayTellTwoThingsOfOnePlaceAlike() {
        assertThat(deduplicator
                        .cluster(
                                EventForTest.all(
                                        meeting("a").title("Visite à l'Institut des jardins"),
                                        at("a", "2", "2020-11-05T10:00:00+01:00")
                                                .title("Ateliers à l'Institut des jardins")
                                                .description("On sème, on taille et on récolte avec les jardiniers.")),
                                List.of())
                        .groups())
                .hasSize(2);
    }

    @Test
    void anHourThatIsNotToldIsNoReasonToJoinWhatHasPagesOfItsOwn() {
        assertThat(deduplicator
                        .cluster(
                                EventForTest.all(
                                        meeting("a").page("https://prefecture.example/ecouter-1"),
                                        at("b", "2", "2020-11-05").page("https://prefecture.example/ecouter-2")),
                                List.of())
                        .groups())
                .hasSize(2);
    }

    @Test
    void aRecordThatFitsThreeOthersIsNotAskedAbout() {
        assertThat(deduplicator
                        .cluster(
                                EventForTest.all(
                                        at("a", "1", "2020-11-05T10:00:00+01:00"),
                                        at("a", "2", "2020-11-05T14:00:00+01:00"),
                                        at("a", "3", "2020-11-05T16:30:00+01:00"),
                                        at("b", "4", "2020-11-05")),
                                List.of())
                        .matches())
                .isEmpty();
    }

    @Test
    void aCommonTitleOnANationalDayJoinsNothingInATown() {
        assertApart(
                event("a", "1")
                        .title("Portes ouvertes")
                        .by("Amis du moulin")
                        .commune("Nantes", "44109")
                        .at("2020-11-05T10:00:00+01:00"),
                event("b", "2")
                        .title("Portes ouvertes")
                        .by("Lycée des métiers")
                        .commune("Nantes", "44109")
                        .at("2020-11-05T10:00:00+01:00"));
    }

    @Test
    void anotherVenueIsAnotherEventWhateverTheText() {
        assertApart(meeting("a"), meeting("b").venue("Médiathèque des Tilleuls", "12 rue des Tilleuls"));
    }

    @Test
    void theYearOfAnEventInItsTitleSaysNothingMore() {
        assertThat(groups(EventForTest.all(
                        meeting("a").title("Rencontres du design public"),
                        at("a", "2", "2020-11-05T10:00:00+01:00").title("Rencontres du design public 2020"))))
                .hasSize(1);
    }

    @Test
    void whatIsDoubtfulIsShownToAPerson() {
        Clustering clustering = deduplicator.cluster(
                EventForTest.all(
                        event("a", "1").title("Écouter les usagers du guichet").at("2020-11-05"),
                        event("b", "2").title("Écouter les usagers du guichet").at("2020-11-05T10:00:00+01:00")),
                List.of());

        assertThat(clustering.groups()).hasSize(2);
        assertThat(clustering.matches()).extracting(Match::decision).containsExactly(Match.Decision.REVIEW);
    }

    private static EventForTest meeting(String source) {
        return at(source, "1", "2020-11-05T10:00:00+01:00");
    }

    private static EventForTest at(String source, String key, String start) {
        return event(source, key)
                .title("Écouter les usagers")
                .description(DESCRIPTION)
                .venue("Préfecture", "1 place de la Préfecture")
                .commune("Nantes", "44109")
                .by("Préfecture de la Loire-Atlantique")
                .at(start);
    }

    private void assertApart(EventForTest one, EventForTest other) {
        assertThat(groups(EventForTest.all(one, other))).hasSize(2);
    }

    private List<Integer> groups(List<Event> events) {
        return deduplicator.cluster(events, List.of()).groups().stream()
                .map(List::size)
                .toList();
    }
}
