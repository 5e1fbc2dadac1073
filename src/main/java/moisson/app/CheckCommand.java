package moisson.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.intake.FeedReaders;
import moisson.intake.Formats;
import moisson.intake.Guess;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What would happen to a feed. Writes nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Dit ce qu'il adviendrait d'un flux : lu, corrigé, rejeté, en double. N'écrit rien.",
            "Tells what would become of a feed. Writes nothing."
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

    @Option(names = "--json", description = "Écrit le rapport en JSON. / Prints JSON.")
    private boolean json;

    @Option(
            names = "--allow-private",
            description = "Permet une adresse dans un réseau privé. / Lets the address be in a private network.")
    private boolean allowPrivate;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (Fetched fetched = Fetched.of(feed, allowPrivate);
                Rehearsal rehearsal = Rehearsal.open(Clock.systemUTC())) {
            Run run = rehearsal.bringIn(recognized(fetched, json ? null : out), fetched.file());
            if (json) {
                out.println(Reports.json(List.of(run)));
            } else {
                rehearsal.print(run, data.folder(), out);
            }
            out.flush();
            return run.state() == RunState.FAILED ? Moisson.COULD_NOT : Reports.status(List.of(run));
        }
    }

    private String recognized(Fetched fetched, @Nullable PrintWriter out) throws IOException, CannotException {
        if (format != null) {
            if (FeedReaders.forFormat(format).isEmpty()) {
                throw new IllegalArgumentException("Le format « " + format + " » n'est pas connu. Formats lus : "
                        + String.join(", ", FeedReaders.formats()) + ".");
            }
            return format;
        }
        Guess guess = Formats.guess(head(fetched.file()), fetched.mediaType(), fetched.name());
        if (guess.format().isEmpty()) {
            throw new CannotException("Le format de « " + feed + " » n'a pas été reconnu : " + guess.reason()
                    + " Donnez-le avec --format.");
        }
        if (out != null) {
            out.println("Format deviné : " + guess.format().get() + " (" + guess.reason() + ")");
        }
        return guess.format().get();
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Formats.HEAD);
        }
    }
}
