package moisson.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.intake.FeedReaders;
import moisson.intake.Formats;
import moisson.intake.Guess;
import moisson.intake.Mapping;
import moisson.intake.Sketch;
import moisson.reference.Editions;
import moisson.reference.Reference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What would happen to a feed. Writes nothing but the report that is asked for. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Dit ce qu’il adviendrait d’un flux : lu, corrigé, rejeté, en double. Ne change rien.",
            "Tells what would become of a feed. Changes nothing."
        })
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FICHIER|URL", description = "Le flux. / The feed.")
    private String feed = "";

    @Option(names = "--format", description = "Son format ; deviné par défaut. / Its format; guessed by default.")
    private @Nullable String format;

    @Option(
            names = "--map",
            paramLabel = "COLONNE=CHAMP",
            description = "Essaie une correspondance, comme mapping dans un fichier de source ; à répéter."
                    + " / Tries a mapping; may be repeated.")
    private final List<String> maps = new ArrayList<>();

    @Option(
            names = "--report",
            paramLabel = "DOSSIER",
            description = "Écrit le rapport dans ce dossier (JSON, HTML, CSV). / Writes the report there.")
    private @Nullable Path report;

    @Option(names = "--json", description = "Écrit le rapport en JSON. / Prints JSON.")
    private boolean json;

    @Option(
            names = "--allow-private",
            description = "Permet une adresse dans un réseau privé. / Lets the address be in a private network.")
    private boolean allowPrivate;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Map<String, String> mapping = new LinkedHashMap<>();
        maps.forEach(map -> mapping.putAll(Mapping.parse(map)));
        Reference reference = OwnTables.tables(data.folder());
        Editions editions = OwnTables.editions(data.settings(Map.of()));
        try (Fetched fetched = Fetched.of(feed, allowPrivate);
                Rehearsal rehearsal = Rehearsal.open(reference, editions, Clock.systemUTC())) {
            Guess guess = recognized(fetched);
            String name = fetched.name();
            Sketch sketch = Sketch.of(fetched.file(), guess.format().orElseThrow());
            Run run = rehearsal.bringIn(name, guess.format().orElseThrow(), fetched.file(), mapping);
            CheckReport told = new CheckReport(
                    guess,
                    sketch.findings(),
                    sketch.suggestions(Mapping.of(mapping)),
                    rehearsal.report(run, name),
                    run.state() == RunState.FAILED ? OptionalLong.empty() : rehearsal.known(data.folder()));
            if (report != null) {
                new ReportFiles(report).write("verification", told.report());
            }
            if (json) {
                out.println(told.json());
            } else {
                told.print(data.folder(), out);
            }
            out.flush();
            return status(run);
        }
    }

    private static int status(Run run) {
        if (run.state() == RunState.FAILED) {
            return Moisson.COULD_NOT;
        }
        return run.counts().read() == 0 ? Moisson.DONE_WITH_REJECTS : Reports.status(List.of(run));
    }

    private Guess recognized(Fetched fetched) throws IOException, CannotException {
        if (format != null) {
            if (FeedReaders.forFormat(format).isEmpty()) {
                throw new IllegalArgumentException("Le format « " + format + " » n’est pas connu. Formats lus : "
                        + String.join(", ", FeedReaders.formats()) + ".");
            }
            return new Guess(Optional.of(format), "C’est vous qui le dites.");
        }
        Guess guess = Formats.guess(head(fetched.file()), fetched.mediaType(), fetched.name());
        if (guess.format().isPresent()) {
            return guess;
        }
        return Sketch.unknown(fetched.file())
                .orElseThrow(() -> new CannotException("Le format de « " + Fetched.shown(feed)
                        + " » n’a pas été reconnu : " + guess.reason() + " Donnez-le avec --format."));
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Formats.HEAD);
        }
    }
}
