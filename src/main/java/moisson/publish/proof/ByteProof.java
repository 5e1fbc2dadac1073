package moisson.publish.proof;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import moisson.event.Sha256;
import moisson.publish.Body;
import moisson.publish.Body.Piece;
import moisson.publish.Imprint;
import moisson.publish.Manifest;
import moisson.publish.proof.Ranges.Range;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.IOUtils;

/** Every file has the size and the sum that the manifest says, and every compressed copy says what the file does. */
final class ByteProof implements Closeable {
    private static final String GZIP = ".gz";
    /** Of a copy with neither name nor time (RFC 1952). */
    private static final int HEADER = 10;

    private static final int DEFLATED = 0x00088b1f;
    /** The last block, with nothing in it; CRC-32 and size. */
    private static final int END = 2;

    private static final int TRAILER = END + 2 * Integer.BYTES;
    private static final short LAST = 3;

    private final Path folder;
    private final Map<String, Body> bodies;
    private final Map<String, Imprint> imprints;
    private final Findings findings;
    private final Ranges ranges = new Ranges();

    /**
     * @param bodies where the events stand in files that are made of parts, each compressed by itself
     * @param imprints of files whose sums were taken as they were written. What is on the disk is read once and its CRC-32
     *     compared with that of the bytes that were summed up; of what was proven before, and touched by nobody since,
     *     nothing is read. Empty to sum up every file.
     */
    ByteProof(Path folder, Map<String, Body> bodies, Map<String, Imprint> imprints, Findings findings) {
        this.folder = folder;
        this.bodies = bodies;
        this.imprints = imprints;
        this.findings = findings;
    }

    /**
     * Compares.
     *
     * @param proven whether a file is one that was proven before
     * @param parts the files that a file was put together from; none for any other
     */
    void check(List<Manifest.Entry> files, Predicate<String> proven, Function<String, List<String>> parts) {
        files.forEach(this::sum);
        for (Manifest.Entry copy : files) {
            String plain = plain(copy.path());
            if (copy.path().endsWith(GZIP) && !(proven.test(copy.path()) && proven.test(plain))) {
                findings.tried(copy.path(), () -> {
                    if (!(bodies.containsKey(plain) ? inParts(plain, parts.apply(plain)) : atOnce(plain))) {
                        findings.differ(copy.path(), "", "contenu décompressé", "celui de " + plain, "un autre");
                    }
                    findings.compared(copy.path(), plain, 1, "fichier", 1);
                });
            }
        }
    }

    private static String plain(String copy) {
        return copy.endsWith(GZIP) ? copy.substring(0, copy.length() - GZIP.length()) : copy;
    }

    private void sum(Manifest.Entry entry) {
        findings.tried(entry.path(), () -> {
            Path file = folder.resolve(entry.path());
            if (!Files.isRegularFile(file)) {
                findings.differ(entry.path(), "", "fichier", "présent", "absent");
                return;
            }
            findings.same(entry.path(), "octets", String.valueOf(entry.bytes()), String.valueOf(Files.size(file)));
            Imprint imprint = imprints.get(entry.path());
            if (imprint == null) {
                findings.same(entry.path(), "SHA-256", entry.sha256(), sumOf(file));
            } else if (!imprint.proven(file)) {
                findings.same(
                        entry.path(),
                        "CRC-32",
                        Long.toHexString(imprint.crc()),
                        Long.toHexString(FileUtils.checksumCRC32(file.toFile())));
            }
            findings.compared(entry.path(), "manifest.json", entry.bytes(), "octets", 2);
        });
    }

    private static String sumOf(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        Files.copy(file, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return Sha256.hex(digest.digest());
    }

    private boolean atOnce(String plain) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(plain));
                InputStream unpacked =
                        new GZIPInputStream(Files.newInputStream(folder.resolve(plain + GZIP)), 1 << 16)) {
            return IOUtils.contentEquals(in, unpacked);
        }
    }

    /**
     * What stands around the events is unpacked, and so are the events themselves; but those that stand in other files are
     * the very bytes of their copies, which are unpacked for themselves.
     */
    private boolean inParts(String plain, List<String> parts) throws IOException {
        Path file = folder.resolve(plain);
        Path copy = folder.resolve(plain + GZIP);
        long end = Files.size(copy) - TRAILER;
        Body body = body(plain);
        return ends(copy, end, file, plain)
                && ranges.inflates(new Range(copy, HEADER, body.packedFrom()), new Range(file, 0, body.from()))
                && (parts.isEmpty() ? pieces(plain, body) : joined(plain, parts))
                && ranges.inflates(new Range(copy, body.packedTo(), end), plain(plain, body.to(), Files.size(file)));
    }

    /** Each is unpacked by itself, but those that were taken over as they were from a copy that was proven. */
    private boolean pieces(String plain, Body body) throws IOException {
        long at = body.from();
        long packedAt = body.packedFrom();
        for (Piece piece : body.pieces()) {
            boolean next = piece.from() == at && piece.packedFrom() == packedAt;
            Range packed = new Range(folder.resolve(plain + GZIP), piece.packedFrom(), piece.packedTo());
            if (!next || (piece.fresh() && !ranges.inflates(packed, plain(plain, piece.from(), piece.to())))) {
                return false;
            }
            at = piece.to();
            packedAt = piece.packedTo();
        }
        return at == body.to() && packedAt == body.packedTo();
    }

    private boolean joined(String plain, List<String> parts) throws IOException {
        Body whole = body(plain);
        int gaps = parts.size() - 1;
        long between = whole.packedTo() - whole.packedFrom();
        for (String part : parts) {
            between -= packed(part).length();
        }
        between = gaps == 0 ? between : between / gaps;
        long at = whole.from();
        long packedAt = whole.packedFrom();
        for (String part : parts) {
            if (packedAt > whole.packedFrom()) {
                long next = at + Excerpt.between(plain).length;
                Range gap = new Range(folder.resolve(plain + GZIP), packedAt, packedAt + between);
                if (!ranges.inflates(gap, plain(plain, at, next))) {
                    return false;
                }
                at = next;
                packedAt += between;
            }
            Range own = packed(part);
            if (!ranges.same(new Range(folder.resolve(plain + GZIP), packedAt, packedAt + own.length()), own)) {
                return false;
            }
            at += body(part).to() - body(part).from();
            packedAt += own.length();
        }
        return at == whole.to() && packedAt == whole.packedTo();
    }

    private Body body(String plain) {
        return Objects.requireNonNull(bodies.get(plain), plain);
    }

    /** The events in the copy of a file. */
    private Range packed(String plain) {
        return new Range(
                folder.resolve(plain + GZIP),
                body(plain).packedFrom(),
                body(plain).packedTo());
    }

    private Range plain(String plain, long from, long to) {
        return new Range(folder.resolve(plain), from, to);
    }

    /** One member, as RFC 1952 wants it to begin and to end. */
    private boolean ends(Path copy, long end, Path file, String plain) throws IOException {
        ByteBuffer first = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer last = ByteBuffer.allocate(TRAILER).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel in = FileChannel.open(copy)) {
            Ranges.read(in, 0, first);
            Ranges.read(in, end, last);
        }
        Imprint imprint = imprints.get(plain);
        long crc = imprint == null ? FileUtils.checksumCRC32(file.toFile()) : imprint.crc();
        return first.getInt() == DEFLATED
                && last.getShort() == LAST
                && last.getInt() == (int) crc
                && last.getInt() == (int) Files.size(file);
    }

    @Override
    public void close() throws IOException {
        ranges.close();
    }
}
