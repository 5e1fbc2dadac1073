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
        numbered(
                Kind.SOME_DAYS,
                List.of("lundis", "mardis", "mercredis", "jeudis", "vendredis", "samedis", "dimanches"));
        plain(Kind.EVERY, "tous toutes chaque every each");
        plain(Kind.SOME_DAYS, "certains certaines sauf hors excepte hebdomadaire quotidien quotidienne except");
        plain(Kind.SOME_DAYS, "ferme fermee fermes relache nocturne feries vacances scolaires");
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
        english();
        WORDS.put("midi", new Token(Kind.TIME, 12, 0, 0));
        WORDS.put("minuit", new Token(Kind.TIME, 0, 0, 0));
    }

    private Lexicon() {}

    /** Words that French texts use otherwise are left out: "mon", "sun", "a". */
    private static void english() {
        List<String> months = List.of(
                "january february march april may june july august september october november december".split(" ", -1));
        List<String> days = List.of("monday tuesday wednesday thursday friday saturday sunday".split(" ", -1));
        for (int i = 0; i < months.size(); i++) {
            WORDS.put(months.get(i), new Token(Kind.MONTH, i + 1, Token.MONTH_FIRST, 0));
        }
        for (int i = 0; i < days.size(); i++) {
            WORDS.put(days.get(i), Token.of(Kind.WEEKDAY, i + 1));
            WORDS.put(days.get(i) + "s", Token.of(Kind.SOME_DAYS, i + 1));
        }
        plain(Kind.ARTICLE, "the on of");
        plain(Kind.FROM, "from between starting");
        plain(Kind.AT, "at");
        plain(Kind.TO, "to through");
        plain(Kind.UNTIL, "until till");
        plain(Kind.AND, "and then");
        plain(Kind.REGISTRATION, "registration");
        plain(Kind.ANOTHER_MATTER, "before closes published postponed cancelled");
        WORDS.put("noon", new Token(Kind.TIME, 12, 0, 0));
        WORDS.put("midnight", new Token(Kind.TIME, 0, 0, 0));
    }

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
