package moisson.deduplicate;

import java.util.Arrays;

/** The number and the street of an address written on one line; postcode, town and anything after are left aside. */
@SuppressWarnings("ArrayRecordComponent") // primitive arrays for speed; never compared as a whole, never changed
record StreetAddress(int number, int[] words) {
    private static final StreetAddress NONE = new StreetAddress(0, new int[0]);
    private static final int LONGEST = 120;
    private static final int MOST_WORDS = 12;

    /** @param address from its first digit on, or whole when it has none */
    static StreetAddress of(String address, Vocabulary vocabulary) {
        Scan scan = Scan.of(untilComma(address), LONGEST);
        if (scan.size() == 0 || postcode(scan, 0)) {
            return NONE;
        }
        int number = Math.max(0, scan.number(0));
        int from = number > 0 ? 1 : 0;
        int to = from;
        while (to < scan.size() && !postcode(scan, to)) {
            to++;
        }
        Scan street = to == scan.size()
                ? scan
                : new Scan(scan.letters(), Arrays.copyOf(scan.ids(), to), Arrays.copyOf(scan.ends(), to));
        int[] words = vocabulary.ids(street, MOST_WORDS);
        return new StreetAddress(number, Arrays.copyOfRange(words, Math.min(from, words.length), words.length));
    }

    /** "12, rue Y, 59000 Lille" has its first comma right after the number: the next one counts. */
    private static String untilComma(String address) {
        int comma = address.indexOf(',', 6);
        return comma < 0 ? address : address.substring(0, comma);
    }

    private static boolean postcode(Scan scan, int word) {
        if (scan.ends()[word] - scan.start(word) != 5) {
            return false;
        }
        for (int i = scan.start(word); i < scan.ends()[word]; i++) {
            if (scan.letters()[i] < '0' || scan.letters()[i] > '9') {
                return false;
            }
        }
        return true;
    }
}
