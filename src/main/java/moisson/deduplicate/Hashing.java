package moisson.deduplicate;

/** Fixed hash functions: unlike the platform's they never change, and results may depend on them for ever. */
final class Hashing {
    private Hashing() {}

    /** FNV-1a over UTF-16 units, then a final mix; never 0, which stands for "unknown". */
    static int hash(String text, int from, int to) {
        int hash = 0x811c9dc5;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        return spread(hash);
    }

    static int hash(String text) {
        return hash(text, 0, text.length());
    }

    /** The same for every order of the same ids. */
    static int hashOfSet(int[] ids) {
        int[] sorted = ids.clone();
        java.util.Arrays.sort(sorted);
        int hash = 7;
        for (int id : sorted) {
            hash = hash * 31 + id;
        }
        return spread(hash);
    }

    static long mix(long left, long right) {
        long mixed = (left * 0x9E3779B97F4A7C15L) ^ right;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        mixed = (mixed ^ (mixed >>> 29)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 32);
    }

    private static int spread(int hash) {
        int mixed = (hash ^ (hash >>> 15)) * 0x2c1b3c6d;
        mixed ^= mixed >>> 12;
        return mixed == 0 ? 1 : mixed;
    }
}
