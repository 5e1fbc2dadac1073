package moisson.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import moisson.event.Status;
import moisson.reference.Reference;
import moisson.reference.Vocabulary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitlesTest {
    private static final Vocabulary<Status> WORDS = Reference.shipped().terms().titleStatuses();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[ANNULÉ] Atelier | Atelier | CANCELLED",
                "Atelier (annulée) | Atelier | CANCELLED",
                "ANNULÉ : Atelier | Atelier | CANCELLED",
                "Atelier - ANNULÉ | Atelier | CANCELLED",
                "Festival (REPORTÉ DU 17 AU 20 JUIN 2021) | Festival | POSTPONED",
                "COMPLET - Atelier | Atelier | FULL",
                "Atelier [Sold out] | Atelier | FULL",
                "[Déplacé en ligne] Atelier | Atelier | MOVED_ONLINE",
                "Atelier (niveau 1) [complet] | Atelier (niveau 1) | FULL",
                "ANNULÉ Atelier de cuisine | Atelier de cuisine | CANCELLED",
                "CONCERT (GRANDE SALLE) ANNULE | CONCERT (GRANDE SALLE) | CANCELLED",
                "[ANNULÉ] | [ANNULÉ] | CANCELLED",
            })
    void aStatusWordMovesToTheStatus(String title, String left, Status status) {
        assertThat(Titles.split(title, WORDS)).contains(new Titles.Split(left, status));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Complet à l'ouest",
                "COMPLET À L'OUEST",
                "Atelier complet - niveau 2",
                "Pourquoi un projet est-il annulé ?",
                "Atelier (6)",
                "Rendez-vous : le reporter raconte",
                "(",
                "",
                "-",
            })
    void otherTitlesStayAsTheyAre(String title) {
        assertThat(Titles.split(title, WORDS)).isEmpty();
    }
}
