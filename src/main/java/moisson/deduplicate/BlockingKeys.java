package moisson.deduplicate;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The keys under which an event is looked up. Two events are compared only when they have one in common; every key holds
 * a day, or the fact of being on demand, so that what never is the same never meets.
 */
final class BlockingKeys {
    /** Keys have 39 bits: with the row below them they fit into one long. The last bit marks those of titles. */
    static final int BITS = 39;

    private static final int FIRST_SESSIONS = 3;
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
        LongStream.Builder keys = LongStream.builder();
        for (int day : days(profile.traits().schedule())) {
            add(profile, day, keys);
        }
        return keys.build().sorted().distinct().toArray();
    }

    /** The key of its title on its first day. */
    static long title(Profile profile) {
        return key(TITLE, days(profile.traits().schedule())[0], profile.traits().titleSign());
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
            days[i] = schedule.several()
                    ? Math.floorDiv(
                            schedule.starts()[Math.min(i, schedule.starts().length - 1)] + schedule.offset(), 1440)
                    : Math.min(schedule.lastDay(), schedule.firstDay() + i);
        }
        days[FIRST_SESSIONS] = schedule.lastDay();
        return Arrays.stream(days).distinct().toArray();
    }

    private static void add(Profile profile, int day, LongStream.Builder keys) {
        Traits traits = profile.traits();
        Spot spot = traits.spot();
        int first = profile.rarestWord();
        int second = profile.secondWord();
        keys.add(key(TITLE, day, traits.titleSign()));
        if (first != 0 && second != 0) {
            keys.add(key(TWO_WORDS, day, pair(Math.min(first, second), Math.max(first, second))));
        }
        if (spot.commune() != 0) {
            if (first != 0) {
                keys.add(key(WORD_AND_COMMUNE, day, pair(first, spot.commune())));
            }
            if (second != 0) {
                keys.add(key(WORD_AND_COMMUNE, day, pair(second, spot.commune())));
            }
            if (traits.schedule().hours() && day == traits.schedule().firstDay()) {
                keys.add(key(COMMUNE_AND_MINUTE, traits.schedule().start(), spot.commune()));
            }
        }
        if ((traits.online() || spot.commune() == 0) && traits.schedule().hours()) {
            keys.add(key(WORD_AND_MINUTE, traits.schedule().start(), first));
            keys.add(key(WORD_AND_MINUTE, traits.schedule().start(), second));
        }
        if (traits.page().exists()) {
            keys.add(key(PAGE, day, traits.page().key()));
        }
        if (spot.venue().length > 0) {
            keys.add(key(VENUE, day, Hashing.hashOfSet(spot.venue())));
        }
        if (spot.number() > 0 && spot.street().length > 0) {
            keys.add(key(ADDRESS, day, pair(Hashing.hashOfSet(spot.street()), spot.number())));
        }
    }

    private static long pair(int left, int right) {
        return ((long) left << 32) | (right & 0xffffffffL);
    }

    private static long key(int kind, int day, long value) {
        long hash = Hashing.mix(((long) kind << 40) ^ day, value) >>> (64 - BITS);
        return kind == TITLE ? hash | 1 : hash & ~1L;
    }
}
