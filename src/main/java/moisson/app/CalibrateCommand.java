package moisson.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import moisson.deduplicate.Deduplicator;
import moisson.deduplicate.Survey;
import moisson.event.Event;
import moisson.generate.Truth;
import moisson.reference.Reference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what the scores are worth on sets with known duplicates; touches no store. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description = {
            "Dit ce que valent les scores, les seuils et les poids sur des jeux aux doublons connus."
                    + " / Says what scores, thresholds and weights are worth on sets with known duplicates.",
            "Un jeu est un dossier fait par « generate » : des flux et truth.csv. La courbe de probabilité est ajustée"
                    + " sur le premier et contrôlée sur les autres. / The curve is fitted on the first set."
        },
        exitCodeListHeading = "Codes de sortie :%n",
        exitCodeList = {"0:fait", "2:mauvais usage", "3:fichier illisible"})
final class CalibrateCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "JEU", description = "Dossiers. / Folders.")
    private final List<Path> sets = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FICHIER", description = "Rapport en Markdown (par défaut : affiché).")
    private @Nullable Path out;

    @Option(names = "--json", paramLabel = "FICHIER", description = "Le même en JSON. / The same as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--cost-wrong",
            description = "Coût d’une réunion à tort, qui cache un événement (5). / Of a wrong join.")
    private double wrong = 5;

    @Option(
            names = "--cost-missed",
            description = "Coût d’un doublon manqué, compté deux fois (1). / Of a missed duplicate.")
    private double missed = 1;

    @Option(names = "--cost-asked", description = "Coût d’une question à une personne (0,1). / Of asking a person.")
    private double asked = 0.1;

    @Option(names = "--threads", paramLabel = "N", description = "Fils d’exécution. / Threads.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!(wrong > 0 && missed > 0 && asked >= 0) || threads < 1) {
            throw new IllegalArgumentException("Les coûts doivent être positifs, et --threads au moins 1.");
        }
        List<Calibration> calibrations = new ArrayList<>();
        for (Path set : sets) {
            calibrations.add(calibration(set));
        }
        CalibrationReport report =
                new CalibrationReport(calibrations, new CalibrationReport.Costs(wrong, missed, asked));
        PrintWriter printed = Objects.requireNonNull(spec).commandLine().getOut();
        try {
            if (out == null) {
                printed.print(report.markdown());
                printed.flush();
            } else {
                Files.writeString(out, report.markdown(), UTF_8);
            }
            if (json != null) {
                Files.writeString(json, report.json(), UTF_8);
            }
        } catch (IOException e) {
            throw new CannotException("Le rapport ne peut pas être écrit\u202F: " + e.getMessage(), e);
        }
        return Moisson.DONE;
    }

    private Calibration calibration(Path set) throws CannotException {
        Path known = set.resolve(Truth.FILE);
        try (MatchReading<Event> reading =
                new MatchReading<>(new MatchNormalizing(Reference::shipped), Function.identity(), threads)) {
            List<Path> feeds = feeds(set);
            for (int rank = 0; rank < feeds.size(); rank++) {
                Path feed = feeds.get(rank);
                reading.read(rank, FeedFile.of(feed, String.valueOf(feed.getFileName()), null));
            }
            Survey survey = Survey.of(reading.events(), threads);
            return Calibration.of(
                    String.valueOf(set.getFileName()),
                    survey,
                    new Deduplicator(threads).cluster(reading.events(), List.of()),
                    Truth.read(known));
        } catch (IOException e) {
            throw new CannotException(
                    "Le dossier «\u202F" + set + "\u202F» n’est pas un jeu\u202F: il y faut des flux et " + Truth.FILE
                            + ".",
                    e);
        }
    }

    private static List<Path> feeds(Path set) throws IOException {
        try (Stream<Path> files = Files.list(set)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(Truth.FILE))
                    .sorted()
                    .toList();
        }
    }
}
