package moisson.serve.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The sentences of the bilingual pages, and numbers as each language writes them. */
public final class Words {
    private static final String BUNDLE = "moisson.serve.messages";
    /** The root bundle is French: without this the machine's own language would come first. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Words FRENCH = new Words(Locale.FRANCE);
    private static final Words ENGLISH = new Words(Locale.UK);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale.equals(Locale.FRANCE) ? Locale.ROOT : Locale.ENGLISH, NO_FALLBACK);
    }

    public static Words in(boolean english) {
        return english ? ENGLISH : FRENCH;
    }

    public boolean english() {
        return locale.equals(Locale.UK);
    }

    Locale locale() {
        return locale;
    }

    /** The sentence of that key, with {@code %s} filled in. */
    public String say(String key, Object... values) {
        String text = bundle.getString(key);
        return values.length == 0 ? text : text.formatted(values);
    }

    /** The sentence of that key, if there is one. */
    public Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    public String number(long number) {
        return String.format(locale, "%,d", number);
    }

    /** "404,79": with as many decimals as there are, two at most. */
    public String decimal(BigDecimal number) {
        BigDecimal plain = number.setScale(2, RoundingMode.DOWN).stripTrailingZeros();
        return String.format(locale, "%,." + Math.max(0, plain.scale()) + "f", plain);
    }

    /** "1 événement", "1 000 événements": the keys are {@code key.one} and {@code key.many}. */
    public String count(long number, String key) {
        return number(number) + "\u00a0" + noun(number, key);
    }

    /** "événement" or "événements". */
    public String noun(long number, String key) {
        boolean one = english() ? number == 1 : number < 2;
        return say(key + (one ? ".one" : ".many"));
    }

    /** "12,5 %". */
    public String share(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        return String.format(locale, "%.0f", 100.0 * part / whole) + (english() ? "%" : "\u202f%");
    }

    /** "12,3 ko". */
    public String size(long bytes) {
        String[] units = english() ? new String[] {"B", "kB", "MB", "GB"} : new String[] {"o", "ko", "Mo", "Go"};
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(locale, unit == 0 || value >= 100 ? "%.0f" : "%.1f", value) + "\u202f" + units[unit];
    }
}
