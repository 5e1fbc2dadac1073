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
import picocli.CommandLine.Spec;

/** Publishes a new version, if anything changed. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description =
                "Publie une nouvelle version si quelque chose a changé. / Publishes a new version if anything changed.")
final class PublishCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (House house = House.open(data.settings(Map.of()), Clock.systemUTC())) {
            return house.publish(out);
        }
    }
}
