package moisson.intake;

/** Bounds that keep one hostile or broken item from filling the memory; far above anything real feeds were seen to hold. */
public final class Limits {
    /** Characters of one value; what is beyond is cut. 1 MiB. */
    public static final int VALUE = 1 << 20;

    /** Values in one list field. OpenAgenda allows 800 sessions, and 784 were met. */
    public static final int VALUES = 5_000;

    /** Characters of one item as it came. The tree of a JSON item takes up to a hundred times that in memory. 8 MiB. */
    public static final int ITEM = 8 << 20;

    /** Levels of JSON inside one item. Real ones were never seen deeper than 9. */
    public static final int DEPTH = 64;

    /** Notices kept for one record, and remarks of one kind for one delivery: more of them teach nothing. */
    public static final int NOTICES = 100;

    private Limits() {}
}
