package moisson.normalize;

import java.util.Optional;

/** Five-digit codes in what people write: "75 007", "F-75007", "75007 CEDEX 07", "1000.0", "1000". */
final class Postcodes {
    private static final int DIGITS = 5;
    private static final int LONGEST = 40;

    /** A code, and whether a zero had to be put back at its head. */
    record Code(String digits, boolean padded) {}

    private Postcodes() {}

    static Optional<Code> find(String raw) {
        if (raw.length() == DIGITS && areDigits(raw)) {
            return ofDigits(raw);
        }
        String text = raw.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String digits = withoutCedex(text).replace(" ", "").replace("\u00A0", "");
        if (digits.endsWith(".0")) {
            digits = digits.substring(0, digits.length() - 2);
        }
        if (digits.regionMatches(true, 0, "F-", 0, 2) || digits.regionMatches(true, 0, "FR", 0, 2)) {
            digits = digits.substring(2).replace("-", "");
        }
        return ofDigits(digits);
    }

    private static Optional<Code> ofDigits(String digits) {
        if (!areDigits(digits) || digits.equals("00000")) {
            return Optional.empty();
        }
        if (digits.length() == DIGITS) {
            return Optional.of(new Code(digits, false));
        }
        boolean lost = digits.length() == DIGITS - 1 && digits.charAt(0) != '0';
        return lost ? Optional.of(new Code("0" + digits, true)) : Optional.empty();
    }

    private static boolean areDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String withoutCedex(String text) {
        int cedex = indexOfCedex(text);
        return cedex < 0 ? text : text.substring(0, cedex).strip();
    }

    /** Where the word CEDEX begins, -1 if it does not stand there. */
    static int indexOfCedex(String text) {
        for (int i = 0; i + DIGITS <= text.length(); i++) {
            char c = text.charAt(i);
            if ((c == 'c' || c == 'C') && text.regionMatches(true, i, "cedex", 0, DIGITS)) {
                return i;
            }
        }
        return -1;
    }

    /** Where the last group of exactly five digits begins, -1 if there is none: "77 avenue de Ségur, 75007 Paris". */
    static int indexIn(String address) {
        int run = 0;
        for (int i = address.length() - 1; i >= -1; i--) {
            boolean digit = i >= 0 && address.charAt(i) >= '0' && address.charAt(i) <= '9';
            if (digit) {
                run++;
            } else {
                if (run == DIGITS && (i < 0 || !Character.isLetter(address.charAt(i)))) {
                    return i + 1;
                }
                run = 0;
            }
        }
        return -1;
    }
}
