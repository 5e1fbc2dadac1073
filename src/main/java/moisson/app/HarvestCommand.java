package moisson.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import moisson.event.Run;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Harvests now. */
@Command(
        name = "harvest",
        mixinStandardHelpOptions = true,
        description = "Moissonne maintenant et dit ce que chaque enregistrement est devenu. / Harvests now.")
final class HarvestCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--json", description = "Écrit le rapport en JSON. / Prints JSON.")
    private boolean json;

    @Option(
            names = "--report",
            paramLabel = "DOSSIER",
            description = "Écrit le rapport de chaque moisson dans ce dossier (JSON, HTML, CSV). / Writes each report.")
    private @Nullable Path report;

    @Option(
            names = "--accept",
            paramLabel = "N",
            description = "Applique la moisson retenue n° N. / Applies the held harvest number N.")
    private @Nullable Long accept;

    @Option(
            names = "--refuse",
            paramLabel = "N",
            description = "Refuse la moisson retenue n° N. / Refuses the held harvest number N.")
    private @Nullable Long refuse;

    @Parameters(paramLabel = "SOURCE", description = "Sources à moissonner ; toutes par défaut. / All by default.")
    private final List<String> wanted = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        if (deciding() && ((accept != null && refuse != null) || !wanted.isEmpty())) {
            throw new IllegalArgumentException("Donnez --accept N ou --refuse N, seul et sans source.");
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (House house = open()) {
            house.startRoads(Map.of(), false);
            ReportFiles files = report == null ? null : new ReportFiles(report);
            List<Run> runs = deciding() ? List.of(decided(house.decisions())) : harvested(house, out);
            if (json) {
                out.println(Reports.json(runs));
            } else if (deciding()) {
                Reports.print(runs, out);
            }
            if (files != null) {
                for (Run run : runs) {
                    files.write("passage-" + run.id() + "-" + run.source(), house.report(run));
                }
            }
            out.flush();
            return Reports.status(runs);
        }
    }

    private List<Run> harvested(House house, PrintWriter out) {
        List<String> ids = wanted.isEmpty() ? house.scheduledSources() : wanted;
        ids.forEach(house.sources()::get);
        List<Run> runs = new ArrayList<>();
        for (String id : ids) {
            List<Run> ended = house.harvestNow(id);
            runs.addAll(ended);
            if (!json) {
                Reports.print(ended, out);
            }
        }
        if (ids.isEmpty() && !json) {
            out.println("Aucune source : ajoutez un fichier dans le dossier des sources (voir le README).");
        }
        return runs;
    }

    private boolean deciding() {
        return accept != null || refuse != null;
    }

    private Run decided(Decisions decisions) {
        return accept == null ? decisions.refuse(Objects.requireNonNull(refuse)) : decisions.accept(accept);
    }

    /** A running server keeps the data folder for itself, and has a page for decisions. */
    private House open() throws CannotException {
        Settings settings = data.settings(Map.of());
        try {
            return House.open(settings, Clock.systemUTC());
        } catch (CannotException e) {
            throw deciding()
                    ? new CannotException(
                            e.getMessage()
                                    + " Si c’est « moisson serve », décidez plutôt sur la page de l’exploitant : "
                                    + settings.baseUrl().resolve("operateur"),
                            e)
                    : e;
        }
    }
}
