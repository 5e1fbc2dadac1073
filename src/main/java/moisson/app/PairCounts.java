package moisson.app;

import java.util.Locale;

/** Counts of pairs as people read them: how many tell of two events, how many of one. */
final class PairCounts {
    private PairCounts() {}

    static String observed(long[] counts) {
        return share((double) counts[1] / Math.max(1, counts[0] + counts[1]));
    }

    static String both(long[] counts) {
        long pairs = counts[0] + counts[1];
        return pairs == 0 ? "0 | –" : pairs + " | " + observed(counts);
    }

    static String share(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
