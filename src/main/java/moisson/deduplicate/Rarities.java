package moisson.deduplicate;

import java.util.function.ToIntFunction;

/** How rare words, titles, communes, pages and descriptions are, in the batch and by what is known beforehand. */
final class Rarities {
    private static final double LOG_2 = Math.log(2);
    private static final float MOST_BITS = 14;

    private final Vocabulary vocabulary;
    private final int events;
    private final IntTable words;
    private final IntTable titles;
    private final IntTable communes;
    private final IntTable pages;
    private final IntTable descriptions;

    private Rarities(
            Vocabulary vocabulary,
            int events,
            IntTable words,
            IntTable titles,
            IntTable communes,
            IntTable pages,
            IntTable descriptions) {
        this.vocabulary = vocabulary;
        this.events = events;
        this.words = words;
        this.titles = titles;
        this.communes = communes;
        this.pages = pages;
        this.descriptions = descriptions;
    }

    static Rarities of(Traits[] all, Vocabulary vocabulary) {
        return new Rarities(
                vocabulary,
                all.length,
                words(all),
                count(all, Traits::titleSign),
                count(all, traits -> traits.spot().commune()),
                count(all, traits -> Long.hashCode(traits.page().key())),
                count(all, Traits::descriptionSign));
    }

    Profile weigh(Traits traits) {
        int[] ids = traits.title().ids();
        float[] rarity = new float[ids.length];
        float mass = 0;
        for (int i = 0; i < ids.length; i++) {
            rarity[i] = word(ids[i]);
            mass += rarity[i];
        }
        int rarest = rarest(rarity, -1);
        int second = rarest(rarity, rarest);
        return new Profile(
                traits,
                rarity,
                rarest,
                second,
                title(traits, mass),
                (float) within(
                        bits(communes, traits.spot().commune()) / 2.5,
                        Weights.SAME_COMMUNE_LEAST,
                        Weights.SAME_COMMUNE_MOST),
                (float) within(bits(pages, Long.hashCode(traits.page().key())) - 5, 0, Weights.SAME_PAGE),
                (float) within(bits(descriptions, traits.descriptionSign()) - 5, 0, Weights.SAME_DESCRIPTION));
    }

    private float title(Traits traits, float mass) {
        if (traits.placeTitle()) {
            return (float) Weights.TITLE_IS_PLACE;
        }
        double byWords = mass * 0.6 - 1;
        double byTitle = bits(titles, traits.titleSign()) - 5;
        return (float) within(Math.min(byWords, byTitle), Weights.SAME_TITLE_LEAST, Weights.SAME_TITLE_MOST);
    }

    private float word(int id) {
        double known = (double) Vocabulary.PRIOR_TITLES + events;
        double met = vocabulary.prior(id) + words.get(id, 0);
        return (float) within(Math.log(known / met) / LOG_2, 0.5, MOST_BITS);
    }

    /** How many bits one of our events having this value tells. */
    private double bits(IntTable counts, int value) {
        return Math.log(((double) Vocabulary.PRIOR_TITLES + events) / (1 + counts.get(value, 0))) / LOG_2;
    }

    private static double within(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

    private static int rarest(float[] rarity, int but) {
        int rarest = -1;
        for (int i = 0; i < rarity.length; i++) {
            if (i != but && (rarest < 0 || rarity[i] > rarity[rarest])) {
                rarest = i;
            }
        }
        return rarest;
    }

    private static IntTable count(Traits[] all, ToIntFunction<Traits> trait) {
        int[] values = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            values[i] = trait.applyAsInt(all[i]);
        }
        return IntTable.counting(values);
    }

    private static IntTable words(Traits[] all) {
        int total = 0;
        for (Traits traits : all) {
            total += traits.title().size();
        }
        int[] words = new int[total];
        int at = 0;
        for (Traits traits : all) {
            int[] ids = traits.title().ids();
            System.arraycopy(ids, 0, words, at, ids.length);
            at += ids.length;
        }
        return IntTable.counting(words);
    }
}
