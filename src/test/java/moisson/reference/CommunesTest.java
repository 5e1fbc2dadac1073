package moisson.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommunesTest {
    private static final Communes COMMUNES = Reference.shipped().communes();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "L'Haÿ-les-Roses | 94038",
                "L’HAY LES ROSES | 94038",
                "St-Étienne-du-Rouvray | 76575",
                "SAINT ETIENNE DU ROUVRAY | 76575",
                "Ste-Geneviève-des-Bois | 91549",
                "Havre (Le) | 76351",
                "Papeete | 98735",
            })
    void aNameIsFoundHoweverItIsWritten(String name, String code) {
        assertThat(COMMUNES.findByName(name)).extracting(Commune::code).contains(code);
    }

    @Test
    void namesakesAreAllFoundTheLargestFirst() {
        List<Commune> found = COMMUNES.findByName("Saint-Denis");
        assertThat(found).hasSizeGreaterThan(2);
        assertThat(found.getFirst().population()).isGreaterThan(100_000);
    }

    @Test
    void aCodeMeansTodaysCommuneBeforeItsPart() {
        assertThat(COMMUNES.findByCode("49018")).hasValueSatisfying(commune -> {
            assertThat(commune.name()).isEqualTo("Baugé-en-Anjou");
            assertThat(commune.merged()).isFalse();
        });
    }

    @Test
    void aFormerCodeLeadsToTodaysCommune() {
        Commune former = COMMUNES.findByCode("69232").orElseThrow();
        assertThat(former.merged()).isTrue();
        assertThat(COMMUNES.today(former).name()).isEqualTo("Lyon");
    }

    @Test
    void anArrondissementLeadsToItsCity() {
        assertThat(COMMUNES.today(COMMUNES.findByCode("75107").orElseThrow()).code())
                .isEqualTo("75056");
        assertThat(COMMUNES.today(COMMUNES.findByCode("69383").orElseThrow()).code())
                .isEqualTo("69123");
        assertThat(COMMUNES.today(COMMUNES.findByCode("13201").orElseThrow()).code())
                .isEqualTo("13055");
    }

    @Test
    void aPostcodeGivesTheCommunesItServes() {
        assertThat(COMMUNES.findByPostcode("31000")).extracting(Commune::name).containsExactly("Toulouse");
        assertThat(COMMUNES.findByPostcode("01300")).hasSizeGreaterThan(10);
        assertThat(COMMUNES.findByPostcode("99999")).isEmpty();
    }

    @Test
    void aSearchGivesTheExactNameThenTheLargest() {
        assertThat(COMMUNES.search("lill", 10)).extracting(Commune::name).startsWith("Lille");
        assertThat(COMMUNES.search("Lille", 3))
                .first()
                .extracting(Commune::code)
                .isEqualTo("59350");
        assertThat(COMMUNES.search("7500", 10)).extracting(Commune::name).containsExactly("Paris");
        assertThat(COMMUNES.search("  ", 10)).isEmpty();
    }

    @Test
    void everyCommuneOfTodayHasItsDepartmentAndRegion() {
        Reference reference = Reference.shipped();
        assertThat(COMMUNES.list())
                .hasSize(34_969)
                .allSatisfy(commune -> assertThat(reference.departments().findByCode(commune.department()))
                        .hasValueSatisfying(
                                department -> assertThat(reference.regions().findByCode(department.region()))
                                        .isPresent()));
    }

    @ParameterizedTest
    @CsvSource({
        "971, America/Guadeloupe",
        "974, Indian/Reunion",
        "987, Pacific/Tahiti",
        "988, Pacific/Noumea",
        "2A, Europe/Paris",
        "75, Europe/Paris"
    })
    void eachTerritoryHasItsZone(String department, String zone) {
        assertThat(Reference.shipped().zones().of(department)).isEqualTo(ZoneId.of(zone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Occitania", "occitanie", "OCCITANIE"})
    void aRegionIsFoundByItsOtherNames(String name) {
        assertThat(Reference.shipped().regions().findByName(name))
                .map(Region::code)
                .contains("76");
    }
}
