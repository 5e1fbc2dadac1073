package moisson.publish.graph;

/**
 * How many triples of one version are held in memory; a version with more is asked from a database on the disk.
 *
 * @param triples of the version that is shown; of an earlier one, which is opened beside it, a quarter
 */
public record MemoryLimit(long triples) {
    /** What a triple takes in memory while its graph is built, its share of texts and addresses included; then 86: decision 10. */
    static final long BYTES = 110;
    /**
     * While a new version is opened the one before is still asked, two earlier ones may be, and publishing, pages and
     * queries want memory of their own.
     */
    private static final int SHARE = 4;

    /** What the heap of this process allows. */
    public static MemoryLimit ofHeap() {
        return new MemoryLimit(Runtime.getRuntime().maxMemory() / SHARE / BYTES);
    }

    MemoryLimit forEarlier() {
        return new MemoryLimit(triples / SHARE);
    }

    boolean holds(long number) {
        return number <= triples;
    }
}
