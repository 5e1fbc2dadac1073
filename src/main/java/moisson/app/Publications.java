package moisson.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import moisson.event.Plural;
import moisson.event.Publication;
import moisson.publish.Library;
import moisson.publish.Outcome;
import moisson.publish.Version;
import moisson.publish.quality.Metric;

/** Tells people what came of a publication. */
final class Publications {
    private Publications() {}

    /** Says all that came of it, and answers the exit status. */
    static int tell(Outcome outcome, Library library, boolean json, PrintWriter out) {
        if (json) {
            out.println(json(outcome));
            out.flush();
        } else {
            print(outcome, out);
            quality(outcome, library, out);
        }
        return outcome.state() == Outcome.State.HELD ? Moisson.COULD_NOT : Moisson.DONE;
    }

    static void print(Outcome outcome, PrintWriter out) {
        out.println(sentence(outcome));
        if (outcome.state() == Outcome.State.HELD && !outcome.changes().isEmpty()) {
            out.println("  Elle aurait changé :");
        }
        for (Outcome.Change change : outcome.changes()) {
            out.printf(
                    "  %-24s %17s : %d de plus, %s, %d de moins%n",
                    change.dataset(),
                    Plural.of(change.events(), "événement"),
                    change.added(),
                    Plural.of(change.changed(), "modifié"),
                    change.removed());
        }
        tables(outcome, out);
        if (outcome.state() == Outcome.State.HELD && !outcome.changes().isEmpty()) {
            out.println("  Pour la publier quand même : ./moisson publish --accept-loss");
        }
        if (outcome.unplaced() > 0) {
            out.println(
                    outcome.unplaced() == 1
                            ? "  1 événement n’est pas publié : il ne touche aucune édition."
                            : "  " + outcome.unplaced()
                                    + " événements ne sont pas publiés : ils ne touchent aucune édition.");
        }
        out.flush();
    }

    /** What the method of data.europa.eu gives the catalogue; a version that is held has said what it lacks. */
    static void quality(Outcome outcome, Library library, PrintWriter out) {
        library.current()
                .filter(version -> outcome.state() != Outcome.State.HELD)
                .map(Version::quality)
                .filter(score -> !score.datasets().isEmpty())
                .ifPresent(score -> out.printf(
                        "  catalogue DCAT-AP : %s points sur %d par la méthode de data.europa.eu (MQA), %d jeux de données%n",
                        score.total().stripTrailingZeros().toPlainString().replace('.', ','),
                        Metric.MOST,
                        score.datasets().size()));
        out.flush();
    }

    /** Those that changed; of what is published for the first time, only what holds all editions together. */
    private static void tables(Outcome outcome, PrintWriter out) {
        long same = outcome.tables().stream().filter(table -> !table.changed()).count();
        for (Outcome.Table table : outcome.tables()) {
            boolean whole = !table.dataset().matches(".*-\\d{4}");
            if (table.changed() && (whole || table.before() > 0)) {
                int more = table.rows() - table.before();
                out.printf(
                        "  %-24s %7d lignes : %s%n",
                        table.dataset(),
                        table.rows(),
                        more == 0 ? "des valeurs ont changé" : Math.abs(more) + (more > 0 ? " de plus" : " de moins"));
            }
        }
        if (same > 0) {
            out.println(
                    same == 1
                            ? "  1 autre jeu de données n’a pas changé."
                            : "  " + same + " autres jeux de données n’ont pas changé.");
        }
    }

    /** The same for programs. */
    static String json(Outcome outcome) {
        ObjectNode told = new ObjectMapper().createObjectNode();
        told.put("etat", outcome.state().name());
        Publication publication = outcome.publication();
        told.put("version", publication == null ? null : publication.number());
        told.put("instant", publication == null ? null : publication.at().toString());
        told.put("empreinte", publication == null ? null : publication.contentHash());
        told.put("evenements", publication == null ? null : publication.events());
        told.put("non_places", outcome.unplaced());
        told.put("raison", outcome.reason());
        ArrayNode datasets = told.putArray("jeux");
        for (Outcome.Change change : outcome.changes()) {
            ObjectNode dataset = datasets.addObject();
            dataset.put("jeu", change.dataset());
            dataset.put("evenements", change.events());
            dataset.put("ajouts", change.added());
            dataset.put("modifications", change.changed());
            dataset.put("retraits", change.removed());
        }
        for (Outcome.Table table : outcome.tables()) {
            ObjectNode dataset = datasets.addObject();
            dataset.put("jeu", table.dataset());
            dataset.put("lignes", table.rows());
            dataset.put("lignes_avant", table.before());
            dataset.put("change", table.changed());
        }
        return told.toPrettyString();
    }

    static String sentence(Outcome outcome) {
        Publication publication = outcome.publication();
        String version = publication == null ? "aucune" : String.valueOf(publication.number());
        return switch (outcome.state()) {
            case PUBLISHED ->
                "Version " + version + " publiée : " + (publication == null ? 0 : publication.events())
                        + " événements.";
            case UNCHANGED ->
                "Rien n’a changé depuis la version " + version + " : pas de nouvelle version."
                        + (outcome.reason() == null ? "" : " " + outcome.reason());
            case HELD -> "Publication retenue ; la version en ligne reste : " + version + ". " + outcome.reason();
        };
    }
}
