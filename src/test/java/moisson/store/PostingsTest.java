package moisson.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Beside a map of sets that is changed the same way. */
class PostingsTest {
    private static final int KEYS = 300;

    @ParameterizedTest
    @CsvSource({"1, 5, 400", "2, 900, 60", "3, 3000, 12"})
    void afterAnyChangesTheSameRecordsStandUnderEachKey(int seed, int portion, int steps) {
        Random random = new Random(seed);
        Map<Long, TreeSet<Long>> plain = new TreeMap<>();
        Map<Long, Long> beside = new HashMap<>();
        Postings postings = Postings.NONE;
        for (int step = 0; step < steps; step++) {
            LongStream.Builder fewer = LongStream.builder();
            LongStream.Builder more = LongStream.builder();
            Map<Long, Long> glances = new HashMap<>();
            TreeSet<Long> met = new TreeSet<>();
            for (int i = 0; i < portion; i++) {
                long key = (1L << 39) - 1 - random.nextInt(KEYS);
                long record = 1L + random.nextInt(2500);
                if (met.add(Postings.posting(key, record))) {
                    TreeSet<Long> records = plain.computeIfAbsent(key, any -> new TreeSet<>());
                    if (!records.add(record)) {
                        records.remove(record);
                        fewer.add(Postings.posting(key, record));
                    } else {
                        more.add(Postings.posting(key, record));
                        glances.put(record, random.nextLong());
                    }
                }
            }
            Postings before = postings;
            Map<Long, Long> was = step == 0 ? Map.of() : before.under((1L << 39) - 1);
            postings = postings.with(fewer.build().toArray(), more.build().toArray(), glances);
            assertThat(before.under((1L << 39) - 1)).isEqualTo(was);
            beside.putAll(glances);
        }
        for (long key = (1L << 39) - KEYS; key < 1L << 39; key++) {
            TreeSet<Long> records = plain.getOrDefault(key, new TreeSet<>());
            assertThat(postings.count(key)).isEqualTo(records.size());
            Map<Long, Long> expected = new HashMap<>();
            records.forEach(record -> expected.put(record, beside.get(record)));
            assertThat(postings.under(key)).isEqualTo(expected);
        }
        assertThat(postings.count(3)).isZero();
    }
}
