package moisson.harvest;

import java.util.List;
import moisson.event.Field;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.reference.Editions;
import moisson.store.Kept;

/**
 * What, besides its own words, decides what becomes of a record: our settings for its source, the editions, and our
 * rules. When any of it changes, records that did not change are normalized again.
 */
final class Rules {
    /** To be raised when normalizing gives other events of the same words; {@code replay} shows the difference first. */
    private static final String VERSION = "2026-11-22";

    private static final char FIELD = '\u001e';
    private static final char VALUE = '\u001f';

    private final String settings;

    Rules(Source source, Editions editions) {
        settings = Long.toHexString(Kept.sum(String.join(
                "\n",
                VERSION,
                source.name(),
                source.format(),
                source.zone(),
                source.licence(),
                String.valueOf(source.complete()),
                String.valueOf(source.mapping()),
                String.valueOf(editions.list()))));
    }

    String settings() {
        return settings;
    }

    /** The same sum, the same event and the same notices; the order of rows and of members does not count. Never 0. */
    long sum(SourceRecord record) {
        StringBuilder words = new StringBuilder(settings);
        for (Field field : Field.values()) {
            List<String> values = record.values().get(field);
            if (values != null) {
                words.append(FIELD).append(field.name());
                for (String value : values) {
                    words.append(VALUE).append(value.strip());
                }
            }
        }
        long sum = Kept.sum(words.toString());
        return sum == 0 ? 1 : sum;
    }
}
