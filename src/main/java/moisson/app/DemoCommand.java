package moisson.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import moisson.event.Plural;
import moisson.event.Run;
import moisson.publish.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job on the samples, in a folder of its own, and the result served. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Moissonne les exemples, publie et sert le résultat. / Harvests the samples, publishes and serves.")
final class DemoCommand implements Callable<Integer> {
    private static final int PORT = 8080;

    @Option(names = "--once", description = "S’arrête une fois publié. / Stops when published.")
    private boolean once;

    @Option(names = "--data", paramLabel = "DOSSIER", description = "Dossier de la démonstration (par défaut : demo).")
    private final Path data = Path.of("demo");

    @Option(names = "--port", description = "Port du serveur web (par défaut : 8080).")
    private @Nullable Integer wanted;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Path samples = Moisson.home().resolve("samples");
        if (!Files.isDirectory(samples)) {
            throw new CannotException("Le dossier des exemples « " + samples + " » manque.");
        }
        if (wanted != null) {
            settings(samples, wanted);
        }
        int port = once ? 0 : free(wanted == null ? PORT : wanted, out);
        try (SamplePartners partners = SamplePartners.start(samples.resolve("partners"));
                House house = House.open(settings(samples, port), Clock.systemUTC())) {
            Path drop = data.resolve("depot").toAbsolutePath();
            house.startRoads(
                    Map.of(
                            "moisson.samples.url",
                            partners.url(),
                            "moisson.samples.drop",
                            drop.toString(),
                            "moisson.retry.delay",
                            "250"),
                    !once);
            out.println("Moisson : démonstration dans le dossier « " + data + " ».");
            // Served before it harvests: what an earlier start published is there at once.
            String url = once ? "" : "http://localhost:" + house.serve() + "/";
            if (!once) {
                out.println("Le portail est ouvert sur " + url);
                out.flush();
            }
            harvest(house, samples, drop, out);
            Outcome outcome = house.publish();
            Publications.print(outcome, out);
            Publications.quality(outcome, house.library(), out);
            VersionFigures.print(house.library(), out);
            if (outcome.state() == Outcome.State.HELD) {
                return Moisson.COULD_NOT;
            }
            return once ? Moisson.DONE : stay(url, out);
        }
    }

    private Settings settings(Path samples, int port) {
        Path home = Moisson.home();
        return SettingsFile.read(
                data,
                System.getenv(),
                Map.of(
                        "moisson.routes", home.resolve("routes").toString(),
                        "moisson.sources",
                                home.resolve("routes/sources/samples").toString(),
                        "moisson.editions", samples.resolve("editions.csv").toString(),
                        // The same whatever the port, so that the same content is the same version.
                        "moisson.base.url", "http://localhost:" + PORT + "/",
                        "moisson.port", String.valueOf(port)));
    }

    private static void harvest(House house, Path samples, Path drop, PrintWriter out) throws IOException {
        handIn(samples.resolve("drop"), drop);
        out.println("Moissons :");
        for (String source : house.scheduledSources()) {
            Reports.print(house.harvestNow(source), out);
        }
        List<Run> proposals = new ArrayList<>();
        try (Stream<Path> files = Files.list(samples.resolve("form"))) {
            for (Path file : files.sorted().toList()) {
                proposals.add(house.propose(Files.readAllBytes(file)));
            }
        }
        out.printf(
                "  %-24s %s : %s, %s%n",
                "formulaire",
                Plural.of(proposals.size(), "proposition"),
                Plural.of(
                        proposals.stream()
                                .mapToInt(run -> run.counts().created())
                                .sum(),
                        "nouvelle"),
                Plural.of(
                        proposals.stream()
                                .filter(run -> run.counts().created()
                                                + run.counts().updated()
                                                + run.counts().rejected()
                                        == 0)
                                .count(),
                        "inchangée"));
        out.flush();
    }

    /** As a partner would: written under another name first, so that no half file is taken. */
    private static void handIn(Path from, Path drop) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = drop.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Path aside = to.resolveSibling("." + to.getFileName());
                Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
                Files.move(aside, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private int stay(String url, PrintWriter out) throws InterruptedException {
        out.println();
        out.println("Le portail      " + url);
        out.println("Les données     " + url + "donnees");
        out.println("SPARQL          " + url + "sparql");
        out.println("Proposer        " + url + "proposer");
        out.println("L’exploitant    " + url + "operateur   (operateur, mot de passe dans " + data + "/operateur.txt)");
        out.println("Santé           " + url + "sante");
        out.println("Ctrl+C pour arrêter.");
        out.flush();
        Interrupt.await();
        return Moisson.DONE;
    }

    private static int free(int port, PrintWriter out) throws IOException {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException taken) {
            try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                out.println("Le port " + port + " est déjà pris : le portail est servi sur le port "
                        + any.getLocalPort() + ".");
                return any.getLocalPort();
            }
        }
    }
}
