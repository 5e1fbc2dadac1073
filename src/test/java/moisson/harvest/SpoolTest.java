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
    void whatTheMemoryHoldsLeavesTheDiskAlone() throws IOException {
        try (Spool spool = new Spool(folder)) {
            assertThat(passed(spool, 2_001)).isEqualTo(records(2_001));
            assertThat(files()).isZero();
        }
    }

    @Test
    void theOthersGoThroughAFileBehindThemAndItGoesWithThem() throws IOException {
        try (Spool spool = new Spool(folder, 100_000)) {
            assertThat(passed(spool, 3_001)).isEqualTo(records(3_001));
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
