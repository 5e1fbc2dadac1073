package moisson.deduplicate;

import static moisson.event.EventForTest.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import moisson.event.EventForTest;
import moisson.event.Match;
import org.junit.jupiter.api.Test;

/** One source seldom tells the same thing twice, and often two things alike. */
class SameSourceTest {
    private static final String LONG_TEXT = "Des entreprises de la région vous reçoivent sans rendez-vous avec de"
            + " nombreuses missions à vous proposer. Vous pourrez aussi rencontrer un conseiller.";

    private final Deduplicator deduplicator = new Deduplicator(1);

    @Test
    void anHourApartInOneSourceInTheSameWordsIsLeftToAPerson() {
        Clustering clustering = deduplicator.cluster(
                EventForTest.all(
                        told("1", "2020-11-05T10:00:00+01:00", LONG_TEXT),
                        told("2", "2020-11-05T11:00:00+01:00", LONG_TEXT)),
                List.of());

        assertThat(clustering.groups()).hasSize(2);
        assertThat(clustering.matches()).extracting(Match::decision).containsExactly(Match.Decision.REVIEW);
    }

    @Test
    void anHourApartInOneSourceWithATextCutElsewhereCameByAnotherRoad() {
        assertThat(groups(
                        told("1", "2020-11-05T10:00:00+01:00", LONG_TEXT),
                        told("2", "2020-11-05T11:00:00+01:00", LONG_TEXT + " Vous cherchez un emploi dans…")))
                .isEqualTo(1);
    }

    @Test
    void oneSourceMayTellOneThingInTwoWays() {
        EventForTest other = told("2", "2020-11-05T10:00:00+01:00", "Rendez-vous à l'accueil, un goûter est offert.");

        assertThat(groups(told("1", "2020-11-05T10:00:00+01:00", LONG_TEXT), other))
                .isEqualTo(1);
    }

    @Test
    void oneSourceThatTellsNoPlaceMayMeanTwo() {
        assertThat(groups(
                        event("a", "1")
                                .title("Bébés lecteurs du samedi")
                                .description("Des histoires pour les tout-petits.")
                                .at("2020-11-05T10:00:00+01:00"),
                        event("a", "2")
                                .title("Bébés lecteurs du samedi")
                                .description("Des histoires pour les tout-petits.")
                                .at("2020-11-05T10:00:00+01:00")))
                .isEqualTo(2);
    }

    @Test
    void whatWasEnteredTwiceHasTwoPages() {
        String hour = "2020-11-05T10:00:00+01:00";
        String site = "https://prefecture.example/agenda/";
        assertThat(groups(
                        told("1", hour, LONG_TEXT).page(site + "1"),
                        told("2", hour, LONG_TEXT).page(site + "2")))
                .isEqualTo(1);
        assertThat(groups(
                        told("1", hour, LONG_TEXT).page(site + "1"),
                        told("2", hour, "Un goûter est offert aux enfants.").page(site + "2")))
                .isEqualTo(2);
    }

    private int groups(EventForTest... events) {
        return deduplicator
                .cluster(EventForTest.all(events), List.of())
                .groups()
                .size();
    }

    private static EventForTest told(String key, String start, String text) {
        return event("a", key)
                .title("Trouver un métier dans le nucléaire")
                .description(text)
                .venue("Préfecture", "1 place de la Préfecture")
                .commune("Nantes", "44109")
                .by("Préfecture de la Loire-Atlantique")
                .at(start);
    }
}
