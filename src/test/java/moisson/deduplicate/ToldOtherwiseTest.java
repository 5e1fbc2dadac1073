package moisson.deduplicate;

import static moisson.event.EventForTest.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import moisson.event.EventForTest;
import org.junit.jupiter.api.Test;

/** One event, told by two sources in ways that once made two of it. All are fictional. */
class ToldOtherwiseTest {
    private static final String TEXT = "Un après-midi pour apprendre à écouter les usagers d'un service public.";
    private static final String STREET = "1 place de la Préfecture";

    private final Deduplicator deduplicator = new Deduplicator(1);

    @Test
    void venueAndAddressMayStandInOneFieldAndTheTownInTheVenue() {
        assertThat(together(meeting("a"), meeting("b").venue("Maison du peuple, " + STREET, null)))
                .isTrue();
        assertThat(together(meeting("a"), meeting("b").venue("Nantes, " + STREET, null)))
                .isTrue();
        assertThat(together(meeting("a"), meeting("b").venue("Nantes, 80 rue de Strasbourg", null)))
                .isFalse();
    }

    @Test
    void aVenueMayBeMisspelt() {
        assertThat(together(meeting("a").venue("Préfecture", null), meeting("b").venue("Péfecturre", null)))
                .isTrue();
        assertThat(together(meeting("a").venue("Préfecture", null), meeting("b").venue("Archives", null)))
                .isFalse();
    }

    @Test
    void aSiteMayGiveEachAgendaAFolder() {
        EventForTest one = meeting("a").page("https://agendas.example/nantes/1");
        assertThat(together(one, meeting("b").page("https://agendas.example/loire/2")))
                .isTrue();
        assertThat(together(one, meeting("b").page("https://agendas.example/nantes/2")))
                .isFalse();
    }

    @Test
    void aTitleThatOnlyNamesThePlaceIsNoOtherTitleWhereTheTextIsTheSame() {
        EventForTest named = meeting("b").title("Rendez-vous à la maison du peuple");
        assertThat(together(meeting("a"), named)).isTrue();
        assertThat(together(meeting("a"), named.description("Un concert de la fanfare du quartier, avec un goûter.")))
                .isFalse();
    }

    private boolean together(EventForTest one, EventForTest other) {
        return deduplicator
                        .cluster(EventForTest.all(one, other), List.of())
                        .groups()
                        .size()
                == 1;
    }

    private static EventForTest meeting(String source) {
        return event(source, "1")
                .title("Écouter les usagers")
                .description(TEXT)
                .venue("Maison du peuple", STREET)
                .commune("Nantes", "44109")
                .at("2020-11-05T10:00:00+01:00");
    }
}
