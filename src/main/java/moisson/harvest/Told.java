package moisson.harvest;

import java.util.ArrayList;
import java.util.List;
import moisson.event.Plan;
import org.jspecify.annotations.Nullable;

/** What an operator should hear about a harvest beside its counts. */
final class Told {
    private Told() {}

    /** Null when there is nothing to add. */
    static @Nullable String applied(Draft draft, @Nullable String first) {
        Plan plan = draft.plan();
        List<String> told = new ArrayList<>();
        if (first != null) {
            told.add(first);
        }
        if (draft.tally().readSoFar() == 0) {
            told.add("La livraison ne contient aucun enregistrement.");
        }
        if (plan.renamed() > 0) {
            told.add("Identifiants changés par la source et reconnus\u202f: " + plan.renamed() + ".");
        }
        if (plan.absent() > 0 && plan.unplaced() > 0) {
            told.add("Fiches absentes et gardées\u202f: " + plan.absent()
                    + "\u202f; des enregistrements illisibles ne disent pas leur identifiant (" + plan.unplaced()
                    + ").");
        }
        return told.isEmpty() ? null : String.join(" ", told);
    }
}
