package moisson.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import moisson.event.EventId;
import moisson.store.Kept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    @TempDir
    Path folder;

    @Test
    void aFewRecordsLeaveTheDiskAlone() throws IOException {
        try (Spool spool = new Spool(folder)) {
            assertThat(passed(spool, Spool.FEW)).isEqualTo(records(Spool.FEW));
            assertThat(files()).isZero();
        }
    }

    @Test
    void manyGoThroughAFileInTheirOrderAndItGoesWithThem() throws IOException {
        int many = 2 * Spool.FEW + 1_001;
        try (Spool spool = new Spool(folder)) {
            assertThat(passed(spool, many)).isEqualTo(records(many));
            assertThat(files()).isOne();
        }
        assertThat(files()).isZero();
    }

    private static List<Kept> passed(Spool spool, int count) {
        records(count).forEach(spool::add);
        List<Kept> passed = new ArrayList<>();
        spool.forEachBatch(passed::addAll);
        return passed;
    }

    private static List<Kept> records(int count) {
        return IntStream.range(0, count).mapToObj(SpoolTest::record).toList();
    }

    private static Kept record(int number) {
        return new Kept(
                new EventId("essai", "cle-" + number),
                "Atelier fictif " + number,
                "ligne " + number,
                "{}",
                "{}",
                "h" + number,
                number,
                -number,
                null,
                null,
                null,
                null);
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
