package moisson.publish.portal;

import java.util.List;
import java.util.Optional;

/**
 * What came of a push, or what one would do.
 *
 * @param portal its id
 * @param publication number of the version
 * @param dry true when nothing was written
 * @param steps done, in order; to be done, of a dry run
 * @param problems what was not done and why, in French
 * @param stopped why it ended before its end, in French; empty when it did not
 */
public record PushReport(
        String portal,
        int publication,
        boolean dry,
        List<Step> steps,
        List<Remark> remarks,
        List<String> problems,
        Optional<String> stopped) {
    public PushReport {
        steps = List.copyOf(steps);
        remarks = List.copyOf(remarks);
        problems = List.copyOf(problems);
    }

    /** Everything of the version stands on the portal, but for what people changed there and we kept. */
    public boolean whole() {
        return !dry && problems.isEmpty() && stopped.isEmpty();
    }

    /** Whether a person should look at something. */
    public boolean notable() {
        return !problems.isEmpty() || remarks.stream().anyMatch(Remark::notable);
    }

    /** One sentence for the operator. */
    public String sentence() {
        String start = portal + "\u202f: ";
        if (stopped.isPresent()) {
            return start + "arrêt après " + steps(steps.size(), "faite") + ". " + stopped.get();
        }
        if (dry) {
            return start + (steps.isEmpty() ? "rien à faire" : steps(steps.size(), "à faire")) + " pour la version "
                    + publication + ".";
        }
        if (!problems.isEmpty()) {
            return start + steps(steps.size(), "faite") + ", " + problems.size() + " en échec. " + problems.getFirst();
        }
        String edits =
                remarks.stream().anyMatch(Remark::notable) ? " Des modifications faites sur place sont à voir." : "";
        return start + "à jour de la version " + publication + ", " + steps(steps.size(), "faite") + "." + edits;
    }

    private static String steps(int count, String done) {
        boolean many = count > 1;
        return count + (many ? " étapes " : " étape ") + done + (many && done.equals("faite") ? "s" : "");
    }
}
