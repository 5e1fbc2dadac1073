package moisson.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import moisson.store.StoreException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one command line. Exit status: 0 done, 1 done with rejects or findings, 2 bad usage or settings, 3 could not do it. */
@Command(
        name = "moisson",
        mixinStandardHelpOptions = true,
        version = "Moisson 0.1",
        description = {
            "Moissonne les événements de l’innovation publique et en publie des données ouvertes.",
            "Harvests the events of France's public-innovation month and publishes them as open data."
        },
        synopsisSubcommandLabel = "COMMANDE")
public final class Moisson {
    static final int DONE = 0;
    static final int DONE_WITH_REJECTS = 1;
    static final int BAD_USAGE = 2;
    static final int COULD_NOT = 3;

    /** In the order in which help lists them. */
    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            ServeCommand.class,
            HarvestCommand.class,
            PublishCommand.class,
            PushCommand.class,
            CheckCommand.class,
            ReplayCommand.class,
            MatchCommand.class,
            ExplainCommand.class,
            WordsCommand.class,
            DecideCommand.class,
            CalibrateCommand.class,
            VerifyCommand.class,
            GenerateCommand.class,
            BenchCommand.class);

    private Moisson() {}

    public static void main(String[] args) {
        int status = commandsFor(args).execute(args);
        if (!Interrupt.asked()) {
            System.exit(status);
        }
    }

    /** The command line with every command, ready to execute. */
    static CommandLine commands() {
        return line(COMMANDS);
    }

    /**
     * The command line for these words. When the first names a command, no other can have a say: looking at what all of them
     * can be asked takes as long as matching thousands of records.
     */
    static CommandLine commandsFor(String... words) {
        for (Class<?> command : COMMANDS) {
            if (words.length > 0 && words[0].equals(name(command))) {
                return line(List.of(command));
            }
        }
        return commands();
    }

    private static String name(Class<?> command) {
        return Objects.requireNonNull(command.getAnnotation(Command.class)).name();
    }

    private static CommandLine line(List<Class<?>> commands) {
        CommandLine line = new CommandLine(new Moisson());
        commands.forEach(line::addSubcommand);
        return line.setParameterExceptionHandler((wrong, args) -> UsageErrors.told(wrong))
                .setExecutionExceptionHandler((failure, command, parsed) -> told(failure, command));
    }

    /** Where the routes and samples are: beside the start script. */
    static Path home() {
        return Path.of(Optional.ofNullable(System.getenv("MOISSON_HOME"))
                .or(() -> Optional.ofNullable(System.getProperty("moisson.home")))
                .orElse("."));
    }

    private static int told(Exception failure, CommandLine command) {
        return switch (failure) {
            case SettingsException e -> say(command, e, BAD_USAGE);
            case RouteFileException e -> say(command, e, BAD_USAGE);
            case CannotException e -> say(command, e, COULD_NOT);
            case StoreException e -> say(command, e, COULD_NOT);
            case IllegalArgumentException e -> say(command, e, BAD_USAGE);
            default -> {
                LoggerFactory.getLogger(Moisson.class).error("Erreur inattendue", failure);
                yield say(command, failure, COULD_NOT);
            }
        };
    }

    private static int say(CommandLine command, Exception failure, int status) {
        command.getErr().println(failure.getMessage());
        command.getErr().flush();
        return status;
    }
}
