package moisson.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Harvests on schedule, publishes and serves, until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Moissonne selon l’horaire, publie, et sert le portail jusqu’à l’arrêt. / Scheduler, pages, SPARQL, operator's page.")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--port", description = "Port du serveur web. / Port of the web server.")
    private @Nullable Integer port;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Map<String, String> over = port == null ? Map.of() : Map.of("moisson.port", String.valueOf(port));
        try (House house = House.open(data.settings(over), Clock.systemUTC())) {
            house.startRoads(Map.of(), true);
            int bound = house.serve();
            out.println("Moisson : http://localhost:" + bound + "/   (Ctrl+C pour arrêter)");
            out.flush();
            Interrupt.await();
            return Moisson.DONE;
        }
    }
}
