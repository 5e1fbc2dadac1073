package moisson.harvest;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import moisson.event.Field;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.intake.Row;
import moisson.reference.Editions;
import moisson.store.Kept;

/**
 * What, besides its own words, decides what becomes of a record: our settings for its source, the editions, an
 * operator's own tables, and our rules. When any of it changes, records that did not change are normalized again.
 */
final class Rules {
    /** To be raised when normalizing gives other events of the same words; {@code replay} shows the difference first. */
    private static final String VERSION = "2026-11-22.4";

    /** Odd, with its bits well mixed: 2^64 divided by the golden ratio. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    /** Characters in 64 bits. */
    private static final int STEP = 4;

    private final String settings;
    private final long start;

    /** @param tables a sum of what an operator added to the tables */
    Rules(Source source, Editions editions, String tables) {
        start = Kept.sum(String.join(
                "\n",
                VERSION,
                source.name(),
                source.format(),
                source.zone(),
                source.licence(),
                String.valueOf(source.complete()),
                String.valueOf(source.mapping()),
                String.valueOf(editions.list()),
                tables));
        settings = Long.toHexString(start);
    }

    String settings() {
        return settings;
    }

    /** The same sum, the same event and the same notices; the order of rows and of members does not count. Never 0. */
    long sum(SourceRecord record) {
        AtomicLong sum = new AtomicLong(start);
        for (Field field : Field.values()) {
            record.values().getOrDefault(field, List.of()).forEach(value -> add(sum, field, value));
        }
        return notZero(sum.get());
    }

    /** The sum of the record that would be made of this row. */
    long sum(Row row) {
        AtomicLong sum = new AtomicLong(start);
        row.forEach((field, value) -> add(sum, field, value));
        return notZero(sum.get());
    }

    private static void add(AtomicLong sum, Field field, String value) {
        sum.setPlain(mixed(mixed(sum.getPlain(), field.name().hashCode()), value.strip()));
    }

    /**
     * Four characters a step, since every word of every delivery comes by here. Only compared with the past of the same
     * record, see {@link Kept#sum}; texts of one length that differ within one step never have the same sum.
     */
    private static long mixed(long sum, String text) {
        int length = text.length();
        long here = mixed(sum, length);
        int i = 0;
        for (; i + STEP <= length; i += STEP) {
            here = mixed(
                    here,
                    text.charAt(i)
                            | (long) text.charAt(i + 1) << 16
                            | (long) text.charAt(i + 2) << 32
                            | (long) text.charAt(i + 3) << 48);
        }
        for (; i < length; i++) {
            here = mixed(here, text.charAt(i));
        }
        return here;
    }

    /** Another step, another sum: no two values of the step lead to the same. */
    private static long mixed(long sum, long step) {
        long mixed = (sum ^ step) * SPREAD;
        return mixed ^ (mixed >>> 32);
    }

    private static long notZero(long sum) {
        return sum == 0 ? 1 : sum;
    }
}
