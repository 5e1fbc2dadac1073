package moisson.harvest;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import moisson.event.Field;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.event.TextSum;
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

    /** What every sum begins with. */
    long start() {
        return start;
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
        sum.setPlain(TextSum.of(TextSum.of(sum.getPlain(), field.name().hashCode()), value.strip()));
    }

    private static long notZero(long sum) {
        return sum == 0 ? 1 : sum;
    }
}
