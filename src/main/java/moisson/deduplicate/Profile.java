package moisson.deduplicate;

/**
 * An event's traits with what each is worth: what is rare tells more.
 *
 * @param rarity of each title word, in bits
 * @param rarest index of the rarest title word, -1 without words
 * @param second index of the second rarest, -1 when there is none
 * @param titleWeight what an equal title is worth
 * @param communeWeight what an equal commune is worth
 */
@SuppressWarnings("ArrayRecordComponent") // primitive arrays for speed; never compared as a whole, never changed
record Profile(Traits traits, float[] rarity, int rarest, int second, float titleWeight, float communeWeight) {
    /** A title that this many events of a day bear, or more, tells nothing further by being borne by more. */
    private static final int MOST_LEVEL = 8;

    int rarestWord() {
        return rarest < 0 ? 0 : traits.title().ids()[rarest];
    }

    int secondWord() {
        return second < 0 ? 0 : traits.title().ids()[second];
    }

    /**
     * The same event among so many of its first day that bear its title, itself included: on a national day hundreds are
     * called "Fête de la musique", and an equal title says little.
     */
    Profile amid(int titles) {
        float most = (float) Weights.SAME_TITLE_MOST - level(titles);
        return titleWeight <= most ? this : new Profile(traits, rarity, rarest, second, most, communeWeight);
    }

    /** The number of times a number can be halved, at least 1: scores change only where this changes. */
    static int level(int titles) {
        return Math.max(1, Math.min(MOST_LEVEL, 31 - Integer.numberOfLeadingZeros(Math.max(1, titles))));
    }
}
