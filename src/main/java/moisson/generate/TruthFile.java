package moisson.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes which records tell of which event. */
final class TruthFile implements Closeable {
    /** The first three are all that a table made by hand needs. */
    static final String[] HEADER = {"file", "key", "event", "kind", "part_of", "commune", "day"};

    private final CSVPrinter printer;

    TruthFile(Path file) throws IOException {
        printer = CSVFormat.RFC4180.builder().setHeader(HEADER).get().print(Files.newBufferedWriter(file, UTF_8));
    }

    void add(String file, String key, Happening of) throws IOException {
        printer.printRecord(
                file,
                key,
                of.id(),
                of.family().word(),
                of.whole(),
                of.venue().town().insee(),
                of.slots().getFirst().start().toLocalDate());
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
