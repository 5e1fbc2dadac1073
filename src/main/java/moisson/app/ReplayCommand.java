package moisson.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.event.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What would differ if the archive were harvested with today's rules. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Relit les livraisons archivées avec les règles d’aujourd’hui et dit ce qui serait différent. Ne change rien.",
            "Reads archived deliveries again with today's rules and tells what would differ. Changes nothing.",
            "Sans --all, seule la dernière livraison appliquée de chaque source est relue. / Only the latest without --all.",
            "Fin : 0 sans différence, 1 avec. / Exit status: 0 no difference, 1 differences."
        })
final class ReplayCommand implements Callable<Integer> {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Mixin
    private final DataOption data = new DataOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "Seulement les livraisons reçues depuis ce jour (AAAA-MM-JJ). / Only those received since.")
    private @Nullable LocalDate since;

    @Option(
            names = "--all",
            description =
                    "Relit toutes les livraisons appliquées, dans leur ordre. / Every applied delivery, in order.")
    private boolean all;

    @Option(
            names = "--apply",
            description =
                    "Moissonne de nouveau la dernière livraison des sources qui diffèrent ; une grande différence est"
                            + " retenue. / Harvests the latest delivery of sources that differ again.")
    private boolean apply;

    @Option(names = "--json", description = "Écrit le rapport en JSON. / Prints JSON.")
    private boolean json;

    @Parameters(paramLabel = "SOURCE", description = "Sources à relire ; toutes par défaut. / All by default.")
    private final List<String> wanted = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (House house = House.open(data.settings(Map.of()), Clock.systemUTC())) {
            house.startRoads(Map.of(), false);
            wanted.forEach(house.sources()::get);
            Replay replay = house.replay();
            Instant from =
                    since == null ? Instant.EPOCH : since.atStartOfDay(PARIS).toInstant();
            List<Replayed> replayed = new ArrayList<>();
            List<String> passed = new ArrayList<>();
            List<Run> applied = new ArrayList<>();
            for (String id : wanted.isEmpty() ? replay.sources() : wanted) {
                Optional<Source> source = house.sources().find(id);
                List<Run> runs = source.isEmpty() ? List.of() : replay.applied(id, from, all);
                if (source.isEmpty()) {
                    passed.add(id + " : son fichier n’existe plus, ses livraisons ne sont pas relues.");
                } else if (runs.isEmpty()) {
                    passed.add(
                            id + " : aucune livraison appliquée" + (since == null ? "." : " depuis le " + since + "."));
                } else {
                    Replayed one = replay.of(source.get(), runs);
                    replayed.add(one);
                    if (!json) {
                        one.print(out);
                    }
                    if (apply && one.differs()) {
                        applied.addAll(applied(house, source.get(), runs.getLast(), passed));
                    }
                }
            }
            tell(replayed, passed, applied, out);
            return status(replayed, applied);
        }
    }

    private static List<Run> applied(House house, Source source, Run last, List<String> passed) throws IOException {
        Optional<Run> run = house.harvestAgain(source, String.valueOf(last.delivery()));
        if (run.isEmpty()) {
            passed.add(source.id() + " : sa dernière livraison n’est plus dans l’archive, rien n’est appliqué.");
        } else if (run.get().state() == RunState.NOT_MODIFIED) {
            passed.add(source.id() + " : rien n’est appliqué, car la version des règles n’a pas été relevée depuis la"
                    + " dernière moisson (Rules.VERSION).");
        }
        return run.stream().toList();
    }

    private void tell(List<Replayed> replayed, List<String> passed, List<Run> applied, PrintWriter out) {
        if (!json) {
            passed.forEach(sentence -> out.println("  " + sentence));
            if (replayed.isEmpty() && passed.isEmpty()) {
                out.println("L’archive est vide.");
            }
            Reports.print(applied, out);
            return;
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode sources = root.putArray("sources");
        replayed.forEach(one -> sources.add(one.json()));
        ArrayNode left = root.putArray("laissees");
        passed.forEach(left::add);
        root.set("moissons", Reports.tree(applied));
        out.println(root.toPrettyString());
        out.flush();
    }

    private static int status(List<Replayed> replayed, List<Run> applied) {
        if (!applied.isEmpty() && Reports.status(applied) == Moisson.COULD_NOT) {
            return Moisson.COULD_NOT;
        }
        return replayed.stream().anyMatch(Replayed::differs) ? Moisson.DONE_WITH_REJECTS : Moisson.DONE;
    }
}
