package moisson.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import moisson.deduplicate.Clustering;
import moisson.deduplicate.Deduplicator;
import moisson.deduplicate.Reduced;
import moisson.publish.format.MatchFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds the duplicates of feeds given by hand, and touches no store. */
@Command(
        name = "match",
        mixinStandardHelpOptions = true,
        description = {
            "Cherche les doublons dans des flux et écrit un tableau CSV, sans rien enregistrer ; du dossier des données, seuls"
                    + " vos propres tableaux de mots (tables/) sont lus."
                    + " / Finds the duplicates in feeds and writes a CSV table; no store is touched.",
            "Colonnes : file, record (place dans le fichier), key (identifiant de la source), cluster, score (en bits),"
                    + " reasons. Une ligne par enregistrement lu.",
            "Une colonne « feed » (à défaut « source ») d’un tableau dit de quel flux vient chaque ligne."
        },
        exitCodeListHeading = "Codes de sortie :%n",
        exitCodeList = {
            "0:tout est lu",
            "1:des enregistrements ont été rejetés",
            "2:format inconnu ou mauvais usage",
            "3:fichier illisible"
        })
final class MatchCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(arity = "1..*", paramLabel = "FICHIER", description = "Flux à lire. / Feeds to read.")
    private final List<Path> files = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Format de tous les fichiers (par défaut : deviné). / Format of all files.")
    private @Nullable String format;

    @Option(
            names = "--out",
            paramLabel = "FICHIER",
            description = "Où écrire (par défaut : la sortie standard). / Where to write.")
    private @Nullable Path out;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Fils d’exécution (par défaut : un par processeur) ; le résultat n’en dépend pas. / Threads.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--truth",
            paramLabel = "FICHIER",
            description = "Doublons connus (colonnes file, key, event) : dit combien sont trouvés."
                    + " / Known duplicates: tells how many are found.")
    private @Nullable Path truth;

    private final AtomicReference<@Nullable MatchAccuracy> accuracy = new AtomicReference<>();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (threads < 1) {
            throw new IllegalArgumentException("--threads doit être au moins 1.");
        }
        // Given with the feeds by a shell that was asked for the whole folder.
        files.removeIf(file -> truth != null && file.normalize().equals(truth.normalize()));
        List<FeedFile> feeds = feeds();
        Path aside = out == null ? null : aside(out);
        try {
            return match(feeds, aside);
        } finally {
            if (aside != null) {
                Files.deleteIfExists(aside);
            }
        }
    }

    private int match(List<FeedFile> feeds, @Nullable Path aside) throws CannotException, IOException {
        Deduplicator deduplicator = new Deduplicator(threads);
        MatchNormalizing normalizing = new MatchNormalizing(OwnTables.whenNeeded(data.folder()));
        try (MatchReading<Reduced> reading = new MatchReading<>(normalizing, deduplicator::reduce, threads)) {
            for (int rank = 0; rank < feeds.size(); rank++) {
                reading.read(rank, feeds.get(rank));
            }
            Clustering clustering = deduplicator.clusterReduced(reading.events());
            MatchAnswers answers = new MatchAnswers(clustering, reading.workers());
            reading.forgetEvents();
            write(reading.rows(), new MatchWriting(files, answers, reading.workers()), aside);
            if (truth != null) {
                measure(clustering, truth);
            }
            return reading.rows().stream().anyMatch(row -> row.id() == null) ? Moisson.DONE_WITH_REJECTS : Moisson.DONE;
        }
    }

    /** Beside the table: on standard output when that is free. */
    private void measure(Clustering clustering, Path known) throws CannotException {
        MatchAccuracy measured = MatchAccuracy.of(clustering, known);
        accuracy.set(measured);
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        measured.print(out == null ? line.getErr() : line.getOut());
    }

    /** What was measured against {@code --truth}; null before, and without it. */
    @Nullable
    MatchAccuracy accuracy() {
        return accuracy.get();
    }

    private List<FeedFile> feeds() throws CannotException {
        Map<String, Integer> names = new HashMap<>();
        files.forEach(file -> names.merge(name(file), 1, Integer::sum));
        List<FeedFile> feeds = new ArrayList<>();
        for (Path file : files) {
            // Files of one name in several folders are told apart by their paths.
            String source = names.getOrDefault(name(file), 1) == 1 ? name(file) : file.toString();
            feeds.add(FeedFile.of(file, source, format));
        }
        return feeds;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Beside the file to be written, which appears whole or not at all. Tried before the work, not after it. */
    private static Path aside(Path out) throws CannotException {
        try {
            return Files.createTempFile(out.toAbsolutePath().getParent(), ".match-", ".part");
        } catch (IOException e) {
            throw new CannotException("Le fichier «\u202F" + out + "\u202F» ne peut pas être écrit.", e);
        }
    }

    private void write(List<MatchRow> rows, MatchWriting writing, @Nullable Path aside) throws IOException {
        if (aside == null || out == null) {
            PrintWriter printed = Objects.requireNonNull(spec).commandLine().getOut();
            writing.write(rows, new MatchFile(printed));
            printed.flush();
            return;
        }
        try (BufferedWriter writer = Files.newBufferedWriter(aside, UTF_8);
                MatchFile table = new MatchFile(writer)) {
            writing.write(rows, table);
        }
        Files.move(aside, out, StandardCopyOption.REPLACE_EXISTING);
    }
}
