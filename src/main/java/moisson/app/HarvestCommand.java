package moisson.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    @Parameters(paramLabel = "SOURCE", description = "Sources à moissonner ; toutes par défaut. / All by default.")
    private final List<String> wanted = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        try (House house = House.open(data.settings(Map.of()), Clock.systemUTC())) {
            house.startRoads(Map.of(), false);
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
            if (json) {
                out.println(Reports.json(runs));
            } else if (ids.isEmpty()) {
                out.println("Aucune source : ajoutez un fichier dans le dossier des sources (voir le README).");
            }
            out.flush();
            return Reports.status(runs);
        }
    }
}
