package moisson.publish.proof;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import moisson.publish.Manifest;
import moisson.publish.format.Columns;
import org.apache.commons.io.IOUtils;
import org.apache.jena.atlas.iterator.Iter;

/**
 * The CSV files of the editions, one after the other, are the CSV file of all: byte for byte but for their headers, and
 * where they are not, row by row, so that the difference has a name.
 */
final class EditionProof {
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Findings findings;

    EditionProof(Path folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    void check(Manifest.Entry all, List<Manifest.Entry> editions) throws IOException {
        String names = editions.stream().map(Manifest.Entry::path).collect(Collectors.joining(", "));
        if (same(all, editions)) {
            long rows = Objects.requireNonNullElse(all.rows(), 0);
            findings.compared(names, all.path(), rows, "événements", rows * Columns.ALL.size());
        } else {
            compare(all, editions, names);
        }
    }

    /** Whether tables of editions are the table of all, byte for byte. */
    boolean same(Manifest.Entry all, List<Manifest.Entry> editions) throws IOException {
        List<InputStream> open = new ArrayList<>();
        try {
            InputStream whole = new BufferedInputStream(Files.newInputStream(folder.resolve(all.path())), BUFFER);
            open.add(whole);
            String header = header(whole);
            boolean same = true;
            for (Manifest.Entry edition : editions) {
                InputStream part =
                        new BufferedInputStream(Files.newInputStream(folder.resolve(edition.path())), BUFFER);
                open.add(part);
                same &= header.equals(header(part));
            }
            return same
                    && IOUtils.contentEquals(
                            whole, new SequenceInputStream(Collections.enumeration(open.subList(1, open.size()))));
        } finally {
            for (InputStream in : open) {
                in.close();
            }
        }
    }

    /** The names of our columns have no line ends. */
    private static String header(InputStream in) throws IOException {
        StringBuilder header = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            header.append((char) read);
        }
        return header.toString();
    }

    private void compare(Manifest.Entry csv, List<Manifest.Entry> editions, String names) throws IOException {
        List<Rows> open = new ArrayList<>();
        try (Rows all = CsvRows.events(folder.resolve(csv.path()))) {
            for (Manifest.Entry edition : editions) {
                open.add(CsvRows.events(folder.resolve(edition.path())));
            }
            Iterator<Row> together = Iter.flatMap(open.iterator(), Rows::iterator);
            new Lockstep(names, findings).compare(all.iterator(), together, csv.path());
        } finally {
            for (Rows rows : open) {
                rows.close();
            }
        }
    }
}
