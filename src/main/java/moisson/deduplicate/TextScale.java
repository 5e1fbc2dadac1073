package moisson.deduplicate;

/** Weighs organisers, pages and descriptions. */
final class TextScale {
    private static final int FEWEST_WORDS = 4;
    private static final float OUT_OF_ORDER = 0.95f;

    private TextScale() {}

    static double organisers(Traits left, Traits right) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < left.organisers().length; i++) {
            for (int j = 0; j < right.organisers().length; j++) {
                if (left.organisers()[i].length > 0 && right.organisers()[j].length > 0) {
                    best = Math.max(best, organiser(left, i, right, j));
                }
            }
        }
        return best == Double.NEGATIVE_INFINITY ? 0 : best;
    }

    private static double organiser(Traits left, int i, Traits right, int j) {
        int[] a = left.organisers()[i];
        int[] b = right.organisers()[j];
        int common = Phrase.common(a, b);
        if (common == a.length && common == b.length) {
            return Weights.SAME_ORGANISER;
        }
        boolean initials = left.acronyms()[i] != 0 && left.acronyms()[i] == right.acronyms()[j];
        return initials || common == Math.min(a.length, b.length) ? Weights.ALIKE_ORGANISER : Weights.OTHER_ORGANISER;
    }

    static double page(Profile left, Profile right) {
        WebPage a = left.traits().page();
        WebPage b = right.traits().page();
        if (!a.exists() || !b.exists()) {
            return 0;
        }
        if (a.key() == b.key()) {
            return Weights.SAME_PAGE;
        }
        if (a.platform() || b.platform()) {
            return 0;
        }
        return a.site() == b.site() ? Weights.OTHER_PAGE_SAME_SITE : Weights.OTHER_PAGE;
    }

    static double description(Profile left, Profile right) {
        int[] a = left.traits().description();
        int[] b = right.traits().description();
        int shorter = Math.min(a.length, b.length);
        if (shorter < FEWEST_WORDS) {
            return 0;
        }
        float likeness = likeness(a, b, shorter);
        if (likeness >= 0.8f) {
            return Weights.SAME_DESCRIPTION;
        }
        if (likeness >= 0.5f) {
            return Weights.ALIKE_DESCRIPTION;
        }
        return left.traits().language() == right.traits().language() ? Weights.OTHER_DESCRIPTION : 0;
    }

    /** Share of the shorter beginning that the other repeats, word by word or in any order. */
    private static float likeness(int[] a, int[] b, int shorter) {
        int inPlace = 0;
        for (int i = 0; i < shorter; i++) {
            if (a[i] == b[i]) {
                inPlace++;
            }
        }
        if (inPlace >= 0.8f * shorter) {
            return (float) inPlace / shorter;
        }
        int anywhere = a.length <= b.length ? Phrase.common(a, b) : Phrase.common(b, a);
        return Math.max((float) inPlace / shorter, OUT_OF_ORDER * anywhere / shorter);
    }
}
