package moisson.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import moisson.event.Plural;
import moisson.generate.FeedFormat;
import moisson.generate.Generator;
import moisson.generate.Truth;
import moisson.reference.Reference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Feeds of fictional events with known duplicates. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Écrit des flux d’événements fictifs mais vraisemblables, et truth.csv, qui dit lesquels racontent le même."
                    + " / Writes feeds of fictional but realistic events, and truth.csv, which says which tell the same.",
            "La même graine donne les mêmes octets. Mesurer la recherche des doublons :"
                    + " moisson match DOSSIER/* --truth DOSSIER/truth.csv --out doublons.csv"
        })
final class GenerateCommand implements Callable<Integer> {
    private static final int MOST = 20_000_000;

    @Parameters(paramLabel = "N", description = "Nombre de fiches. / Number of records.")
    private int records;

    @Option(names = "--seed", paramLabel = "S", description = "Graine (1 par défaut). / Seed.")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DOSSIER", required = true, description = "Dossier neuf. / A new folder.")
    private @Nullable Path out;

    @Option(
            names = "--hard",
            description = "Plus de ressemblances trompeuses et de fautes. / More look-alikes and mistakes.")
    private boolean hard;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "De tous les fichiers (par défaut : à chaque source le sien) : csv, json, openagenda, ical,"
                    + " rss, rdf, moisson. / Of all files.")
    private @Nullable String format;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (records < 1 || records > MOST) {
            throw new IllegalArgumentException("N doit être compris entre 1 et " + MOST + ".");
        }
        Path folder = Objects.requireNonNull(out);
        requireNew(folder);
        PrintWriter printed = Objects.requireNonNull(spec).commandLine().getOut();
        try {
            List<Path> feeds = new Generator(Reference.shipped(), seed, hard).feeds(records, chosen(), folder);
            printed.printf(
                    "%s dans %d flux, et leurs doublons connus dans %s%n",
                    Plural.of(records, "fiche fictive", "fiches fictives"), feeds.size(), folder.resolve(Truth.FILE));
            feeds.forEach(printed::println);
            printed.flush();
        } catch (IOException e) {
            throw new CannotException("Le dossier «\u202F" + folder + "\u202F» ne peut pas être rempli.", e);
        }
        return Moisson.DONE;
    }

    private @Nullable FeedFormat chosen() {
        if (format == null) {
            return null;
        }
        String word = format.toLowerCase(Locale.ROOT);
        return Arrays.stream(FeedFormat.values())
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Le format «\u202F" + format
                        + "\u202F» ne peut pas être écrit. Formats\u202F: "
                        + Arrays.stream(FeedFormat.values())
                                .map(FeedFormat::word)
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    /** Feeds of an earlier, larger set among those of a new one would make the table of truth lie. */
    private static void requireNew(Path folder) throws CannotException {
        if (!Files.exists(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            if (files.iterator().hasNext()) {
                throw new CannotException("Le dossier «\u202F" + folder + "\u202F» n’est pas vide.");
            }
        } catch (IOException e) {
            throw new CannotException("«\u202F" + folder + "\u202F» n’est pas un dossier.", e);
        }
    }
}
