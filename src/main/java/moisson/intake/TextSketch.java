package moisson.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import moisson.intake.Sketch.Finding;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** How a text is encoded and, when it is a table, how its cells are separated and quoted. */
final class TextSketch {
    private TextSketch() {}

    static Finding encoding(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(Formats.HEAD);
        }
        Charset charset = FeedText.charset(head);
        int marks = FeedText.marks(head, charset);
        String name = charset.name() + (marks == 0 ? "" : " avec BOM");
        return new Finding("Codage", name, reason(head, charset, marks));
    }

    private static String reason(byte[] head, Charset charset, int marks) {
        if (marks > 0) {
            int one = "\uFEFF".getBytes(charset).length;
            return marks > one
                    ? "la marque d’ordre des octets (BOM) est là " + marks / one + "\u202ffois\u202f: une seule suffit."
                    : "la marque d’ordre des octets (BOM) est en tête du fichier.";
        }
        if (charset.equals(StandardCharsets.UTF_8)) {
            return FeedText.isUtf8(head)
                    ? isAscii(head)
                            ? "le début ne contient aucun caractère accentué (ASCII)."
                            : "tous les octets du début forment de l’UTF-8 valable."
                    : "presque tout est de l’UTF-8\u202f; les octets d’un autre codage sont réparés.";
        }
        return charset.name().startsWith("UTF-16")
                ? "un octet sur deux est nul."
                : "le début n’est pas de l’UTF-8 valable\u202f: c’est ce qu’écrivent les tableurs français."
                        + " Préférez UTF-8.";
    }

    private static boolean isAscii(byte[] head) {
        for (byte b : head) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    static Sketch ofTable(Path file) throws IOException {
        String head = Sketch.text(file).head();
        CsvDialect dialect = CsvDialect.of(head);
        List<List<String>> rows = rows(head, dialect);
        List<Finding> findings = new ArrayList<>();
        findings.add(encoding(file));
        String delimiter = dialect.delimiter() == '\t' ? "tabulation" : String.valueOf(dialect.delimiter());
        findings.add(new Finding("Séparateur", delimiter, delimiterReason(rows, dialect)));
        boolean quoted = head.indexOf('"') >= 0;
        findings.add(new Finding(
                "Guillemet",
                "\"",
                quoted ? "des cellules en sont entourées." : "aucune cellule n’en a besoin au début du fichier."));
        return new Sketch(
                findings, rows.isEmpty() ? List.of() : Sketch.columns(rows.getFirst(), rows.subList(1, rows.size())));
    }

    private static String delimiterReason(List<List<String>> rows, CsvDialect dialect) throws UnreadableFeedException {
        if (dialect.skipped() > 0) {
            return "la première ligne le dit («\u202fsep=\u202f»).";
        }
        if (rows.isEmpty()) {
            return "faute de mieux\u202f: le fichier n’a pas d’en-tête lisible.";
        }
        int width = rows.getFirst().size();
        long even = rows.stream().filter(row -> row.size() == width).count();
        long known = CsvHeader.of(rows.getFirst()).known().size();
        return "il donne " + width + "\u00a0colonnes à " + even + " des " + rows.size() + " premières lignes, et "
                + known + " en-têtes connus.";
    }

    /** Several columns, as many in nearly every row. */
    static boolean isTable(String head) {
        List<List<String>> rows = rows(head, CsvDialect.of(head));
        if (rows.size() < 2 || rows.getFirst().size() < 2) {
            return false;
        }
        int width = rows.getFirst().size();
        return rows.stream().filter(row -> row.size() == width).count() * 10 >= rows.size() * 9L;
    }

    private static List<List<String>> rows(String head, CsvDialect dialect) {
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = dialect.format().parse(new StringReader(head.substring(dialect.skipped())))) {
            for (CSVRecord row : parser) {
                if (row.size() > 1 || !row.get(0).isBlank()) {
                    rows.add(row.toList());
                }
                if (rows.size() > Sketch.ROWS) {
                    return rows;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // The head ends inside a quoted cell: what was read so far tells.
            return rows;
        }
        // A longer file than its head: the last row is likely cut.
        return head.length() > Formats.HEAD / 4 && rows.size() > 2 ? rows.subList(0, rows.size() - 1) : rows;
    }
}
