package moisson.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/** A process of its own: begins a run, writes its records, says so, and waits to be killed before it could commit. */
final class KilledWriter {
    static final String WRITTEN = "written, not committed";

    private KilledWriter() {}

    /** Arguments: URL and user of the database. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        try (Store store = Store.open(args[0], args[1], null)) {
            long run = store.inTransaction(tables -> tables.runs().begin(StoreContract.SOURCE, StoreContract.NOON));
            store.inTransaction(tables -> {
                tables.records().keep(newRecords(), run);
                tables.records().remove(StoreContract.SOURCE, List.of("a"), StoreContract.NOON, "absent");
                out.println(WRITTEN);
                return waitForever();
            });
        }
    }

    /** Enough of them that SQLite has spilled pages into the log before the end. */
    private static List<Kept> newRecords() {
        return IntStream.range(0, 20_000)
                .mapToObj(i -> StoreContract.kept("new-" + i, "Atelier fictif"))
                .toList();
    }

    private static int waitForever() {
        try {
            return System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
