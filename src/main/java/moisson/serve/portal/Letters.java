package moisson.serve.portal;

import java.util.Locale;
import org.apache.commons.lang3.StringUtils;

/** Texts made comparable: lower case, without accents. */
final class Letters {
    private static final int LONGEST_SLUG = 60;

    private Letters() {}

    static String fold(String text) {
        return StringUtils.stripAccents(text.toLowerCase(Locale.ROOT))
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace('’', '\'');
    }

    /** The readable part of an address: "Café de l'innovation" becomes {@code cafe-de-l-innovation}. */
    static String slug(String title) {
        String slug = fold(title).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (slug.length() > LONGEST_SLUG) {
            slug = slug.substring(0, LONGEST_SLUG).replaceAll("-[^-]*$", "");
        }
        return slug.isEmpty() ? "evenement" : slug;
    }
}
