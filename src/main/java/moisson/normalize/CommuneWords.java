package moisson.normalize;

import java.util.List;

/** What people add to the name of a commune: CEDEX, an arrondissement, a département in brackets, a postal code. */
final class CommuneWords {
    /** A bare name, and the postal code that stood with it ("" when none did). */
    record Split(String name, String postcode) {}

    private static final List<String> CITIES = List.of("Paris", "Lyon", "Marseille");

    static final Split NOTHING = new Split("", "");

    private CommuneWords() {}

    static Split split(String raw) {
        if (raw.isEmpty()) {
            return NOTHING;
        }
        String name = raw.strip();
        int cedex = Postcodes.indexOfCedex(name);
        if (cedex > 0) {
            name = name.substring(0, cedex).strip();
        }
        String postcode = "";
        int code = Postcodes.indexIn(name);
        if (code >= 0) {
            postcode = name.substring(code, code + 5);
            name = (name.substring(0, code) + " " + name.substring(code + 5)).strip();
        }
        return new Split(once(withoutArrondissement(withoutBrackets(withoutSigns(name)))), postcode);
    }

    /** "Toulouse Toulouse": two fields of a form run together. */
    private static String once(String name) {
        int half = name.length() / 2;
        boolean twice =
                name.length() % 2 == 1 && name.charAt(half) == ' ' && name.regionMatches(true, 0, name, half + 1, half);
        return twice ? name.substring(0, half) : name;
    }

    private static String withoutSigns(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && isSign(name.charAt(start))) {
            start++;
        }
        while (end > start && isSign(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(start, end);
    }

    private static boolean isSign(char c) {
        return c == ' ' || c == ',' || c == '-' || c == ';' || c == '.' || c == '\u00A0';
    }

    /** "Saint-Denis (93)", but "Havre (Le)" stays. */
    private static String withoutBrackets(String name) {
        int open = name.lastIndexOf('(');
        boolean number = open > 0
                && name.endsWith(")")
                && open + 1 < name.length()
                && (Character.isDigit(name.charAt(open + 1)) || name.length() - open > 5);
        return number ? name.substring(0, open).strip() : name;
    }

    /** "Paris 7e arrondissement", "Lyon 03", "PARIS 15": only for the three cities that have them. */
    private static String withoutArrondissement(String name) {
        for (String city : CITIES) {
            boolean begins = name.regionMatches(true, 0, city, 0, city.length());
            if (begins && name.length() > city.length() && isNumbered(name, city.length())) {
                return city;
            }
        }
        return name;
    }

    private static boolean isNumbered(String name, int from) {
        int i = from;
        while (i < name.length() && isSign(name.charAt(i))) {
            i++;
        }
        return i > from && i < name.length() && (Character.isDigit(name.charAt(i)) || isRoman(name, i));
    }

    /** "Paris XVe", "Paris XVIIIème", "Lyon II". */
    private static boolean isRoman(String name, int from) {
        int i = from;
        while (i < name.length() && "IVX".indexOf(name.charAt(i)) >= 0) {
            i++;
        }
        String rest = name.substring(i);
        return i > from
                && (rest.isEmpty() || rest.startsWith("e") || rest.startsWith("è") || rest.startsWith("E"))
                && rest.length() <= 20;
    }
}
