package moisson.deduplicate;

/**
 * What of an event fits into one number and is enough to say of most pairs that they never are the same, without reading
 * either event: its commune, and its minute when it has one session and tells its hour. Remembered beside the keys of
 * each record: of those that stand in a block with a changed record, few are worth fetching. Zero tells nothing.
 *
 * <p>From the highest bit: commune (19 bits, 0 unknown), whether the minute counts (1), offset from UTC in minutes
 * (12), minute (32).
 */
final class Glance {
    private static final int COMMUNES = (1 << 19) - 1;
    private static final int COMMUNE = 45;
    private static final int MINUTE_COUNTS = 44;
    private static final int OFFSET = 32;
    private static final int OFFSET_BITS = 12;

    private Glance() {}

    static long of(Profile profile) {
        Schedule schedule = profile.traits().schedule();
        int code = profile.traits().spot().code();
        long commune = code == 0 ? 0 : 1 + Math.floorMod(code, COMMUNES);
        boolean counts = schedule.starts().length == 1
                && schedule.hours()
                && !schedule.run()
                && Math.abs(schedule.offset()) < (1 << OFFSET_BITS);
        long minute = counts
                ? (1L << MINUTE_COUNTS)
                        | ((long) Math.abs(schedule.offset()) << OFFSET)
                        | Integer.toUnsignedLong(schedule.start())
                : 0;
        return (commune << COMMUNE) | minute;
    }

    /** True when {@link Comparison} would find another commune, or another hour of single sessions; false proves nothing. */
    static boolean never(long left, long right) {
        long here = left >>> COMMUNE;
        long there = right >>> COMMUNE;
        if (here != 0 && there != 0 && here != there) {
            return true;
        }
        if ((left & right & (1L << MINUTE_COUNTS)) == 0) {
            return false;
        }
        int apart = Math.abs((int) left - (int) right);
        return apart != 0 && apart != offset(left) && apart != offset(right);
    }

    private static int offset(long glance) {
        return (int) (glance >>> OFFSET) & ((1 << OFFSET_BITS) - 1);
    }
}
