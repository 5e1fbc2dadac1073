package moisson.app;

import java.io.PrintWriter;
import moisson.event.Publication;
import moisson.publish.Library;
import moisson.publish.Outcome;
import moisson.publish.Version;
import moisson.publish.quality.Metric;

/** Tells people what came of a publication. */
final class Publications {
    private Publications() {}

    static void print(Outcome outcome, PrintWriter out) {
        out.println(sentence(outcome));
        if (outcome.state() == Outcome.State.HELD && !outcome.changes().isEmpty()) {
            out.println("  Elle aurait changé :");
        }
        for (Outcome.Change change : outcome.changes()) {
            out.printf(
                    "  %-24s %7d événements : %d de plus, %d modifiés, %d de moins%n",
                    change.dataset(), change.events(), change.added(), change.changed(), change.removed());
        }
        if (outcome.state() == Outcome.State.HELD && !outcome.changes().isEmpty()) {
            out.println("  Pour la publier quand même : ./moisson publish --accept-loss");
        }
        if (outcome.unplaced() > 0) {
            out.println(
                    outcome.unplaced() == 1
                            ? "  1 événement n'est pas publié : il ne touche aucune édition."
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

    static String sentence(Outcome outcome) {
        Publication publication = outcome.publication();
        String version = publication == null ? "aucune" : String.valueOf(publication.number());
        return switch (outcome.state()) {
            case PUBLISHED ->
                "Version " + version + " publiée : " + (publication == null ? 0 : publication.events())
                        + " événements.";
            case UNCHANGED -> "Rien n'a changé depuis la version " + version + " : pas de nouvelle version.";
            case HELD -> "Publication retenue ; la version en ligne reste : " + version + ". " + outcome.reason();
        };
    }
}
