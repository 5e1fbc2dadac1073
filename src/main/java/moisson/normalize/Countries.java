package moisson.normalize;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import moisson.reference.Folding;

/** ISO 3166-1 codes of countries, and of the overseas territories that have one, from their codes and their names in French and English. */
final class Countries {
    static final String FRANCE = "FR";
    private static final Map<String, String> BY_NAME = names();

    private Countries() {}

    static Optional<String> find(String name) {
        return name.length() > 60 ? Optional.empty() : Optional.ofNullable(BY_NAME.get(Folding.fold(name)));
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            names.put(Folding.fold(code), code);
            names.put(Folding.fold(country.getISO3Country()), code);
            names.put(Folding.fold(country.getDisplayCountry(Locale.FRENCH)), code);
            names.put(Folding.fold(country.getDisplayCountry(Locale.ENGLISH)), code);
        }
        names.put("republique francaise", FRANCE);
        names.put("france metropolitaine", FRANCE);
        names.put("uk", "GB");
        names.put("usa", "US");
        names.put("la reunion", "RE");
        names.put("etats unis d amerique", "US");
        return names;
    }
}
