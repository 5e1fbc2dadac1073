package moisson.reference;

/** The form under which names of communes are compared: St is Saint, Ste is Sainte, s/ is sur, articles in front. */
final class CommuneName {
    private CommuneName() {}

    static String key(String name) {
        String plain = name.indexOf('/') < 0 ? name : name.replace("s/", "sur ").replace("S/", "sur ");
        String folded = Folding.fold(plain);
        return isWhole(folded) ? folded : key(folded.split(" ", -1));
    }

    /** True when no word of it is cut short and no article stands behind: most names are whole. */
    private static boolean isWhole(String folded) {
        for (int at = folded.indexOf("st"); at >= 0; at = folded.indexOf("st", at + 1)) {
            if (at == 0 || folded.charAt(at - 1) == ' ') {
                return false;
            }
        }
        return !(folded.endsWith(" le") || folded.endsWith(" la") || folded.endsWith(" les") || folded.endsWith(" l"));
    }

    private static String key(String[] words) {
        int end = words.length;
        StringBuilder key = new StringBuilder();
        if (end > 1 && isArticle(words[end - 1])) { // "Havre (Le)"
            end--;
            key.append(words[end]).append(' ');
        }
        for (int i = 0; i < end; i++) {
            key.append(i == 0 ? "" : " ").append(expanded(words[i]));
        }
        return key.toString();
    }

    private static boolean isArticle(String word) {
        return word.equals("le") || word.equals("la") || word.equals("les") || word.equals("l");
    }

    private static String expanded(String word) {
        return switch (word) {
            case "st" -> "saint";
            case "ste" -> "sainte";
            case "sts" -> "saints";
            case "stes" -> "saintes";
            default -> word;
        };
    }
}
