package moisson.intake;

/**
 * Every bound that keeps a hostile or broken delivery from filling the memory or taking for ever, in one table;
 * most are far above what real feeds were seen to hold. What is beyond is cut, refused or left out, and always told.
 */
public final class Limits {
    // One delivery

    /** Records. Chosen, not measured. */
    public static final int RECORDS = 5_000_000;

    /** Bytes of a workbook once unpacked. 1 GiB: a million rows of ten cells. */
    public static final long UNPACKED = 1L << 30;

    /** Bytes of the texts that a workbook shares, which are held in memory. 128 MiB. */
    public static final long SHARED_TEXTS = 128L << 20;

    /** How many times its own size a workbook may unpack to. Chosen, not measured. */
    public static final long RATIO = 200;

    /** Bytes that a workbook may always unpack to, whatever the ratio. 16 MiB. */
    public static final long UNPACKED_ANYWAY = 16L << 20;

    /** Files inside a workbook. */
    public static final int PARTS = 10_000;

    /** Bytes of a graph that is held in memory; a larger one goes to a temporary file of about its own size. 32 MiB. */
    public static final long GRAPH = 32L << 20;

    /** Triples of a graph in memory, where one takes some 200 bytes. */
    public static final int TRIPLES = 500_000;

    /** Bytes of a graph on disk. 8 GiB. */
    public static final long GRAPH_ON_DISK = 8L << 30;

    /** Triples of a graph on disk: two million events, at what real feeds say of one. */
    public static final int TRIPLES_ON_DISK = 60_000_000;

    /** Resources that a graph on disk tells of or points to; each takes 24 to 48 bytes of memory. */
    public static final int RESOURCES_ON_DISK = 20_000_000;

    /** Triples of one object in a list of JSON-LD. */
    public static final int TRIPLES_OF_ONE = 500_000;

    // One record

    /** Characters of one item as it came. The tree of a JSON item takes up to a hundred times that in memory. 8 MiB. */
    public static final int ITEM = 8 << 20;

    /** Columns of a table, names in an object, properties of a calendar event. A spreadsheet has 16,384 at most. */
    public static final int FIELDS = 5_000;

    /** Elements of XML in one item of a feed. */
    public static final int ELEMENTS = 50_000;

    /** Levels of JSON inside one item, and of XML. Real ones were never seen deeper than 9. */
    public static final int DEPTH = 64;

    /** Sessions that a rule gives: OpenAgenda allows as many; an agenda that needs more is a timetable. */
    public static final int OCCURRENCES = 800;

    /** Years after its first session for which a rule counts. */
    public static final int YEARS = 3;

    /** Notices kept for one record, and remarks of one kind for one delivery: more of them teach nothing. */
    public static final int NOTICES = 100;

    // One value

    /** Characters of one value; what is beyond is cut. 1 MiB. */
    public static final int VALUE = 1 << 20;

    /** Values in one list field. OpenAgenda allows 800 sessions, and 784 were met. */
    public static final int VALUES = 5_000;

    private Limits() {}
}
