package moisson.normalize;

import java.util.regex.Pattern;
import moisson.reference.Folding;
import moisson.reference.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Whether a price says that it is free. */
final class Prices {
    private static final Pattern AMOUNT =
            Pattern.compile("[1-9]\\d{0,5}(?:[.,]\\d{1,2})?\\s?(?:€|euros?\\b|eur\\b)", Pattern.CASE_INSENSITIVE);

    /** Free whatever follows, as long as that only tells how one gets in: "Entrée libre dans la limite des places". */
    private static final Pattern FREE =
            Pattern.compile("(?:en )?(?:gratuite?|(?:entree|acces)(?: est)? (?:libre|gratuite?)(?: et gratuite?)?)"
                    + "(?: (?:sur|dans|sans|via|en|et en|et sur|reservation|inscription|reservez|inscrivez)\\b.*)?");
    /** What may follow that is not free after all. */
    private static final Pattern PAID =
            Pattern.compile("\\b(?:pay|tarif|billet|ticket|adhesion|adherent|consommation)");

    private Prices() {}

    /** True or false when it is sure; null for "Gratuit pour les étudiants, 5 €" and for what says nothing. */
    static @Nullable Boolean free(@Nullable String price, Vocabulary<Boolean> words) {
        if (price == null) {
            return null;
        }
        boolean costs = AMOUNT.matcher(price).find();
        String folded = Folding.fold(price);
        if (costs) {
            return folded.contains("gratuit") ? null : Boolean.FALSE;
        }
        boolean free = FREE.matcher(folded).matches() && !PAID.matcher(folded).find();
        return words.find(price).orElse(free ? Boolean.TRUE : null);
    }
}
