package moisson.normalize;

import java.util.regex.Pattern;
import moisson.reference.Folding;
import moisson.reference.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Whether a price says that it is free. */
final class Prices {
    private static final Pattern AMOUNT =
            Pattern.compile("[1-9]\\d{0,5}(?:[.,]\\d{1,2})?\\s?(?:€|euros?\\b|eur\\b)", Pattern.CASE_INSENSITIVE);

    private Prices() {}

    /** True or false when it is sure; null for "Gratuit pour les étudiants, 5 €" and for what says nothing. */
    static @Nullable Boolean free(@Nullable String price, Vocabulary<Boolean> words) {
        if (price == null) {
            return null;
        }
        boolean costs = AMOUNT.matcher(price).find();
        boolean free = Folding.fold(price).contains("gratuit");
        if (costs) {
            return free ? null : Boolean.FALSE;
        }
        return words.find(price).orElse(null);
    }
}
