package moisson.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFilesTest {
    private static final String GOOD = """
            - route:
                id: source-ville
                from:
                  uri: kamelet:http-feed-source/ville
                  parameters:
                    source: ville
                    name: "Ville"
                    format: csv
                    url: "https://exemple.example/agenda.csv?cle={{CLE}}"
                    cron: "0 0 4 * * ?"
                    zone: Indian/Reunion
                  steps:
                    - to:
                        uri: direct:delivery
            """;

    @TempDir
    private Path sources;

    private List<String> problems() {
        return SourceFiles.problems(sources, Path.of("routes/kamelets"), new SourceParameters("CLE"::equals));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(sources.resolve(name + ".camel.yaml"), text);
    }

    @Test
    void theSamplesAndAGoodFileHaveNoProblem() throws IOException {
        write("ville", GOOD);
        assertThat(problems()).isEmpty();
        assertThat(SourceFiles.problems(
                        Path.of("routes/sources/samples"),
                        Path.of("routes/kamelets"),
                        new SourceParameters(name -> name.startsWith("moisson.samples."))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http-feed-source | http-fed-source | le Kamelet « http-fed-source » n’existe pas",
                "url: \"https://exemple.example/agenda.csv?cle={{CLE}}\" | licence: x | le paramètre « url » manque",
                "cron: | corn: | le paramètre « corn » n’existe pas",
                "0 0 4 * * ? | la nuit | « la nuit », ce qui n’est pas une expression cron",
                "Indian/Reunion | Europe/Pariss | « Europe/Pariss », ce qui n’est pas un fuseau horaire",
                "format: csv | format: cvs | « cvs », ce qui n’est pas un format connu : csv",
                "https://exemple.example/agenda.csv?cle={{CLE}} | file:///etc/passwd | n’est pas une adresse http",
                "{{CLE}} | {{AUTRE}} | emploie la variable d’environnement AUTRE, qui n’est pas définie",
                "source: ville | source: autre | « ville » dans uri et « autre » dans ses paramètres",
                "zone: Indian/Reunion | graceDays: bientôt | « bientôt », ce qui n’est pas un nombre entier",
                "zone: Indian/Reunion | complete: oui | « oui », ce qui n’est pas true ou false",
                "zone: Indian/Reunion | allowPrivate: oui | « oui », ce qui n’est pas true ou false",
                "zone: Indian/Reunion | deadline: 0 | « 0 », ce qui n’est pas un nombre entier plus grand que zéro",
                "zone: Indian/Reunion | keyHeader: 'X Cle' | ce qui n’est pas le nom d’un en-tête",
                "zone: Indian/Reunion | key: abc | le paramètre « key » contient un secret en clair",
                "zone: Indian/Reunion | key: 'abc {{CLE}}-def' | le paramètre « key » contient un secret en clair",
                "cle={{CLE}} | api_key=abc | le paramètre « url » contient un secret en clair",
                "https://exemple.example/ | https://nom:mot@exemple.example/ | le paramètre « url » contient un secret",
                "name: \"Ville\" | name: \"Ville | ligne 9, colonne 15 : ce n’est pas du YAML",
            })
    void aMistakeIsToldInOneSentenceWithItsFile(String right, String wrong, String sentence) throws IOException {
        assertThat(GOOD).contains(right);
        write("ville", GOOD.replace(right, wrong));
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("ville.camel.yaml", sentence)
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key: 'Bearer {{CLE}}' | zone: Europe/Paris | ",
                "paging: openagenda | paging: liens | « liens », ce qui n’est pas une façon connue",
                "key: 'Bearer {{CLE}}' | pages: 0 | « 0 », ce qui n’est pas un nombre entier plus grand que zéro",
                "format: openagenda | format: csv | les pages d’un flux « csv » ne peuvent pas être mises bout à bout",
                "paging: openagenda | zone: Europe/Paris | le paramètre « paging » manque",
            })
    void aSourceInPagesIsChecked(String right, String wrong, String sentence) throws IOException {
        String good = GOOD.replace("http-feed-source", "http-pages-source")
                .replace("format: csv", "format: openagenda")
                .replace("zone: Indian/Reunion", "paging: openagenda\n        key: 'Bearer {{CLE}}'");
        assertThat(good).contains(right);
        write("ville", good.replace(right, wrong));
        if (sentence == null) {
            assertThat(problems()).isEmpty();
        } else {
            assertThat(problems()).anySatisfy(problem -> assertThat(problem).contains(sentence));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "password: '{{CLE}}' | password: abc | le paramètre « password » contient un secret en clair",
                "password: '{{CLE}}' | port: 22 | donnez le paramètre « password » ou le paramètre « privateKeyFile »",
                "knownHostsFile: pom.xml | port: 22 | le paramètre « knownHostsFile » manque",
                "knownHostsFile: pom.xml | knownHostsFile: nulle-part | un fichier qui peut être lu",
                "password: '{{CLE}}' | port: 70000 | « 70000 », ce qui n’est pas un port",
            })
    void aSourceOverSftpIsChecked(String right, String wrong, String sentence) throws IOException {
        String good = GOOD.replace("http-feed-source", "sftp-drop-source")
                .replaceAll("url: .*", "host: exemple.example")
                .replace(
                        "zone: Indian/Reunion",
                        "username: moi\n        folder: depot\n        knownHostsFile: pom.xml\n        password: '{{CLE}}'");
        write("ville", good);
        assertThat(problems()).isEmpty();
        assertThat(good).contains(right);
        write("ville", good.replace(right, wrong));
        assertThat(problems()).anySatisfy(problem -> assertThat(problem).contains(sentence));
    }

    @Test
    void theNameOfTheFormIsTaken() throws IOException {
        write("formulaire", GOOD.replace("/ville", "/formulaire").replace("source: ville", "source: formulaire"));
        assertThat(problems())
                .singleElement()
                .asString()
                .endsWith("« formulaire », qui est le nom du formulaire de Moisson : donnez-en un autre.");
    }

    @Test
    void everyProblemOfEveryFileIsToldAndNoAddress() throws IOException {
        write("a", GOOD.replace("0 0 4 * * ?", "x").replace("https://exemple.example", "secret:"));
        write("b", GOOD);
        assertThat(problems()).hasSize(2).noneMatch(problem -> problem.contains("agenda.csv"));
        assertThat(problems().getLast()).contains("b.camel.yaml : la source « ville » est déjà dans");
    }
}
