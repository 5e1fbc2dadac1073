package moisson.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import moisson.app.bench.Usage;
import moisson.deduplicate.Clustering;
import moisson.generate.Accuracy;
import moisson.generate.Truth;

/**
 * What matching found of duplicates known beforehand.
 *
 * @param usage of the process until all was matched and written, before anything was measured
 */
record MatchAccuracy(Accuracy accuracy, Usage usage) {
    static MatchAccuracy of(Clustering clustering, Path truth) throws CannotException {
        Usage usage = Usage.now();
        try {
            return new MatchAccuracy(Truth.read(truth).measure(clustering.groups(), clustering.matches()), usage);
        } catch (IOException e) {
            throw new CannotException("Le fichier «\u202F" + truth + "\u202F» ne peut pas être lu.", e);
        }
    }

    void print(PrintWriter out) {
        print(out, "paires", accuracy.pairs());
        print(out, "groupes exacts", accuracy.clusters());
        out.printf(
                Locale.FRENCH,
                "groupes qui mêlent des événements différents : %d (%.2f pour mille), dont entre communes ou jours : %d%n",
                accuracy.wrong(),
                accuracy.wrongPerThousand(),
                accuracy.across());
        out.printf(
                Locale.FRENCH,
                "à vérifier : %d (%.1f pour mille fiches), dont vrais doublons : %d%n",
                accuracy.asked(),
                accuracy.askedPerThousand(),
                accuracy.askedRightly());
        out.flush();
    }

    private static void print(PrintWriter out, String what, Accuracy.Measure measure) {
        out.printf(
                Locale.FRENCH,
                "%s : précision %.4f, rappel %.4f, F1 %.4f (%d justes, %d trouvés, %d connus)%n",
                what,
                measure.precision(),
                measure.recall(),
                measure.f1(),
                measure.right(),
                measure.given(),
                measure.known());
    }
}
