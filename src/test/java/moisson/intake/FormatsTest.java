package moisson.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    @TestFactory
    Stream<DynamicTest> everyFeedThatIsReadIsRecognisedByWhatItHolds() throws IOException {
        return GoldenFeeds.list().stream()
                .filter(FormatsTest::isRead)
                .map(feed -> DynamicTest.dynamicTest(
                        feed.format() + "/" + feed.file().getFileName(), () -> recognise(feed)));
    }

    private static boolean isRead(GoldenFeeds feed) {
        try {
            return !Files.readString(feed.expected()).contains("\"refused\"");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void recognise(GoldenFeeds feed) throws IOException {
        Guess guess = guess(feed.file());

        // A proposal of our form is a flat object like any other; nobody needs to guess it.
        String expected = feed.format().equals("formulaire") ? "json" : feed.format();
        assertThat(guess.format()).as(guess.reason()).contains(expected);
        assertThat(guess.reason()).endsWith(".");
    }

    private static Guess guess(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return Formats.guess(Arrays.copyOf(bytes, Math.min(bytes.length, Formats.HEAD)), null, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7 | PDF",
                "<!DOCTYPE html><html><body>Bonjour</body></html> | page web sans données",
                "<?xml version='1.0'?><urlset></urlset> | XML («\u202Furlset\u202F»)",
                "{\"message\":\"forbidden\"} | aucun nom",
                "bonjour | Ni le contenu"
            })
    void whatIsNoFeedIsNamed(String text, String reason) {
        Guess guess = Formats.guess(text.getBytes(StandardCharsets.UTF_8), null, null);

        assertThat(guess.format()).isEmpty();
        assertThat(guess.reason()).contains(reason);
    }

    @Test
    void archivesAndOldWorkbooksAreNamed() {
        byte[] zip = "PK\u0003\u0004..........lisez-moi.txt".getBytes(StandardCharsets.ISO_8859_1);
        byte[] ods = "PK\u0003\u0004..mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] xls = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};

        assertThat(Formats.guess(zip, null, "a.zip").reason()).contains("ZIP");
        assertThat(Formats.guess(ods, null, "a.ods").reason()).contains("ODS");
        assertThat(Formats.guess(xls, null, "a.xls").reason()).contains("XLSX");
    }

    @Test
    void whatIsAnnouncedCountsOnlyWhenTheContentTellsNothing() {
        byte[] unknown = "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8);
        byte[] calendar = "BEGIN:VCALENDAR\n".getBytes(StandardCharsets.UTF_8);

        assertThat(Formats.guess(unknown, "text/csv; charset=utf-8", null).format())
                .contains("csv");
        assertThat(Formats.guess(unknown, null, "Agenda.CSV").format()).contains("csv");
        assertThat(Formats.guess(calendar, "text/html", "page.html").format()).contains("ical");
    }

    @Test
    void nothingIsNamedEmpty() {
        assertThat(Formats.guess(new byte[0], "text/csv", "a.csv"))
                .isEqualTo(new Guess(Optional.empty(), "Le fichier est vide."));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "openagenda, openagenda-export-a.json",
        "openagenda, openagenda-export-b.json",
        "openagenda, openagenda-occitanie.js",
        "csv, toulouse-1.csv",
        "csv, toulouse-2.csv",
        "csv, festivals.csv",
        "csv, faits-innovation-publique.csv",
        "ical, assemblee-nationale.ics",
        "ical, gabarit-servi.ics",
        "json, toulouse-tech-hub.json"
    })
    void realFeedsAreRecognised(String format, String file) throws IOException {
        Guess guess = guess(RealFeedsTest.folder().resolve(file));

        assertThat(guess.format()).as(guess.reason()).contains(format);
    }

    @Test
    void everyRealFileOfDatatourismeAndOfHolidaysIsRecognised() throws IOException {
        try (Stream<Path> files = Files.walk(RealFeedsTest.folder())) {
            assertThat(files.filter(file -> file.toString().matches(".*/(?:datatourisme|jours-feries)/[^/]+")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(guess(file).format())
                            .contains(file.toString().endsWith(".ics") ? "ical" : "rdf"));
        }
    }
}
