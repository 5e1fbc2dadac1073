package moisson.publish.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import moisson.publish.Manifest;
import moisson.publish.format.OriginFile;

/** Reads the CSV file of a dataset once, and all other files that tell its events, but RDF, beside it. */
final class TableProof {
    private static final List<Format> FORMATS = List.of(
            new Format(".xlsx", XlsxRows::of, Projections::spreadsheet),
            new Format(".parquet", ParquetRows::of, Optional::of),
            new Format(".json", JsonRows::json, Optional::of),
            new Format(".jsonl", JsonRows::lines, Optional::of),
            new Format(".geojson", JsonRows::geo, Projections::map),
            new Format(".ics", CalendarRows::of, Projections::calendar));

    private final Path folder;
    private final List<Manifest.Entry> files;
    private final Findings findings;

    private record Format(String extension, Rows.Opener opener, Function<Row, Optional<Row>> projection) {}

    /** A file that is being read beside the CSV file, with its own findings: they are told one file after the other. */
    private record Beside(
            String file, Rows rows, Function<Row, Optional<Row>> projection, Lockstep lockstep, Findings findings) {}

    TableProof(Path folder, List<Manifest.Entry> files, Findings findings) {
        this.folder = folder;
        this.files = files;
        this.findings = findings;
    }

    /** How a file beside the CSV file is read; empty for RDF. */
    static Optional<Rows.Opener> opener(String extension) {
        return FORMATS.stream()
                .filter(format -> format.extension().equals(extension))
                .map(Format::opener)
                .findFirst();
    }

    void check(Manifest.Entry csv) {
        List<Beside> besides = new ArrayList<>();
        List<Findings> found = new ArrayList<>();
        for (Format format : FORMATS) {
            open(csv.dataset() + format.extension(), format, besides, found);
        }
        if (csv.edition() == null) {
            open(OriginFile.NAME, new Format("", OriginRows::of, Optional::of), besides, found);
        }
        findings.tried(csv.path(), () -> read(csv, besides));
        found.forEach(findings::append);
    }

    private void open(String file, Format format, List<Beside> besides, List<Findings> found) {
        if (files.stream().noneMatch(entry -> entry.path().equals(file))) {
            return;
        }
        Findings own = new Findings();
        found.add(own);
        own.tried(
                file,
                () -> besides.add(new Beside(
                        file,
                        format.opener().open(folder.resolve(file)),
                        format.projection(),
                        new Lockstep(file, own),
                        own)));
    }

    private void read(Manifest.Entry csv, List<Beside> besides) throws IOException {
        List<Beside> readable = new ArrayList<>(besides);
        try (Rows rows = CsvRows.events(folder.resolve(csv.path()))) {
            long count = 0;
            Iterator<Row> reference = rows.iterator();
            while (reference.hasNext()) {
                Row row = reference.next();
                count++;
                readable.removeIf(beside -> !went(
                        beside,
                        () -> beside.projection()
                                .apply(row)
                                .ifPresent(told -> beside.lockstep()
                                        .step(told, beside.rows().iterator()))));
            }
            if (!String.valueOf(csv.rows()).equals(String.valueOf(count))) {
                findings.differ(csv.path(), "", "lignes", String.valueOf(csv.rows()), String.valueOf(count));
            }
            readable.forEach(beside ->
                    went(beside, () -> beside.lockstep().end(beside.rows().iterator(), csv.path())));
        } finally {
            for (Beside beside : besides) {
                beside.rows().close();
            }
        }
    }

    /** A file that cannot be read any further is told, and read no further. */
    private static boolean went(Beside beside, Findings.Trial trial) {
        return beside.findings().tried(beside.file(), trial);
    }
}
