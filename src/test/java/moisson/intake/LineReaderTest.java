package moisson.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that are known are left out, and the parser reads all others as if nothing had happened. */
class LineReaderTest {
    private static final String[] PIECES = {
        "a", "é", ",", "\"", "\"\"", " ", "\n", "\r\n", "\n", "\"x\ny\"", "\"x\r\ny\"", "1,2\n", "3,\"4\"\n", ",\n"
    };

    @Test
    void aKnownLineIsLeftOutAndTheRestIsRead() throws IOException {
        var text = new LineReader(new StringReader("un,1\r\ndeux,2\r\ntrois,3"));
        List<String> read = new ArrayList<>();
        try (CSVParser parser = new CsvDialect(',', 0).format().parse(text)) {
            var rows = parser.iterator();
            assertThat(text.next(7)).isNotZero();
            read.add(rows.next().get(0));
            assertThat(text.tookOne()).isTrue();
            assertThat(text.next(7)).isNotZero();
            text.skip();
            read.add(rows.next().get(0));
            assertThat(rows.hasNext()).isFalse();
        }
        assertThat(read).containsExactly("un", "trois");
        assertThat(text.skipped()).isEqualTo(1);
    }

    @Test
    void theEndOfALineDoesNotCountAndTheSaltDoes() throws IOException {
        long sum = new LineReader(new StringReader("un,1\r\n")).next(7);

        assertThat(new LineReader(new StringReader("un,1\n")).next(7)).isEqualTo(sum);
        assertThat(new LineReader(new StringReader("un,1")).next(7)).isEqualTo(sum);
        assertThat(new LineReader(new StringReader("un,1\n")).next(8)).isNotEqualTo(sum);
        assertThat(new LineReader(new StringReader("un,2\n")).next(7)).isNotEqualTo(sum);
    }

    @Test
    void linesThatCannotBeLeftOutHaveNoSum() throws IOException {
        assertThat(new LineReader(new StringReader("")).next(7)).isZero();
        assertThat(new LineReader(new StringReader("a".repeat(70_000) + "\n")).next(7))
                .isZero();
        var old = new LineReader(new StringReader("un\rdeux\rtrois\n"));
        assertThat(old.next(7)).isZero();
        assertThat(old.read(new char[100])).isEqualTo(3);
        assertThat(old.next(7)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 100_000})
    void whateverTheTextTheRowsAreThoseOfTheParserAlone(int portion) throws IOException {
        Random random = new Random(portion);
        for (int round = 0; round < 100; round++) {
            StringBuilder text = new StringBuilder("titre,lieu\n");
            for (int i = random.nextInt(200); i > 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            if (round % 10 == 0) {
                text.insert(random.nextInt(text.length()), '\r');
            }
            if (round % 20 == 0) {
                text.insert(random.nextInt(text.length()), "long ".repeat(14_000));
            }
            List<List<String>> all = rows(text.toString(), portion, Set.of(), null);
            List<Long> sums = new ArrayList<>();
            assertThat(rows(text.toString(), portion, Set.of(), sums)).isEqualTo(all);
            // Leaving out some rows that were one line each leaves out these rows and no others.
            Set<Long> known = Set.copyOf(sums.stream()
                    .filter(sum -> sum != 0 && random.nextBoolean())
                    .distinct()
                    .toList());
            List<List<String>> rest = new ArrayList<>();
            for (int row = 0; row < all.size(); row++) {
                if (!known.contains(sums.get(row))) {
                    rest.add(all.get(row));
                }
            }
            assertThat(rows(text.toString(), portion, known, new ArrayList<>()))
                    .as(text.toString())
                    .isEqualTo(rest);
        }
    }

    /** @param sums takes the sum of each row that is one line, 0 for others; null to parse without our reader */
    private static List<List<String>> rows(String text, int portion, Set<Long> known, @Nullable List<Long> sums)
            throws IOException {
        Reader slow = new Portions(new StringReader(text), portion);
        LineReader lines = new LineReader(slow);
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = new CsvDialect(',', 0).format().parse(sums == null ? slow : lines)) {
            var iterator = parser.iterator();
            while (true) {
                long sum = sums == null ? 0 : lines.next(7);
                if (sum != 0 && known.contains(sum)) {
                    lines.skip();
                    continue;
                }
                if (!iterator.hasNext()) {
                    return rows;
                }
                CSVRecord row = iterator.next();
                rows.add(List.of(row.values()));
                if (sums != null) {
                    sums.add(lines.tookOne() ? sum : 0L);
                }
            }
        } catch (UncheckedIOException e) {
            rows.add(List.of("illisible"));
            if (sums != null) {
                sums.add(0L);
            }
            return rows;
        }
    }

    /** Gives so many characters at a time. */
    private static final class Portions extends FilterReader {
        private final int most;

        Portions(Reader reader, int most) {
            super(reader);
            this.most = most;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(length, most));
        }
    }
}
