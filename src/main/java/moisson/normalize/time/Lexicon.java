package moisson.normalize.time;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import moisson.normalize.time.Token.Kind;
import org.jspecify.annotations.Nullable;

/** What the French words of dates mean, folded (no accents, lower case). */
final class Lexicon {
    private static final Map<String, Token> WORDS = new HashMap<>();

    static {
        numbered(
                Kind.MONTH,
                List.of(
                        "janvier janv jan",
                        "fevrier fevr fev",
                        "mars",
                        "avril avr",
                        "mai",
                        "juin",
                        "juillet juil juill",
                        "aout",
                        "septembre sept sep",
                        "octobre oct",
                        "novembre nov",
                        "decembre dec"));
        numbered(
                Kind.WEEKDAY,
                List.of(
                        "lundi lun",
                        "mardi mar",
                        "mercredi mer merc",
                        "jeudi jeu",
                        "vendredi ven vend",
                        "samedi sam",
                        "dimanche dim"));
        plain(Kind.SOME_DAYS, "lundis mardis mercredis jeudis vendredis samedis dimanches");
        plain(Kind.SOME_DAYS, "tous toutes chaque certains certaines sauf hors excepte hebdomadaire quotidien");
        plain(Kind.ARTICLE, "le la les l");
        plain(Kind.FROM, "du de des d entre depuis partir");
        plain(Kind.AT, "a");
        plain(Kind.TO, "au aux");
        plain(Kind.UNTIL, "jusqu jusque");
        plain(Kind.AND, "et puis ou");
        plain(Kind.EVENING, "soir");
        plain(Kind.ANOTHER_MATTER, "avant limite cloture publie publiee initialement anciennement lieu");
        plain(Kind.ANOTHER_MATTER, "reporte reportee annule annulee deadline");
        plain(Kind.REGISTRATION, "inscription inscriptions candidature candidatures");
        WORDS.put("midi", new Token(Kind.TIME, 12, 0, 0));
        WORDS.put("minuit", new Token(Kind.TIME, 0, 0, 0));
    }

    private Lexicon() {}

    /** The meaning of a folded word, or null when it has none for us. */
    static @Nullable Token find(String word) {
        return WORDS.get(word);
    }

    private static void numbered(Kind kind, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            for (String word : words.get(i).split(" ", -1)) {
                WORDS.put(word, Token.of(kind, i + 1));
            }
        }
    }

    private static void plain(Kind kind, String words) {
        for (String word : words.split(" ", -1)) {
            WORDS.put(word, Token.of(kind));
        }
    }
}
