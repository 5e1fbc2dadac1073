package moisson.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import moisson.event.Field;
import moisson.event.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads real feeds, when {@code -Dmoisson.feeds=FOLDER} says where they are: they are not part of the product. */
class RealFeedsTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "openagenda, openagenda-export-a.json, 500",
        "openagenda, openagenda-export-b.json, 400",
        "openagenda, openagenda-occitanie.js, 400",
        "json, toulouse-tech-hub.json, 203",
        "csv, toulouse-1.csv, 171",
        "csv, toulouse-2.csv, 196",
        "csv, festivals.csv, 7283",
        "csv, faits-innovation-publique.csv, 18",
        "ical, assemblee-nationale.ics, 23",
        "ical, jours-feries/jours_feries_alsace-moselle.ics, 1",
        "ical, jours-feries/jours_feries_guadeloupe.ics, 1",
        "ical, jours-feries/jours_feries_guyane.ics, 1",
        "ical, jours-feries/jours_feries_la-reunion.ics, 1",
        "ical, jours-feries/jours_feries_martinique.ics, 1",
        "ical, jours-feries/jours_feries_mayotte.ics, 1",
        "ical, jours-feries/jours_feries_metropole.ics, 1",
        "ical, jours-feries/jours_feries_nouvelle-caledonie.ics, 1",
        "ical, jours-feries/jours_feries_polynesie-francaise.ics, 1",
        "ical, jours-feries/jours_feries_saint-barthelemy.ics, 1",
        "ical, jours-feries/jours_feries_saint-martin.ics, 1",
        "ical, jours-feries/jours_feries_saint-pierre-et-miquelon.ics, 1",
        "ical, jours-feries/jours_feries_wallis-et-futuna.ics, 1"
    })
    void everyItemIsARecordOrAReject(String format, String file, int atLeast) throws IOException {
        ReadingForTest reading = ReadingForTest.of(format, folder().resolve(file));

        int items = reading.records.size() + reading.rejects.size();
        assertThat(items).as(reading.codes().toString()).isGreaterThanOrEqualTo(atLeast);
        assertThat(reading.records)
                .extracting(SourceRecord::number)
                .as("ranks, in any order")
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, items).boxed().toList());
        assertThat(reading.records)
                .allSatisfy(record -> assertThat(record.verbatim()).isNotBlank());
    }

    @Test
    void aTemplateServedInsteadOfTheCalendarIsRefused() throws IOException {
        Path file = folder().resolve("gabarit-servi.ics");

        assertThatThrownBy(() -> ReadingForTest.of("ical", file))
                .isInstanceOf(UnreadableFeedException.class)
                .hasMessageContaining("gabarit");
    }

    @Test
    void everyEventOfDatatourismeIsOneRecordWithItsCommuneAndItsSessions() throws IOException {
        try (Stream<Path> files = Files.list(folder().resolve("datatourisme"))) {
            assertThat(files).hasSize(250).allSatisfy(file -> {
                ReadingForTest reading = ReadingForTest.of("rdf", file);

                assertThat(reading.rejects).isEmpty();
                assertThat(reading.records).hasSize(1);
                assertThat(reading.records.getFirst().key()).startsWith("https://data.datatourisme.gouv.fr/");
                assertThat(reading.values(0, Field.INSEE)).hasSize(1);
                assertThat(reading.values(0, Field.SESSION)).isNotEmpty();
            });
        }
    }

    static Path folder() {
        String folder = System.getProperty("moisson.feeds");
        assumeTrue(folder != null, "skipped: -Dmoisson.feeds=FOLDER does not say where the real feeds are");
        return Path.of(String.valueOf(folder));
    }
}
