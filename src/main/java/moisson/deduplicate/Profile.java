package moisson.deduplicate;

/**
 * An event's traits weighed against the whole batch: what is rare tells more.
 *
 * @param rarity of each title word, in bits
 * @param rarest index of the rarest title word, -1 without words
 * @param second index of the second rarest, -1 when there is none
 * @param titleWeight what an equal title is worth
 * @param communeWeight what an equal commune is worth
 * @param pageWeight what an equal page is worth
 * @param descriptionWeight what an equal description is worth
 */
@SuppressWarnings("ArrayRecordComponent") // primitive arrays for speed; never compared as a whole, never changed
record Profile(
        Traits traits,
        float[] rarity,
        int rarest,
        int second,
        float titleWeight,
        float communeWeight,
        float pageWeight,
        float descriptionWeight) {
    int rarestWord() {
        return rarest < 0 ? 0 : traits.title().ids()[rarest];
    }

    int secondWord() {
        return second < 0 ? 0 : traits.title().ids()[second];
    }
}
