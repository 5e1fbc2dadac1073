package moisson.publish.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import moisson.publish.Manifest;
import moisson.publish.format.Columns;
import moisson.publish.proof.Ranges.Range;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * The row groups of the Parquet file of all are those of the files of the editions, which are compared row by row: the same
 * columns of the same types, every page the same bytes, and all that is said of them but where they stand. Looks at nothing but
 * the footers and the bytes, and not by the code that wrote them.
 */
final class RowGroupProof {
    /** At the end, after the metadata: how long they are, least byte first, and the mark. */
    private static final int TRAILER = 8;

    private static final int MARK = ByteBuffer.wrap("PAR1".getBytes(US_ASCII)).getInt();

    private final Path folder;
    private final Findings findings;

    RowGroupProof(Path folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /**
     * Compares.
     *
     * @param parts the files of the editions, in the order of their events
     */
    void check(Manifest.Entry all, List<String> parts) throws IOException {
        String names = String.join(", ", parts);
        long rows = Objects.requireNonNullElse(all.rows(), 0);
        try (Ranges ranges = new Ranges()) {
            if (same(all.path(), rows, parts, ranges)) {
                findings.compared(all.path(), names, rows, "événements", rows * Columns.ALL.size());
            } else {
                findings.differ(all.path(), "", "événements", "octet par octet ceux de " + names, "d’autres octets");
            }
        }
    }

    private boolean same(String all, long rows, List<String> parts, Ranges ranges) throws IOException {
        FileMetaData whole = metadata(folder.resolve(all));
        List<RowGroup> groups = requireNonNull(whole.getRow_groups());
        int next = 0;
        for (String part : parts) {
            FileMetaData own = metadata(folder.resolve(part));
            if (!Objects.equals(own.getSchema(), whole.getSchema())
                    || !Objects.equals(own.getColumn_orders(), whole.getColumn_orders())) {
                return false;
            }
            for (RowGroup group : requireNonNull(own.getRow_groups())) {
                if (next == groups.size()
                        || !same(folder.resolve(all), groups.get(next), folder.resolve(part), group, ranges)) {
                    return false;
                }
                next++;
            }
        }
        return next == groups.size()
                && whole.getNum_rows() == rows
                && groups.stream().mapToLong(RowGroup::getNum_rows).sum() == rows;
    }

    private static boolean same(Path all, RowGroup one, Path part, RowGroup other, Ranges ranges) throws IOException {
        List<ColumnChunk> ones = requireNonNull(one.getColumns());
        List<ColumnChunk> others = requireNonNull(other.getColumns());
        if (ones.size() != others.size() || one.getNum_rows() != other.getNum_rows()) {
            return false;
        }
        for (int i = 0; i < ones.size(); i++) {
            if (!placeless(ones.get(i)).equals(placeless(others.get(i)))
                    || !ranges.same(pages(all, ones.get(i)), pages(part, others.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /**
     * What is said of a column, with its pages counted from its own first byte; not how much memory its values take, which the
     * library leaves out of row groups that it puts together, as it does the index of pages.
     */
    private static ColumnMetaData placeless(ColumnChunk column) {
        ColumnMetaData said = new ColumnMetaData(requireNonNull(column.getMeta_data()));
        long from = from(said);
        said.setData_page_offset(said.getData_page_offset() - from);
        if (said.isSetDictionary_page_offset()) {
            said.setDictionary_page_offset(said.getDictionary_page_offset() - from);
        }
        said.unsetSize_statistics();
        return said;
    }

    private static Range pages(Path file, ColumnChunk column) {
        ColumnMetaData said = requireNonNull(column.getMeta_data());
        return new Range(file, from(said), from(said) + said.getTotal_compressed_size());
    }

    /** A dictionary, where there is one, stands before the values. */
    private static long from(ColumnMetaData said) {
        return said.isSetDictionary_page_offset() && said.getDictionary_page_offset() > 0
                ? said.getDictionary_page_offset()
                : said.getData_page_offset();
    }

    private static FileMetaData metadata(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file)) {
            long end = in.size() - TRAILER;
            ByteBuffer last = ByteBuffer.allocate(TRAILER);
            Ranges.read(in, end, last);
            int length = last.order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (last.order(ByteOrder.BIG_ENDIAN).getInt() != MARK || length < 0 || length > end) {
                throw new IOException("pas un fichier Parquet");
            }
            ByteBuffer footer = ByteBuffer.allocate(length);
            Ranges.read(in, end - length, footer);
            return Util.readFileMetaData(new ByteArrayInputStream(footer.array()));
        }
    }
}
