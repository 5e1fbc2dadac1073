package moisson.normalize;

import java.util.List;
import moisson.reference.Commune;
import moisson.reference.Communes;
import moisson.reference.Folding;
import org.jspecify.annotations.Nullable;

/**
 * Communes whose name is misspelt or cut short, among the few that the postal code serves: "Vileurbane" with 69100,
 * "Bourg" with 01000. Without a postal code nothing is guessed.
 */
final class Misspellings {
    private static final int SHORTEST = 4;
    private static final int LETTERS_FOR_A_MISTAKE = 5;

    private final Communes communes;

    Misspellings(Communes communes) {
        this.communes = communes;
    }

    /** Null when no commune of the postal code, or more than one, is called nearly so. */
    @Nullable
    Commune find(String name, @Nullable String postcode) {
        String wanted = Folding.fold(name).replace(" ", "");
        if (postcode == null || wanted.length() < SHORTEST || wanted.length() > 60) {
            return null;
        }
        List<Commune> served = communes.findByPostcode(postcode);
        Commune found = null;
        for (Commune commune : served) {
            String real = Folding.fold(commune.name()).replace(" ", "");
            boolean similar = real.startsWith(wanted)
                    || distance(wanted, real) <= Math.min(2, wanted.length() / LETTERS_FOR_A_MISTAKE);
            if (similar && found != null) {
                return null;
            }
            found = similar ? commune : found;
        }
        return found;
    }

    /** Letters to add, remove, change or swap with their neighbour. */
    private static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 2) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
            }
        }
        return cost[one.length()][other.length()];
    }
}
