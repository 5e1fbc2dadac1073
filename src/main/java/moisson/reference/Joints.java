package moisson.reference;

import java.util.Map;

/** Joins a name to the word before it: "de Rennes", "d’Annecy", "du Havre", "des Ulis", "de La Rochelle". */
final class Joints {
    private static final Map<String, String> ARTICLES = Map.of("Le ", "du ", "Les ", "des ");
    private static final String VOWELS = "aeiouy";

    private Joints() {}

    static String joined(String name) {
        for (Map.Entry<String, String> article : ARTICLES.entrySet()) {
            if (name.startsWith(article.getKey())) {
                return article.getValue() + name.substring(article.getKey().length());
            }
        }
        boolean vowel = VOWELS.indexOf(Folding.fold(name.substring(0, 1)).charAt(0)) >= 0;
        return vowel ? "d’" + name : "de " + name;
    }
}
