package moisson.deduplicate;

import java.util.Arrays;

/**
 * The keys under which an event is looked up. Two events are compared only when they have one in common; every key holds
 * a day, or the fact of being on demand, so that what never is the same never meets.
 */
final class BlockingKeys {
    /** Keys have 39 bits: with the row below them they fit into one long. The last bit marks those of titles. */
    static final int BITS = 39;

    private static final int FIRST_SESSIONS = 3;
    /** Keys of an event on one of its days. */
    private static final int MOST_A_DAY = 10;

    private static final int ANY_DAY = Integer.MIN_VALUE;
    private static final int WORD_AND_COMMUNE = 1;
    private static final int TITLE = 2;
    private static final int PAGE = 3;
    private static final int COMMUNE_AND_MINUTE = 4;
    private static final int VENUE = 5;
    private static final int ADDRESS = 6;
    private static final int TWO_WORDS = 7;
    private static final int WORD_AND_MINUTE = 8;

    private BlockingKeys() {}

    /** Sorted, each once. */
    static long[] of(Profile profile) {
        int[] days = days(profile.traits().schedule());
        long[] keys = new long[MOST_A_DAY * days.length];
        int count = 0;
        for (int i = 0; i < days.length; i++) {
            if (i == 0 || days[i] != days[i - 1]) {
                count = add(profile, days[i], keys, count);
            }
        }
        return set(keys, count);
    }

    private static long[] set(long[] keys, int count) {
        Arrays.sort(keys, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                keys[kept++] = keys[i];
            }
        }
        return Arrays.copyOf(keys, kept);
    }

    /** The key of its title on its first day. */
    static long title(Profile profile) {
        return key(
                TITLE, firstDay(profile.traits().schedule()), profile.traits().titleSign());
    }

    /** Whether a key is that of a title on a day. */
    static boolean isTitle(long key) {
        return (key & 1) == 1;
    }

    private static int[] days(Schedule schedule) {
        if (schedule.onDemand()) {
            return new int[] {ANY_DAY};
        }
        if (schedule.lastDay() <= schedule.firstDay()) {
            return new int[] {schedule.firstDay()};
        }
        int[] days = new int[FIRST_SESSIONS + 1];
        for (int i = 0; i < FIRST_SESSIONS; i++) {
            days[i] = day(schedule, i);
        }
        days[FIRST_SESSIONS] = schedule.lastDay();
        return days;
    }

    private static int firstDay(Schedule schedule) {
        if (schedule.onDemand()) {
            return ANY_DAY;
        }
        return schedule.lastDay() <= schedule.firstDay() ? schedule.firstDay() : day(schedule, 0);
    }

    /** Of one of the first sessions, or one of the first days of a run. */
    private static int day(Schedule schedule, int i) {
        return schedule.several()
                ? Math.floorDiv(schedule.starts()[Math.min(i, schedule.starts().length - 1)] + schedule.offset(), 1440)
                : Math.min(schedule.lastDay(), schedule.firstDay() + i);
    }

    /** Adds the keys of one day; returns how many there are now. */
    private static int add(Profile profile, int day, long[] keys, int known) {
        int count = known;
        Traits traits = profile.traits();
        Spot spot = traits.spot();
        int first = profile.rarestWord();
        int second = profile.secondWord();
        keys[count++] = key(TITLE, day, traits.titleSign());
        if (first != 0 && second != 0) {
            keys[count++] = key(TWO_WORDS, day, pair(Math.min(first, second), Math.max(first, second)));
        }
        if (spot.commune() != 0) {
            if (first != 0) {
                keys[count++] = key(WORD_AND_COMMUNE, day, pair(first, spot.commune()));
            }
            if (second != 0) {
                keys[count++] = key(WORD_AND_COMMUNE, day, pair(second, spot.commune()));
            }
            if (traits.schedule().hours() && day == traits.schedule().firstDay()) {
                keys[count++] = key(COMMUNE_AND_MINUTE, traits.schedule().start(), spot.commune());
            }
        }
        boolean nowhere = spot.venue().length == 0 && spot.street().length == 0;
        if ((traits.online() || spot.commune() == 0 || nowhere)
                && traits.schedule().hours()) {
            keys[count++] = key(WORD_AND_MINUTE, traits.schedule().start(), first);
            keys[count++] = key(WORD_AND_MINUTE, traits.schedule().start(), second);
        }
        if (traits.page().exists()) {
            keys[count++] = key(PAGE, day, traits.page().key());
        }
        if (spot.venue().length > 0) {
            keys[count++] = key(VENUE, day, Hashing.hashOfSet(spot.venue()));
        }
        if (spot.number() > 0 && spot.street().length > 0) {
            keys[count++] = key(ADDRESS, day, pair(Hashing.hashOfSet(spot.street()), spot.number()));
        }
        return count;
    }

    private static long pair(int left, int right) {
        return ((long) left << 32) | (right & 0xffffffffL);
    }

    private static long key(int kind, int day, long value) {
        long hash = Hashing.mix(((long) kind << 40) ^ day, value) >>> (64 - BITS);
        return kind == TITLE ? hash | 1 : hash & ~1L;
    }
}
