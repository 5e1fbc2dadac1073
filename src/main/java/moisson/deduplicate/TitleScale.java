package moisson.deduplicate;

/** Weighs two titles. Holds working space: one per thread. */
final class TitleScale {
    /** A word that one title has more counts little when it only repeats the place. */
    private static final float REPEATED = 0.2f;

    private final Spelling spelling = new Spelling();

    double weigh(Profile left, Profile right, Markers.Contrast contrast) {
        double weight = likeness(left, right);
        boolean translated = weight < Weights.LITTLE_ALIKE_TITLE
                && left.traits().language() != right.traits().language()
                && left.traits().language() != 0
                && right.traits().language() != 0;
        // A title that only names the place is no other one.
        boolean named = left.traits().placeTitle() != right.traits().placeTitle();
        return (translated || named ? Math.max(weight, Weights.LITTLE_ALIKE_TITLE) : weight)
                + (contrast == Markers.Contrast.SOFT ? Weights.OTHER_NUMBER : 0);
    }

    private double likeness(Profile left, Profile right) {
        if (left.traits().titleSign() == right.traits().titleSign()) {
            return Math.min(left.titleWeight(), right.titleWeight());
        }
        double most = Math.max(left.titleWeight(), right.titleWeight());
        double overlap = overlap(left, right);
        if (overlap >= Weights.NEAR_TITLE) {
            return Math.min(most, overlap);
        }
        String a = left.traits().title().text();
        String b = right.traits().title().text();
        if (Slips.spacing(a, b)) {
            return Math.min(most, Weights.NEAR_TITLE);
        }
        boolean misspelt = overlap < Weights.MISSPELT_TITLE && Slips.only(a, b);
        return Math.min(most, misspelt ? Weights.MISSPELT_TITLE : overlap);
    }

    private double overlap(Profile left, Profile right) {
        Phrase a = left.traits().title();
        Phrase b = right.traits().title();
        long matched = 0;
        long used = 0;
        float common = 0;
        for (int i = 0; i < a.size(); i++) {
            int match = match(a, i, b, used);
            if (match >= 0) {
                matched |= 1L << i;
                used |= 1L << match;
                common += Math.min(left.rarity()[i], right.rarity()[match]);
            }
        }
        for (int i = 0; i < a.size(); i++) {
            if (free(matched, i)) {
                int first = run(a, i, b, used);
                if (first >= 0) {
                    matched |= 1L << i;
                    used |= 3L << first;
                    common += right.rarity()[first] + right.rarity()[first + 1];
                }
            }
        }
        for (int j = 0; j < b.size(); j++) {
            if (free(used, j)) {
                int first = run(b, j, a, matched);
                if (first >= 0) {
                    used |= 1L << j;
                    matched |= 3L << first;
                    common += left.rarity()[first] + left.rarity()[first + 1];
                }
            }
        }
        return grade(common, left(left, right, matched), left(right, left, used));
    }

    private static boolean free(long used, int word) {
        return ((used >>> word) & 1) == 0;
    }

    /** What the words weigh that the other title has not. */
    private static float left(Profile mine, Profile other, long matched) {
        float left = 0;
        for (int i = 0; i < mine.rarity().length; i++) {
            if (free(matched, i)) {
                left += only(mine, other, i);
            }
        }
        return left;
    }

    /** "donnéesouvertes": where two words that nothing else matched begin, between which a space was lost; or -1. */
    private int run(Phrase one, int word, Phrase two, long used) {
        for (int j = 0; j + 1 < two.size(); j++) {
            if (free(used, j)
                    && free(used, j + 1)
                    && spelling.alike(
                            one.text(), one.start(word), one.end(word), two.text(), two.start(j), two.end(j + 1))) {
                return j;
            }
        }
        return -1;
    }

    private static double grade(float common, float onlyLeft, float onlyRight) {
        float jaccard = common / Math.max(1e-3f, common + onlyLeft + onlyRight);
        float coverage = common / Math.max(1e-3f, common + Math.min(onlyLeft, onlyRight));
        if (jaccard >= 0.85f) {
            return Weights.NEAR_TITLE;
        }
        if (coverage >= 0.95f && jaccard >= 0.5f) {
            return Weights.TITLE_WITHIN;
        }
        if (jaccard >= 0.6f) {
            return Weights.ALIKE_TITLE;
        }
        if (coverage >= 0.95f && common > 6) {
            return Weights.SHORT_TITLE_WITHIN;
        }
        return jaccard >= 0.35f ? Weights.LITTLE_ALIKE_TITLE : Weights.OTHER_TITLE;
    }

    private static float only(Profile mine, Profile other, int word) {
        int id = mine.traits().title().ids()[word];
        Spot here = mine.traits().spot();
        Spot there = other.traits().spot();
        boolean repeats = Phrase.contains(here.communeWords(), id)
                || Phrase.contains(there.communeWords(), id)
                || Phrase.contains(there.venue(), id);
        return mine.rarity()[word] * (repeats ? REPEATED : 1);
    }

    private int match(Phrase a, int i, Phrase b, long used) {
        int id = a.ids()[i];
        for (int j = 0; j < b.size(); j++) {
            if (b.ids()[j] == id && ((used >>> j) & 1) == 0) {
                return j;
            }
        }
        for (int j = 0; j < b.size(); j++) {
            if (((used >>> j) & 1) == 0
                    && spelling.alike(a.text(), a.start(i), a.end(i), b.text(), b.start(j), b.end(j))) {
                return j;
            }
        }
        return -1;
    }
}
