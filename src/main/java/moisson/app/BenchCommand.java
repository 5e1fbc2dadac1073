package moisson.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moisson.app.bench.Benchmarks;
import moisson.app.bench.Sheet;
import moisson.app.bench.Workplace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The benchmarks of {@code docs/benchmarks.md}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "",
        subcommands = TrialCommand.class,
        description = {
            "Mesure Moisson sur des données engendrées, et écrit des tableaux Markdown."
                    + " / Measures Moisson on generated data and prints Markdown tables.",
            "harvest : moissonner encore ; read : chaque lecteur ; match : les doublons ; increment : du nouveau parmi beaucoup ; publish : chaque format et chaque version ;"
                    + " sparql : les questions des chercheurs."
        },
        exitCodeListHeading = "Codes de sortie :%n",
        exitCodeList = {"0:tout est mesuré", "1:une mesure a échoué", "2:mauvais usage", "3:impossible"})
final class BenchCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "NOM",
            description = "harvest, read, match, increment, publish, sparql (par défaut : tout).")
    private final List<String> names = new ArrayList<>();

    @Option(
            names = "--records",
            paramLabel = "N",
            description = "Nombre de fiches (par défaut : ceux des objectifs). / Number of records.")
    private @Nullable Integer records;

    @Option(names = "--heap", paramLabel = "TAILLE", description = "Mémoire de chaque mesure, comme 2g. / Heap.")
    private @Nullable String heap;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "Base PostgreSQL vide pour harvest (par défaut : SQLite) ; son mot de passe est dans"
                    + " MOISSON_DATABASE_PASSWORD. / An empty PostgreSQL database.")
    private @Nullable String database;

    @Option(names = "--user", paramLabel = "NOM", description = "De cette base. / Of that database.")
    private String user = "";

    @Option(names = "--json", description = "Écrit en JSON. / Prints JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        if (records != null && records < 1) {
            throw new IllegalArgumentException("--records doit être au moins 1.");
        }
        List<Benchmarks.Name> chosen = chosen();
        List<Sheet> sheets = new ArrayList<>();
        try (Workplace place = Workplace.open()) {
            Benchmarks benchmarks = new Benchmarks(place, records, heap, what -> {
                err.println(what);
                err.flush();
            });
            for (Benchmarks.Name name : chosen) {
                Sheet sheet = benchmarks.run(name, database == null ? List.of() : List.of(database, user));
                sheets.add(sheet);
                if (!json) {
                    sheet.print(out);
                }
            }
        }
        if (json) {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(sheets));
            out.flush();
        }
        boolean failed =
                sheets.stream().flatMap(sheet -> sheet.rows().stream()).anyMatch(row -> row.containsKey("failed"));
        return failed ? Moisson.DONE_WITH_REJECTS : Moisson.DONE;
    }

    private List<Benchmarks.Name> chosen() {
        if (names.isEmpty()) {
            return List.of(Benchmarks.Name.values());
        }
        return names.stream().distinct().map(BenchCommand::named).toList();
    }

    private static Benchmarks.Name named(String name) {
        return Arrays.stream(Benchmarks.Name.values())
                .filter(known -> known.word().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Mesure inconnue\u202F: " + name + ". Mesures\u202F: "
                        + Stream.of(Benchmarks.Name.values())
                                .map(Benchmarks.Name::word)
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
