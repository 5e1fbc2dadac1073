package moisson.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import moisson.event.Audience;
import moisson.event.EventFormat;
import moisson.event.Mode;
import moisson.event.OrganiserType;
import moisson.event.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {
    private static final Reference SHIPPED = Reference.shipped();

    @Test
    void wordsAreFoundWithoutTheirAccentsCaseOrPlural() {
        Terms terms = SHIPPED.terms();
        assertThat(terms.formats().find("CONFERENCES")).contains(EventFormat.CONFERENCE);
        assertThat(terms.formats().find("Tables-rondes")).contains(EventFormat.ROUND_TABLE);
        assertThat(terms.formats().findBeginning("Atelier de découverte")).contains(EventFormat.WORKSHOP);
        assertThat(terms.formats().find("goûter")).isEmpty();
        assertThat(terms.modes().find("À distance")).contains(Mode.ONLINE);
        assertThat(terms.statuses().find("EventCancelled")).contains(Status.CANCELLED);
        assertThat(terms.audiences().find("élu")).contains(Audience.ELECTED);
        assertThat(terms.free().find("Entrée libre")).contains(true);
        assertThat(terms.themes().find("Open data")).contains("données");
    }

    @Test
    void everyPublishedWordIsUnderstood() {
        for (EventFormat format : EventFormat.values()) {
            assertThat(SHIPPED.terms().formats().find(format.french())).contains(format);
            assertThat(SHIPPED.terms().formats().find(format.code())).contains(format);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ditp | CENTRAL",
                "Direction interministérielle du numérique | CENTRAL",
                "Ministère de la Culture | CENTRAL",
                "Préfecture de la Manche | DECONCENTRATED",
                "PREFECTURE DE REGION BRETAGNE | DECONCENTRATED",
                "Ville de Lille | LOCAL_AUTHORITY",
                "Conseil départemental de la Gironde | LOCAL_AUTHORITY",
                "CHU de Nantes | HEALTH",
                "Université de Lorraine | EDUCATION",
                "CNFPT | OPERATOR",
                "Aix-Marseille Université | EDUCATION",
                "Grenoble-Alpes Métropole | LOCAL_AUTHORITY",
                "Association Métropole | ASSOCIATION",
                "Eurométropole de Strasbourg | LOCAL_AUTHORITY",
                "Haut-commissariat de la République en Polynésie française | DECONCENTRATED",
            })
    void theKindOfABodyIsToldByItsName(String name, OrganiserType type) {
        assertThat(SHIPPED.organisations().findType(name)).contains(type);
    }

    @Test
    void aWordWithinAnotherSaysNothing() {
        assertThat(SHIPPED.organisations().findType("Villeneuve en fête")).isEmpty();
        assertThat(SHIPPED.organisations().find("Les amis de la DITP")).isEmpty();
    }

    @Test
    void anOperatorAddsWordsWithoutCode(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mots-format.csv"), "mot;valeur\ngoûter;rencontre citoyenne\n");
        Files.writeString(
                folder.resolve("organisations.csv"), "sigle;nom;type\nXYZ;Xylophones zélés (XYZ);association\n");
        Reference own = Reference.extendedBy(folder);
        assertThat(own.terms().formats().find("Goûters")).contains(EventFormat.CITIZENS_MEETING);
        assertThat(own.terms().formats().find("atelier")).contains(EventFormat.WORKSHOP);
        assertThat(own.organisations().find("xyz")).map(Organisation::type).contains(OrganiserType.ASSOCIATION);
    }

    @Test
    void aWordWithAnUnknownValueIsToldWithItsLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mots-mode.csv"), "mot;valeur\nlunaire;sur la lune\n");
        assertThatThrownBy(() -> Reference.extendedBy(folder))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessageContaining("mots-mode.csv, ligne 2, colonne « valeur »")
                .hasMessageContaining("sur place, en ligne, mixte");
    }

    @Test
    void aTableUnderANameThatNobodyReadsIsRefused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mot-format.csv"), "mot;valeur\ngoûter;atelier\n");
        assertThatThrownBy(() -> Reference.extendedBy(folder))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessageContaining("mot-format.csv")
                .hasMessageContaining("mots-format.csv, ");
    }

    @Test
    void theSumOfOnesOwnWordsChangesWithThem(@TempDir Path folder) throws IOException {
        assertThat(SHIPPED.own()).isEmpty();
        assertThat(Reference.extendedBy(folder).own()).isEmpty();
        Files.writeString(folder.resolve("mots-format.csv"), "mot;valeur\ngoûter;atelier\n");
        String one = Reference.extendedBy(folder).own();
        Files.writeString(folder.resolve("mots-format.csv"), "mot;valeur\ngoûter;débat\n");
        assertThat(one).isNotEmpty().isNotEqualTo(Reference.extendedBy(folder).own());
    }
}
