package moisson.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import moisson.intake.sheet.SheetReaders;

/**
 * What can be seen of a feed before it is read: how it is written, with the reason why we think so, and what its columns
 * hold. Only its beginning is looked at.
 *
 * @param columns of the table, or names of the JSON objects; empty for formats whose names are not the partner's choice
 */
public record Sketch(List<Finding> findings, List<Column> columns) {
    static final int ROWS = 200;

    public Sketch {
        findings = List.copyOf(findings);
        columns = List.copyOf(columns);
    }

    /**
     * One thing that was found out.
     *
     * @param what such as "Codage"
     */
    public record Finding(String what, String value, String reason) {}

    /**
     * A column, or a name of the JSON objects.
     *
     * @param samples the first values that are not blank
     */
    public record Column(String name, List<String> samples) {
        public Column {
            samples = List.copyOf(samples);
        }
    }

    /**
     * Looks at the beginning of a feed.
     *
     * @throws IOException when the file cannot be read
     */
    public static Sketch of(Path file, String format) throws IOException {
        return switch (format) {
            case "csv" -> TextSketch.ofTable(file);
            case "json" -> {
                FeedText text = text(file);
                yield new Sketch(List.of(TextSketch.encoding(file)), JsonSketch.columns(text.head()));
            }
            case "xlsx" -> ofRows(SheetReaders.head(file, ROWS));
            case "ical", "openagenda", "moisson" -> new Sketch(List.of(TextSketch.encoding(file)), List.of());
            default -> new Sketch(List.of(), List.of());
        };
    }

    /** A table or a list of objects none of whose names we know: nothing that a reader would take without a mapping. */
    public static Optional<Guess> unknown(Path file) throws IOException {
        String head = text(file).head();
        if (head.strip().startsWith("{") || head.strip().startsWith("[")) {
            return JsonSketch.columns(head).isEmpty()
                    ? Optional.empty()
                    : Optional.of(Guess.of("json", "C’est une liste JSON dont aucun nom n’annonce un titre."));
        }
        return TextSketch.isTable(head)
                ? Optional.of(Guess.of("csv", "C’est un tableau dont aucune colonne ne donne un titre ni une date."))
                : Optional.empty();
    }

    /** The best proposal for each column that neither the mapping nor our table of names knows. */
    public List<Suggestion> suggestions(Mapping mapping) {
        return new Suggestions(columns, mapping).list();
    }

    /** The line of a source file that declares these, ready to be pasted among its parameters; empty when there are none. */
    public static String declaration(List<Suggestion> suggestions) {
        return suggestions.isEmpty()
                ? ""
                : suggestions.stream()
                        .map(suggestion -> written(suggestion.column()) + "=" + suggestion.field())
                        .collect(Collectors.joining(", ", "mapping: \"", "\""));
    }

    /** Names are compared without punctuation: what would need an escape can be left out. */
    private static String written(String column) {
        return column.replaceAll("[,;=\"\\\\{}\\s]+", " ").strip();
    }

    /** The first row with the most cells is taken for the header. */
    static Sketch ofRows(List<List<String>> rows) throws UnreadableFeedException {
        int header = -1;
        long most = 1;
        for (int row = 0; row < Math.min(rows.size(), 20); row++) {
            long filled = rows.get(row).stream().filter(cell -> !cell.isBlank()).count();
            if (filled > most) {
                most = filled;
                header = row;
            }
        }
        return header < 0
                ? new Sketch(List.of(), List.of())
                : new Sketch(
                        List.of(new Finding(
                                "En-tête",
                                "ligne " + (header + 1),
                                "c’est la première ligne qui a le plus de cellules remplies (" + most + ").")),
                        columns(rows.get(header), rows.subList(header + 1, rows.size())));
    }

    static List<Column> columns(List<String> header, List<List<String>> rows) throws UnreadableFeedException {
        List<Column> columns = new ArrayList<>();
        List<String> names = CsvHeader.of(header).names();
        for (int index = 0; index < names.size(); index++) {
            int column = index;
            columns.add(new Column(
                    names.get(index),
                    rows.stream()
                            .filter(row ->
                                    column < row.size() && !row.get(column).isBlank())
                            .map(row -> row.get(column).strip())
                            .limit(ROWS)
                            .toList()));
        }
        return columns;
    }

    static FeedText text(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), Formats.HEAD)) {
            return FeedText.open(in);
        }
    }
}
