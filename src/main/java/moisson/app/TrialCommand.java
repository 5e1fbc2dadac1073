package moisson.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import moisson.app.bench.Child;
import moisson.app.bench.HarvestTrial;
import moisson.app.bench.IncrementTrial;
import moisson.app.bench.PublishTrial;
import moisson.app.bench.ReadTrial;
import moisson.app.bench.SparqlTrial;
import moisson.app.bench.Usage;
import moisson.app.bench.VersionTrial;
import moisson.generate.Accuracy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One trial of a benchmark, in the process that is measured. Started by {@link BenchCommand}, not by people. */
@Command(name = "trial", hidden = true)
final class TrialCommand implements Callable<Integer> {
    private static final String PASSWORD = "MOISSON_DATABASE_PASSWORD";

    @Parameters(index = "0")
    private String trial = "";

    @Parameters(index = "1")
    private @Nullable Path answer;

    @Parameters(index = "2..*")
    private final List<String> words = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Child.answer(Objects.requireNonNull(answer), rows());
        return Moisson.DONE;
    }

    private List<Map<String, Object>> rows() throws IOException, InterruptedException {
        return switch (trial) {
            case "harvest" ->
                HarvestTrial.run(
                        Integer.parseInt(words.get(0)),
                        Path.of(words.get(1)),
                        word(2),
                        word(3),
                        System.getenv(PASSWORD));
            case "read" -> new ReadTrial().run(words.get(0), Path.of(words.get(1)));
            case "increment" -> IncrementTrial.run(Integer.parseInt(words.get(0)), Path.of(words.get(1)));
            case "publish" -> new PublishTrial(Path.of(words.get(1))).run(Integer.parseInt(words.get(0)));
            case "versions" -> VersionTrial.run(Integer.parseInt(words.get(0)), Path.of(words.get(1)), true);
            case "version" -> VersionTrial.run(Integer.parseInt(words.get(0)), Path.of(words.get(1)), false);
            case "sparql" -> sparql(Path.of(words.get(0)));
            case "match" -> List.of(match(words.get(0), words.subList(1, words.size())));
            default -> throw new IllegalArgumentException(trial);
        };
    }

    /** A house as it is served, on any free port, over the version that is in the folder. */
    private static List<Map<String, Object>> sparql(Path data) throws IOException {
        Settings settings = SettingsFile.read(
                data,
                Map.of(),
                Map.of(
                        "moisson.port",
                        "0",
                        "moisson.base.url",
                        VersionTrial.BASE.toString(),
                        // The first question that searches words waits for their index, on a busy machine for long.
                        "moisson.query.seconds",
                        "120"));
        List<Map<String, Object>> rows = new ArrayList<>(SparqlTrial.load(settings.publishing()));
        try {
            Usage before = Usage.now();
            try (House house = House.open(settings, Clock.systemUTC())) {
                rows.add(SparqlTrial.row("the whole version opened, with its sums looked at", before));
                rows.addAll(new SparqlTrial(house.serve()).ask());
            }
        } catch (CannotException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    private @Nullable String word(int index) {
        return index < words.size() && !words.get(index).isEmpty() ? words.get(index) : null;
    }

    /** The very command that people type; what it used is looked at before its answers are measured. */
    private static Map<String, Object> match(String truth, List<String> feeds) {
        Path table = Path.of(truth).resolveSibling("doublons.txt");
        List<String> command =
                new ArrayList<>(List.of("match", "--format", "csv", "--truth", truth, "--out", table.toString()));
        command.addAll(feeds);
        CommandLine line = Moisson.commands();
        int status = line.execute(command.toArray(String[]::new));
        MatchCommand match =
                Objects.requireNonNull(line.getSubcommands().get("match")).getCommand();
        MatchAccuracy measured = match.accuracy();
        if (measured == null) {
            throw new IllegalStateException("match ended with status " + status);
        }
        return row(measured.accuracy(), measured.usage());
    }

    private static Map<String, Object> row(Accuracy accuracy, Usage usage) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("records", accuracy.records());
        row.put("wall s", usage.wall());
        row.put("processor s", usage.processor());
        row.put("peak heap MB", Math.round(usage.heap() / 1e6));
        row.put("peak memory MB", Math.round(usage.memory() / 1e6));
        row.put("P", accuracy.pairs().precision());
        row.put("R", accuracy.pairs().recall());
        row.put("F1", accuracy.pairs().f1());
        row.put("exact P", accuracy.clusters().precision());
        row.put("exact R", accuracy.clusters().recall());
        row.put("exact F1", accuracy.clusters().f1());
        row.put("wrong per 1,000", accuracy.wrongPerThousand());
        row.put("across", accuracy.across());
        row.put("asked per 1,000 records", accuracy.askedPerThousand());
        row.put("asked rightly", accuracy.asked() == 0 ? "" : 1.0 * accuracy.askedRightly() / accuracy.asked());
        return row;
    }
}
