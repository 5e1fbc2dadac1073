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

/** Publishes a new version, if anything changed. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description =
                "Publie une nouvelle version si quelque chose a changé. / Publishes a new version if anything changed.",
        exitCodeListHeading = "Codes de sortie :%n",
        exitCodeList = {
            "0:publiée, ou rien n’a changé",
            "2:mauvais réglage",
            "3:retenue : la version précédente reste en ligne"
        })
final class PublishCommand implements Callable<Integer> {
    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--accept-loss",
            description =
                    "Publie même une version qui perd beaucoup d’événements, passe sous le plancher ou perd des points de"
                            + " catalogue. / Publishes even when many events or points of the catalogue would be lost.")
    private boolean lossAccepted;

    @Option(names = "--json", description = "Écrit ce qui a changé en JSON. / Prints JSON.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (House house = House.open(data.settings(Map.of()), Clock.systemUTC())) {
            return Publications.tell(house.publish(lossAccepted), house.library(), json, out);
        }
    }
}
