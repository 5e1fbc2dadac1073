package moisson.publish.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import moisson.event.Source;
import moisson.publish.format.Column;
import moisson.publish.format.Columns;
import moisson.publish.merge.Trust.Level;
import org.junit.jupiter.api.Test;

class TrustTest {
    @Test
    void whatASourceFileSaysGoesBeforeWhatIsUsual() {
        assertThat(Trust.parse("", "rss").in(Topic.DATES)).isEqualTo(Level.LOW);
        assertThat(Trust.parse("auto", "csv")).isEqualTo(Trust.NORMAL);
        assertThat(Trust.parse("dates=haute", "rss").in(Topic.DATES)).isEqualTo(Level.HIGH);
        assertThat(Trust.parse("dates=haute", "rss").in(Topic.PLACE)).isEqualTo(Level.LOW);
        assertThat(Trust.parse("basse, lieu = haute", "csv").in(Topic.TITLE)).isEqualTo(Level.LOW);
        assertThat(Trust.parse("basse, lieu = haute", "csv").in(Topic.PLACE)).isEqualTo(Level.HIGH);
        assertThat(Trust.usual(Source.FORM).in(Topic.ORGANISERS)).isEqualTo(Level.HIGH);
    }

    @Test
    void aWrongWordIsToldWithTheRightOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trust.parse("lieu=moyenne", "csv"))
                .withMessageContaining("« moyenne »".replace(" ", "\u202f"))
                .withMessageContaining("basse, normale, haute");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trust.parse("ville=haute", "csv"))
                .withMessageContaining("titre, textes, dates, lieu, statut, genre, organisateurs, acces, liens");
    }

    @Test
    void everyColumnThatComesFromARecordBelongsToOneTopic() {
        List<String> ours = List.of("id", "sources", "nb_sources", "publie_le", "modifie_le", "completude");
        for (Column column : Columns.ALL) {
            if (!ours.contains(column.name())) {
                assertThat(Topic.of(column.name())).as(column.name()).isNotNull();
            }
        }
    }
}
