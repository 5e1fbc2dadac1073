package moisson.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SketchTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'a;b\n1;2', UTF-8, UTF-8, ASCII",
        "'é;b\n1;2', UTF-8, UTF-8, UTF-8 valable",
        "'é;b\n1;2', windows-1252, windows-1252, tableurs",
        "'\uFEFFé;b\n1;2', UTF-8, UTF-8 avec BOM, en tête",
        "'\uFEFF\uFEFFé;b\n1;2', UTF-8, UTF-8 avec BOM, une seule suffit",
        "'é;b\n1;2', UTF-16LE, UTF-16LE, nul",
    })
    void theEncodingIsSaidWithItsReason(String text, String written, String name, String reason) throws IOException {
        Path file = Files.write(folder.resolve("feed"), text.getBytes(Charset.forName(written)));

        Sketch.Finding encoding = Sketch.of(file, "csv").findings().getFirst();

        assertThat(encoding.value()).isEqualTo(name);
        assertThat(encoding.reason().replace('\u202f', ' ')).contains(reason);
    }

    @Test
    void namesComeFirstAndContentHelpsOut() throws IOException {
        assertThat(proposed("""
                Intitulé de l'atelier;Date de clôture des dépôts;Où ?;Jour A;Jour B;Page;Géo;Ville ou village;Cpost;Photo
                Un premier atelier fictif;x;Salle;05/11/2020;06/11/2020;https://exemple.fr/1;48.85,2.35;Lille;59000;https://exemple.fr/1.jpg
                Un deuxième atelier fictif;x;Salle;06/11/2020;07/11/2020;https://exemple.fr/2;48.86,2.35;Lille;75010;https://exemple.fr/2.jpg
                Un troisième atelier fictif;x;Salle;07/11/2020;08/11/2020;https://exemple.fr/3;48.87,2.35;Lille;59800;https://exemple.fr/3.jpg
                """))
                .containsEntry("Intitulé de l'atelier", "titre")
                .containsEntry("Où ?", "lieu")
                .containsEntry("Jour A", "debut")
                .containsEntry("Jour B", "fin")
                .containsEntry("Page", "url")
                .containsEntry("Géo", "coordonnees")
                .containsEntry("Ville ou village", "commune")
                .containsEntry("Cpost", "code_postal")
                .containsEntry("Photo", "rien")
                .doesNotContainKey("Date de clôture des dépôts");
    }

    @Test
    void aFieldThatAKnownColumnGivesIsNotProposedAgain() throws IOException {
        assertThat(proposed("""
                titre;debut;Titre de la salle d'à côté;Autre jour
                Un premier atelier fictif;05/11/2020;Salle du premier étage;06/11/2020
                Un deuxième atelier fictif;06/11/2020;Salle du deuxième étage;07/11/2020
                """))
                .doesNotContainValue("titre")
                .doesNotContainValue("debut")
                .containsEntry("Autre jour", "fin");
    }

    @Test
    void namesOfJsonObjectsAreTakenWhereTheListIs() throws IOException {
        Path file = Files.writeString(folder.resolve("feed"), """
                {"total": 2, "list": [
                  {"nom complet": "Un atelier fictif", "quand": {"le": "x"}, "lien externe": "https://exemple.fr/1"},
                  {"nom complet": "Un débat fictif", "quand": {"le": "y"}, "lien externe": "https://exemple.fr/2"}]}""");

        assertThat(Sketch.of(file, "json").columns())
                .extracting(Sketch.Column::name)
                .containsExactly("nom complet", "lien externe");
        assertThat(Sketch.unknown(file))
                .hasValueSatisfying(guess -> assertThat(guess.format()).hasValue("json"));
    }

    @Test
    void whatNeedsAnEscapeIsLeftOutOfTheLineToPaste() {
        String line = Sketch.declaration(List.of(new Suggestion("Nom, \"officiel\" = {{x}}", "titre", "")));

        assertThat(line).isEqualTo("mapping: \"Nom officiel x=titre\"");
        assertThat(Mapping.of(Mapping.parse("Nom officiel x=titre")).meaning("Nom, \"officiel\" = {{x}}"))
                .isPresent();
    }

    @Test
    void proseIsNoTable() throws IOException {
        Path file = Files.writeString(
                folder.resolve("feed"), "Bonjour, voici l'agenda.\nIl y a, ou pas, des choses.\nBien à vous\n");

        assertThat(Sketch.unknown(file)).isEmpty();
        assertThat(Sketch.of(Files.write(file, new byte[0]), "csv").columns()).isEmpty();
        assertThat(Sketch.of(Files.writeString(file, "PK\u0003\u0004", StandardCharsets.ISO_8859_1), "xlsx")
                        .columns())
                .isEmpty();
    }

    private Map<String, String> proposed(String table) throws IOException {
        Path file = Files.writeString(folder.resolve("feed"), table);
        return Sketch.of(file, "csv").suggestions(Mapping.NONE).stream()
                .collect(Collectors.toMap(Suggestion::column, Suggestion::field));
    }
}
