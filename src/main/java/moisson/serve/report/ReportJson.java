package moisson.serve.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import moisson.event.Change;
import moisson.event.Counts;
import moisson.event.Hold;
import moisson.event.Notice;
import moisson.event.Plan;
import moisson.event.Run;
import org.jspecify.annotations.Nullable;

/** The report for programs. Times are ISO 8601 in UTC, sizes in bytes; what is not known is null. */
public final class ReportJson {
    private ReportJson() {}

    public static String text(RunReport report) {
        return of(report).toPrettyString() + "\n";
    }

    public static ObjectNode of(RunReport report) {
        Run run = report.run();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("passage", run.id());
        root.putObject("source").put("id", run.source()).put("nom", report.name());
        root.put("etat", run.state().name());
        root.put("etat_fr", RunWords.state(run.state()));
        root.put("effet_fr", RunWords.effect(run.state()));
        Instant ended = run.endedAt();
        root.put("debut", run.startedAt().toString());
        root.put("fin", ended == null ? null : ended.toString());
        root.put(
                "duree_secondes",
                ended == null ? null : Duration.between(run.startedAt(), ended).toMillis() / 1000.0);
        if (run.delivery() == null) {
            root.putNull("livraison");
        } else {
            root.putObject("livraison").put("sha256", run.delivery()).put("octets", report.size());
        }
        counts(root.putObject("comptes"), run.counts());
        root.put("message", run.message());
        plan(root, report.plan());
        ArrayNode rules = root.putArray("avis");
        report.rules().forEach(rule -> rule(rules.addObject(), rule));
        root.set("mots_non_compris", report.words() == null ? null : WordReport.json(report.words()));
        return root;
    }

    private static void counts(ObjectNode node, Counts counts) {
        node.put("equation", counts.equation());
        node.put("lus", counts.read());
        node.put("nouveaux", counts.created());
        node.put("modifies", counts.updated());
        node.put("inchanges", counts.unchanged());
        node.put("rejetes", counts.rejected());
        node.put("retires", counts.removed());
        node.put("doublons", counts.duplicates());
        node.put("avertissements", counts.warnings());
    }

    private static void plan(ObjectNode root, @Nullable Plan plan) {
        ArrayNode holds = root.putArray("retenue");
        if (plan == null) {
            root.putNull("plan");
            return;
        }
        for (Hold hold : plan.holds()) {
            holds.addObject()
                    .put("motif", hold.why().name())
                    .put("phrase", hold.french())
                    .put("mesure_pourcent", hold.measured())
                    .put("limite_pourcent", hold.bound());
        }
        ObjectNode node = root.putObject("plan");
        node.put("fiches_connues", plan.alive());
        node.put("absentes", plan.absent());
        node.put("identifiants_changes", plan.renamed());
        node.put("rejets_sans_identifiant", plan.unplaced());
        ObjectNode fields = node.putObject("champs_modifies");
        plan.fields().forEach(fields::put);
        ArrayNode changes = node.putArray("exemples");
        plan.changes().forEach(change -> change(changes.addObject(), change));
    }

    private static void change(ObjectNode node, Change change) {
        node.put("action", change.action().name());
        node.put("cle", change.key());
        node.put("titre", change.title());
        node.put("ancienne_cle", change.formerKey());
        ArrayNode fields = node.putArray("champs");
        change.fields().forEach(fields::add);
    }

    private static void rule(ObjectNode node, RunReport.Rule rule) {
        node.put("code", rule.code().name());
        node.put("gravite", rule.code().severity().name());
        node.put("fois", rule.times());
        node.putObject("fr")
                .put("regle", rule.code().french())
                .put("remede", rule.code().frenchRemedy());
        node.putObject("en")
                .put("regle", rule.code().english())
                .put("remede", rule.code().englishRemedy());
        ArrayNode examples = node.putArray("exemples");
        for (Notice notice : rule.examples()) {
            examples.addObject()
                    .put("endroit", notice.place())
                    .put("cle", notice.key())
                    .put("champ", notice.field())
                    .put("valeur", notice.value());
        }
    }
}
