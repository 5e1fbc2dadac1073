package moisson.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import moisson.event.Plural;
import moisson.publish.PublisherSettings;
import moisson.publish.Verification;
import moisson.publish.proof.Difference;
import moisson.publish.proof.Findings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves that a published version tells the same in every format, in its figures and in SPARQL. Only reads. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Relit une version publiée et compare tout à tout : chaque valeur de chaque format, chaque chiffre, SPARQL."
                    + " / Reads a published version back and compares everything with everything.",
            "Ne modifie rien, et peut être lancé à côté d’un serveur en marche. / Only reads, even beside a server."
        },
        exitCodeListHeading = "Codes de sortie :%n",
        exitCodeList = {
            "0:tout dit la même chose",
            "1:des différences, qui sont écrites",
            "2:mauvais réglage",
            "3:pas de version à lire"
        })
final class VerifyCommand implements Callable<Integer> {
    private static final int LONGEST = 160;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--publication",
            paramLabel = "N",
            description = "Numéro de la version (par défaut : la dernière). / Number of the version.")
    private @Nullable Integer number;

    @Option(names = "--json", description = "Écrit le résultat en JSON. / Prints JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Settings settings = data.settings(Map.of());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PublisherSettings publishing = settings.publishing();
        int wanted = number == null ? latest(settings.publications()) : number;
        Verification verification = verification(publishing, wanted);
        if (json) {
            printJson(verification, out);
        } else {
            print(verification, out);
        }
        out.flush();
        return verification.sound() ? Moisson.DONE : Moisson.DONE_WITH_REJECTS;
    }

    private static Verification verification(PublisherSettings settings, int number) throws CannotException {
        Optional<Verification> verification;
        try {
            verification = Verification.of(settings, number);
        } catch (IOException e) {
            throw new CannotException("La version " + number + " ne peut pas être lue : " + e.getMessage(), e);
        }
        return verification.orElseThrow(() -> new CannotException(
                "Il n’y a pas de version " + number + " dans «\u202F" + settings.folder() + "\u202F»."));
    }

    private static int latest(Path publications) throws CannotException {
        try (Stream<Path> children = Files.list(publications)) {
            return children.map(child -> String.valueOf(child.getFileName()))
                    .filter(name -> name.matches("[1-9]\\d{0,8}"))
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElseThrow();
        } catch (IOException | java.util.NoSuchElementException e) {
            throw new CannotException("Rien n’est encore publié dans «\u202F" + publications + "\u202F».", e);
        }
    }

    private static void print(Verification verification, PrintWriter out) {
        Findings findings = verification.findings();
        out.printf(
                "Version %d, %s, publiée le %s%n",
                verification.publication().number(),
                Plural.of(verification.publication().events(), "événement"),
                verification.publication().at());
        findings.compared()
                .forEach(one -> out.printf(
                        "  %s = %s : %d %s, %s%n",
                        one.file(), one.with(), one.rows(), one.unit(), Plural.of(one.values(), "valeur")));
        verification.undeclared().forEach(name -> out.println("  ≠ " + name + " n’est pas dans le manifeste"));
        for (Difference one : findings.differences()) {
            out.printf(
                    "  ≠ %s%s, %s : attendu « %s », trouvé « %s »%n",
                    one.file(),
                    one.id().isEmpty() ? "" : ", " + one.id(),
                    one.field(),
                    brief(one.expected()),
                    brief(one.met()));
        }
        long more = findings.count() - findings.differences().size();
        if (more > 0) {
            out.println("  ≠ et " + Plural.of(more, "autre différence", "autres différences"));
        }
        long values = findings.compared().stream()
                .mapToLong(Findings.Compared::values)
                .sum();
        out.println(
                verification.sound()
                        ? "Tout dit la même chose : " + values + " valeurs comparées."
                        : (findings.count() + verification.undeclared().size()) + " différences sur " + values
                                + " valeurs comparées.");
    }

    private static String brief(String text) {
        String line = text.replace("\n", "\\n");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static void printJson(Verification verification, PrintWriter out) throws IOException {
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("publication", verification.publication());
        told.put("sound", verification.sound());
        told.put("compared", verification.findings().compared());
        told.put("differences", verification.findings().differences());
        told.put("count", verification.findings().count());
        told.put("undeclared", verification.undeclared());
        out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(told));
    }
}
