package moisson.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import moisson.event.Edition;
import moisson.event.Moment;
import moisson.event.Session;
import moisson.event.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionsTest {
    private static final String HEADER =
            "numero;annee;nom;debut;fin;depot_du;depot_jusqu_au;theme;mot_diese;organisateur;contact;fictif\n";

    @TempDir
    Path folder;

    @Test
    void sevenEditionsAreShipped() {
        assertThat(Editions.shipped().list()).extracting(Edition::number).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(Editions.shipped().of(2020)).hasValueSatisfying(edition -> {
            assertThat(edition.from()).isEqualTo("2020-11-02");
            assertThat(edition.until()).isEqualTo("2020-11-30");
            assertThat(edition.fictional()).isFalse();
        });
        assertThat(Editions.shipped().of(2016).orElseThrow().firstDay()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2020-10-31T22:59:59Z, true", "2020-10-31T23:00:00Z, false", "2021-01-01T00:00:00Z, false"})
    void proposalsAreAcceptedUntilTheLastSecondOfTheLastDayInParis(Instant now, boolean open) {
        assertThat(Editions.shipped().open(now).isPresent()).isEqualTo(open);
    }

    @Test
    void proposalsAreAcceptedFromTheFirstDayInParis() throws IOException {
        Editions editions = read(HEADER + "8;2027;Mois;;;2027-09-01;2027-10-15;;;;;oui\n");
        assertThat(editions.open(Instant.parse("2027-08-31T21:59:59Z"))).isEmpty();
        assertThat(editions.open(Instant.parse("2027-08-31T22:00:00Z"))).isPresent();
        assertThat(editions.of(2027).orElseThrow().fictional()).isTrue();
    }

    @Test
    void anEventBelongsToTheEditionWhoseDaysItTouches() {
        assertThat(Editions.shipped().welcoming(on(LocalDate.of(2017, 11, 26))))
                .map(Edition::year)
                .contains(2017);
        assertThat(Editions.shipped().welcoming(on(LocalDate.of(2017, 11, 27)))).isEmpty();
        assertThat(Editions.shipped().welcoming(on(LocalDate.of(2019, 11, 29))))
                .map(Edition::year)
                .contains(2019);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8;2027;Mois;hier;2027-11-30;;;;;;;  | debut | hier",
                "8;deux mille;Mois;;;;;;;;;  | annee | deux mille",
                ";2027;Mois;;;;;;;;;  | numero | ''",
                "8;2027;;;;;;;;;;  | nom | ''",
                "8;2027;Mois;2027-11-30;2027-11-02;;;;;;;  | fin | 2027-11-02",
                "8;2027;Mois;;;2027-11-30;2027-11-02;;;;;  | depot_jusqu_au | 2027-11-02",
                "8;2027;Mois;;;;;;;;;peut-être  | fictif | peut-être",
            })
    void aMistakeIsToldWithItsFileLineAndColumn(String row, String column, String value) {
        assertThatThrownBy(() -> read(HEADER + "7;2026;Mois;;;;;;;;;\n" + row + "\n"))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessageContaining("editions.csv")
                .hasMessageContaining("ligne 3")
                .hasMessageContaining("« " + column + " »")
                .hasMessageContaining("« " + value + " »");
    }

    @Test
    void aMissingColumnAndARepeatedYearAreTold() {
        assertThatThrownBy(() -> read("numero;annee\n1;2014\n")).hasMessageContaining("« nom »");
        assertThatThrownBy(() -> read(HEADER + "7;2026;A;;;;;;;;;\n8;2026;B;;;;;;;;;\n"))
                .hasMessageContaining("ligne 3");
    }

    @Test
    void aByteOrderMarkDoesNotMatterButAnotherEncodingDoes() throws IOException {
        assertThat(read("\uFEFF" + HEADER + "8;2027;Mois;;;;;;;;;\n").of(2027)).isPresent();
        Path file = folder.resolve("latin.csv");
        Files.write(file, new byte[] {'n', (byte) 0xE9, '\n'});
        assertThatThrownBy(() -> Editions.read(file)).hasMessageContaining("UTF-8");
    }

    private Editions read(String content) throws IOException {
        return Editions.read(Files.writeString(folder.resolve("editions.csv"), content));
    }

    private static When on(LocalDate day) {
        return new When(List.of(new Session(Moment.of(day), null)), "Europe/Paris", null, null, null);
    }
}
