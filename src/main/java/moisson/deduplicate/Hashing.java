package moisson.deduplicate;

/** Fixed hash functions: unlike the platform's they never change, and results may depend on them for ever. */
final class Hashing {
    /** Of no letter. */
    static final int START = 0x811c9dc5;

    private Hashing() {}

    /** FNV-1a over UTF-16 units, then a final mix; never 0, which stands for "unknown". */
    static int hash(String text, int from, int to) {
        int hash = START;
        for (int i = from; i < to; i++) {
            hash = next(hash, text.charAt(i));
        }
        return spread(hash);
    }

    /** One letter more; to be spread after the last. */
    static int next(int hash, char letter) {
        return (hash ^ letter) * 0x01000193;
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

    /** The final mix; never 0. */
    static int spread(int hash) {
        int mixed = (hash ^ (hash >>> 15)) * 0x2c1b3c6d;
        mixed ^= mixed >>> 12;
        return mixed == 0 ? 1 : mixed;
    }
}
