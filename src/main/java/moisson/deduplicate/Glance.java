package moisson.deduplicate;

/**
 * What of an event fits into one number and is enough to say of most pairs that they never are the same, without reading
 * either event: its commune, and the rarest word of its title and its minute when it has one session and tells its hour.
 * Remembered beside the keys of each record: of those that stand in a block with a changed record, few are worth fetching.
 * Zero tells nothing.
 *
 * <p>From the highest bit: commune (19 bits, 0 unknown), whether the minute counts (1), offset from UTC in quarters of an hour
 * (6), word (10), minute (28).
 */
final class Glance {
    private static final int COMMUNES = (1 << 19) - 1;
    private static final int COMMUNE = 45;
    private static final int MINUTE_COUNTS = 44;
    private static final int OFFSET = 38;
    private static final int OFFSETS = (1 << 6) - 1;
    private static final int QUARTER = 15;
    private static final int WORD = 28;
    private static final int WORDS = (1 << 10) - 1;
    private static final int MINUTES = (1 << WORD) - 1;

    private Glance() {}

    static long of(Profile profile) {
        Schedule schedule = profile.traits().schedule();
        int code = profile.traits().spot().code();
        long commune = code == 0 ? 0 : 1 + Math.floorMod(code, COMMUNES);
        int offset = Math.abs(schedule.offset());
        boolean counts = schedule.hourOfDay()
                && schedule.start() >= 0
                && schedule.start() <= MINUTES
                && offset % QUARTER == 0
                && offset / QUARTER <= OFFSETS;
        long minute = counts
                ? (1L << MINUTE_COUNTS)
                        | ((long) (offset / QUARTER) << OFFSET)
                        | ((long) (profile.rarestWord() & WORDS) << WORD)
                        | schedule.start()
                : 0;
        return (commune << COMMUNE) | minute;
    }

    /**
     * True when {@link Comparison} would find another commune, or another hour of single sessions whose titles do not share
     * the rarest word; false proves nothing.
     */
    static boolean never(long left, long right) {
        long here = left >>> COMMUNE;
        long there = right >>> COMMUNE;
        if (here != 0 && there != 0 && here != there) {
            return true;
        }
        if ((left & right & (1L << MINUTE_COUNTS)) == 0 || word(left) == word(right)) {
            return false;
        }
        int apart = Math.abs((int) (left & MINUTES) - (int) (right & MINUTES));
        return apart != 0 && apart != offset(left) && apart != offset(right);
    }

    private static int word(long glance) {
        return (int) (glance >>> WORD) & WORDS;
    }

    private static int offset(long glance) {
        return ((int) (glance >>> OFFSET) & OFFSETS) * QUARTER;
    }
}
