package moisson.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import moisson.event.Field;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.intake.ColumnNames.Meaning;

/**
 * The header row of a table and what its columns mean, whether it came as CSV or as a spreadsheet.
 *
 * @param names one per column, none twice, none empty
 * @param known the columns that mean something to us, field by field, the best name of each field first
 */
public record CsvHeader(List<String> names, List<Column> known) {
    private static final Set<Field> DATES = EnumSet.of(Field.START, Field.SESSION, Field.WHEN, Field.AVAILABLE_FROM);

    /** A column that means something to us. */
    public record Column(int index, String name, Meaning meaning) {}

    /**
     * By the names that we know.
     *
     * @throws UnreadableFeedException when there are more columns than any spreadsheet that people fill in
     */
    public static CsvHeader of(List<String> row) throws UnreadableFeedException {
        return of(row, Mapping.NONE);
    }

    /**
     * By what the source declares, then by the names that we know.
     *
     * @throws UnreadableFeedException when there are more columns than any spreadsheet that people fill in
     */
    public static CsvHeader of(List<String> row, Mapping mapping) throws UnreadableFeedException {
        if (row.size() > Limits.FIELDS) {
            throw new UnreadableFeedException("La ligne d’en-tête compte " + row.size() + " colonnes, plus que les "
                    + Limits.FIELDS + " qui sont lues\u202F: vérifiez le séparateur, ou retirez les colonnes vides.");
        }
        List<String> names = new ArrayList<>();
        List<Column> known = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String cell : row) {
            int index = names.size();
            String header =
                    Characters.sound(cell.replaceAll("[\\s\\uFEFF]+", " ").strip());
            String name = unique(header.isEmpty() ? TableRow.column(index) : header, taken);
            names.add(name);
            mapping.meaning(header).ifPresent(meaning -> known.add(new Column(index, name, meaning)));
        }
        known.sort(Comparator.comparingInt(column -> column.meaning().rank()));
        return new CsvHeader(names, byField(known));
    }

    /** In the order in which a record tells its fields; first what is no field. */
    private static List<Column> byField(List<Column> known) {
        List<Column> sorted = new ArrayList<>();
        known.stream().filter(column -> column.meaning().field() == null).forEach(sorted::add);
        for (Field field : Field.values()) {
            known.stream().filter(column -> column.meaning().field() == field).forEach(sorted::add);
        }
        return sorted;
    }

    private static String unique(String name, Set<String> taken) {
        String unique = name;
        for (int again = 2; !taken.add(unique); again++) {
            unique = name + " (" + again + ")";
        }
        return unique;
    }

    public void refuseUnlessEvents() throws UnreadableFeedException {
        if (!has(Field.TITLE) && !has(Field.START) && !has(Field.SESSION) && !has(Field.WHEN)) {
            throw new UnreadableFeedException(
                    "Aucune colonne ne donne un titre ni une date. Colonnes rencontrées\u202F: "
                            + Characters.cut(String.join(", ", names), 500)
                            + ". Colonnes attendues\u202F: au moins «\u202Ftitre\u202F» et «\u202Fdebut\u202F» (voir la documentation des colonnes).");
        }
    }

    private boolean has(Field field) {
        return known.stream().anyMatch(column -> column.meaning().field() == field);
    }

    /** On columns that we do not know, and before them on what no column tells. */
    public void remarkOnUnknown(RecordSink sink, String place) {
        Set<Integer> indexes = new HashSet<>();
        known.forEach(column -> indexes.add(column.index()));
        List<String> unknown = IntStream.range(0, names.size())
                .filter(index -> !indexes.contains(index))
                .mapToObj(names::get)
                .toList();
        if (DATES.stream().noneMatch(this::has)) {
            sink.remark(new Notice(NoticeCode.NO_DATE_COLUMN, place, null, null, candidates(unknown)));
        }
        unknown.stream()
                .limit(Limits.NOTICES)
                .forEach(name -> sink.remark(new Notice(NoticeCode.UNKNOWN_COLUMN, place, null, name, null)));
    }

    /** All columns, those first that may well be the one that is missed. */
    private String candidates(List<String> unknown) {
        Set<String> all = new LinkedHashSet<>(unknown);
        all.addAll(names);
        return Characters.cut(String.join(", ", all), 500);
    }

    /** Hands one row to the sink. */
    public void give(int number, String place, List<String> cells, RecordSink sink) {
        give(number, place, cells, 0, sink);
    }

    /**
     * The same.
     *
     * @param text see {@link Row}
     */
    void give(int number, String place, List<String> cells, long text, RecordSink sink) {
        String key = key(cells).orElse(null);
        if (key != null
                && sink.remembers()
                && isPlain(cells)
                && sink.again(new Row(text, place, RecordDraft.key(key), known, cells))) {
            return;
        }
        var draft = new RecordDraft(number, place, key);
        if (cells.size() > Limits.FIELDS) {
            draft.refuse(sink, "trop de cellules\u202F: " + cells.size() + ", plus de " + Limits.FIELDS);
            return;
        }
        for (Column column : known) {
            Field field = column.meaning().field();
            if (field != null && column.index() < cells.size()) {
                Cells.put(draft, field, cells.get(column.index()));
            }
        }
        if (cells.size() != names.size()) {
            draft.notice(NoticeCode.RAGGED_ROW, null, cells.size() + " cellules au lieu de " + names.size());
        }
        draft.give(sink, new TableRow(names, cells));
    }

    /** Nothing is to be said about the row, and it has no cell that is more than a text or a list of texts. */
    private boolean isPlain(List<String> cells) {
        if (cells.size() != names.size()) {
            return false;
        }
        for (Column column : known) {
            Field field = column.meaning().field();
            if (field == Field.SESSION && Cells.isTree(field, cells.get(column.index()))) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> key(List<String> row) {
        for (Column column : known) {
            boolean here = column.meaning().key() && column.index() < row.size();
            if (here && !row.get(column.index()).isBlank()) {
                return Optional.of(row.get(column.index()));
            }
        }
        return Optional.empty();
    }
}
