package moisson.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import moisson.publish.Version;
import moisson.publish.portal.Portals;
import moisson.publish.portal.PushReport;
import moisson.publish.portal.Remark;
import moisson.publish.portal.Step;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings the current version to the portals of others, or says what that would do. */
@Command(
        name = "push",
        mixinStandardHelpOptions = true,
        description =
                "Porte la version publiée sur les portails réglés (udata, CKAN)\u202f; n’envoie que ce qui a changé."
                        + " / Brings the current version to the configured portals.",
        exitCodeListHeading = "Codes de sortie :%n",
        exitCodeList = {
            "0:à jour",
            "1:des modifications faites sur le portail, ou des échecs, sont à voir",
            "2:mauvais réglage",
            "3:arrêtée avant la fin\u202f; la suivante reprendra"
        })
final class PushCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--dry-run", description = "Écrit le plan sans rien changer. / Prints the plan and only reads.")
    private boolean dry;

    @Option(names = "--json", description = "Écrit le résultat en JSON. / Prints JSON.")
    private boolean json;

    @Parameters(paramLabel = "PORTAIL", description = "Portails\u202f; tous par défaut. / All by default.")
    private final List<String> wanted = new ArrayList<>();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Clock clock = Clock.systemUTC();
        try (House house = House.open(data.settings(Map.of()), clock)) {
            Portals portals = house.portals();
            List<String> ids = wanted.isEmpty() ? portals.ids() : wanted;
            if (ids.isEmpty()) {
                throw new IllegalArgumentException(
                        "Aucun portail n’est réglé\u202f: voyez «\u202fPublier sur data.gouv.fr ou un CKAN\u202f» dans le README.");
            }
            Version version = house.library()
                    .current()
                    .orElseThrow(
                            () -> new CannotException("Rien n’est encore publié\u202f: lancez ./moisson publish."));
            List<PushReport> reports = new ArrayList<>();
            for (String id : ids) {
                PushReport report = dry
                        ? portals.plan(id, version.folder(), version.manifest())
                        : portals.push(id, version.folder(), version.manifest(), clock.instant());
                reports.add(report);
                if (!json) {
                    print(report, out);
                }
            }
            if (json) {
                out.println(tree(reports).toPrettyString());
            }
            out.flush();
            return status(reports);
        }
    }

    private static int status(List<PushReport> reports) {
        if (reports.stream().anyMatch(report -> report.stopped().isPresent())) {
            return Moisson.COULD_NOT;
        }
        return reports.stream().anyMatch(PushReport::notable) ? Moisson.DONE_WITH_REJECTS : Moisson.DONE;
    }

    private static void print(PushReport report, PrintWriter out) {
        out.println(report.sentence());
        report.steps().forEach(step -> out.println("  " + step.sentence()));
        report.remarks().forEach(remark -> out.println("  " + (remark.notable() ? "! " : "") + remark.text()));
        report.problems().forEach(problem -> out.println("  ≠ " + problem));
        out.flush();
    }

    private static ArrayNode tree(List<PushReport> reports) {
        ArrayNode array = JSON.createArrayNode();
        for (PushReport report : reports) {
            ObjectNode node = array.addObject();
            node.put("portail", report.portal());
            node.put("version", report.publication());
            node.put("essai", report.dry());
            node.put("arret", report.stopped().orElse(null));
            ArrayNode steps = node.putArray("etapes");
            for (Step step : report.steps()) {
                steps.addObject()
                        .put("genre", step.kind().name())
                        .put("jeu", step.dataset())
                        .put("fichier", step.file())
                        .put("raison", step.why());
            }
            ArrayNode remarks = node.putArray("remarques");
            for (Remark remark : report.remarks()) {
                remarks.addObject().put("a_voir", remark.notable()).put("texte", remark.text());
            }
            ArrayNode problems = node.putArray("echecs");
            report.problems().forEach(problems::add);
        }
        return array;
    }
}
