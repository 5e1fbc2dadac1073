package moisson.deduplicate;

/**
 * How rare words and communes are, by a table that is shipped and never by the batch at hand: what two events are worth
 * to each other, and where they are looked up, then hangs on both of them alone. Only a title may become common by
 * itself, on its day: see {@link Profile#amid}.
 */
final class Rarities {
    private static final double LOG_2 = Math.log(2);
    private static final float MOST_BITS = 14;
    /** The bits of a commune are worth this much of a bit each: events crowd in some towns, and hardly travel. */
    private static final double COMMUNE_SHARE = 0.4;

    private final Vocabulary vocabulary;

    Rarities(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Profile weigh(Traits traits) {
        int[] ids = traits.title().ids();
        float[] rarity = new float[ids.length];
        float mass = 0;
        for (int i = 0; i < ids.length; i++) {
            rarity[i] = (float) within(bits(vocabulary.prior(ids[i])), 0.5, MOST_BITS);
            mass += rarity[i];
        }
        int rarest = rarest(ids, rarity, -1);
        return new Profile(
                traits,
                rarity,
                rarest,
                rarest(ids, rarity, rarest),
                traits.placeTitle()
                        ? (float) Weights.TITLE_IS_PLACE
                        : (float) within(mass * 0.6 - 1, Weights.SAME_TITLE_LEAST, Weights.SAME_TITLE_MOST),
                (float) within(
                        bits(1 + vocabulary.eventsIn(traits.spot().commune())) * COMMUNE_SHARE,
                        Weights.SAME_COMMUNE_LEAST,
                        Weights.SAME_COMMUNE_MOST));
    }

    private static double bits(int times) {
        return Math.log((double) Vocabulary.PRIOR_TITLES / times) / LOG_2;
    }

    private static double within(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

    /** Of words as rare as one another always the same, in whichever order they stand. */
    private static int rarest(int[] ids, float[] rarity, int but) {
        int rarest = -1;
        for (int i = 0; i < rarity.length; i++) {
            if (i != but
                    && (rarest < 0
                            || rarity[i] > rarity[rarest]
                            || (rarity[i] == rarity[rarest] && ids[i] < ids[rarest]))) {
                rarest = i;
            }
        }
        return rarest;
    }
}
