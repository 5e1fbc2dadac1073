package moisson.deduplicate;

import java.util.Arrays;

/** Finds the room inside a venue: "Salle A", "Studio 2", "grand amphithéâtre". */
final class Rooms {
    private static final IntTable COUNTED =
            IntTable.of("salle studio amphi amphitheatre box bureau stand room atelier", i -> 1);
    private static final IntTable NAMED = IntTable.of("auditorium hall studio amphi amphitheatre mezzanine", i -> 1);
    private static final IntTable SIZES = IntTable.of("grand grande petit petite", i -> 1);
    private static final int WORKSHOP = Hashing.hash("atelier");
    /** Letters before an apostrophe. */
    private static final String ELIDED = "cdjlmnqst";

    private Rooms() {}

    /** @param named whether a word like "auditorium" is enough, 0 when there is no room at this word */
    static int at(Scan scan, int i, boolean named) {
        int word = scan.ids()[i];
        // "Atelier 3" in a title is the third of them.
        if (counted(scan, i) && (named || word != WORKSHOP)) {
            return scan.ids()[i + 1];
        }
        if (named && NAMED.get(word, 0) != 0) {
            return sized(scan, i) ? word * 31 + scan.ids()[i - 1] : word;
        }
        return 0;
    }

    /** The words without those that name the room, unless nothing would be left. */
    static Scan without(Scan scan) {
        return any(scan) ? withoutSome(scan) : scan;
    }

    private static boolean any(Scan scan) {
        for (int i = 0; i < scan.size(); i++) {
            if (at(scan, i, true) != 0) {
                return true;
            }
        }
        return false;
    }

    private static Scan withoutSome(Scan scan) {
        int[] ids = new int[scan.size()];
        int[] spans = new int[scan.size()];
        int size = 0;
        boolean[] room = new boolean[scan.size()];
        for (int i = 0; i < scan.size(); i++) {
            if (at(scan, i, true) != 0) {
                room[i] = true;
                room[counted(scan, i) ? i + 1 : sized(scan, i) ? i - 1 : i] = true;
            }
        }
        for (int i = 0; i < scan.size(); i++) {
            if (!room[i]) {
                ids[size] = scan.ids()[i];
                spans[size++] = scan.ends()[i];
            }
        }
        return size == 0 ? scan : new Scan(scan.letters(), Arrays.copyOf(ids, size), Arrays.copyOf(spans, size));
    }

    private static boolean counted(Scan scan, int i) {
        return COUNTED.get(scan.ids()[i], 0) != 0
                && i + 1 < scan.size()
                && (scan.number(i + 1) >= 0 || letter(scan, i + 1, scan.ids()[i]));
    }

    private static boolean sized(Scan scan, int i) {
        return i > 0 && SIZES.get(scan.ids()[i - 1], 0) != 0;
    }

    /** "Salle A", but not "salle d'exposition" nor "atelier à la ferme". */
    private static boolean letter(Scan scan, int i, int room) {
        boolean single = scan.ends()[i] - scan.start(i) == 1 && room != WORKSHOP;
        return single && (i + 1 == scan.size() || ELIDED.indexOf(scan.first(i)) < 0);
    }
}
