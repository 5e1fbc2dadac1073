package moisson.serve.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moisson.event.Audience;
import moisson.event.EventFormat;
import moisson.event.Mode;
import moisson.event.Notice;
import moisson.event.OrganiserType;
import moisson.event.Status;
import moisson.event.Term;
import moisson.store.Tables;
import org.jspecify.annotations.Nullable;

/**
 * The words of living records that no table knows, each with the line that an operator may add to one: what is told most
 * often first. Words that differ in capitals only are one.
 *
 * @param words not all of them when there are very many
 * @param distinct how many there are in all
 */
public record UnknownWords(List<Word> words, int distinct) {
    /** More are of no use to whoever adds lines by hand, and would fill the page. */
    public static final int MOST = 500;

    private static final int MOST_SOURCES = 5;

    public UnknownWords {
        words = List.copyOf(words);
    }

    /** Where the words of a field are told in ours. */
    private enum Table {
        FORMAT("format", "mots-format.csv", EventFormat.values()),
        MODE("mode", "mots-mode.csv", Mode.values()),
        STATUS("statut", "mots-statut.csv", Status.values()),
        AUDIENCE("publics", "mots-public.csv", Audience.values()),
        THEME("thèmes", "mots-theme.csv"),
        ACCESSIBILITY("accessibilité", "mots-accessibilite.csv"),
        FREE("gratuit", "mots-gratuit.csv"),
        ORGANISER_TYPE("type d’organisateur", "mots-type-organisateur.csv", OrganiserType.values()),
        ORGANISER("organisateurs", "organisations-debuts.csv", OrganiserType.values());

        private final String field;
        private final String file;
        private final String values;

        Table(String field, String file, Term... terms) {
            this.field = field;
            this.file = file;
            this.values = Stream.of(terms).map(Term::french).collect(Collectors.joining(", "));
        }

        static @Nullable Table of(@Nullable String field) {
            for (Table table : values()) {
                if (table.field.equals(field)) {
                    return table;
                }
            }
            return null;
        }

        String header() {
            return this == ORGANISER ? "debut;type" : "mot;valeur";
        }

        String allowed() {
            return switch (this) {
                case FREE -> "oui, non";
                case THEME, ACCESSIBILITY -> "le mot à publier";
                default -> values;
            };
        }
    }

    /**
     * A word that is not understood.
     *
     * @param field as notices call it
     * @param word as it was met first
     * @param times in how many records, or how often in them
     * @param sources ids of some of the sources that say it, with how often
     * @param table the file to add a line to
     * @param header its first line
     * @param line to be added, up to the value, which a person must choose
     * @param values that can be chosen
     */
    public record Word(
            String field,
            String word,
            int times,
            Map<String, Integer> sources,
            String table,
            String header,
            String line,
            String values) {}

    /**
     * Of the living records as they are now.
     *
     * @param source only of this one; null for all
     */
    public static UnknownWords of(Tables tables, @Nullable String source) {
        Map<String, Met> met = new HashMap<>();
        tables.words().unknown(source, (from, notice) -> add(met, Table.of(notice.field()), from, notice));
        tables.words()
                .untyped(
                        source,
                        (from, name) -> met.computeIfAbsent(
                                        key(Table.ORGANISER, name), any -> new Met(Table.ORGANISER, name))
                                .add(from));
        List<Word> words = met.values().stream()
                .map(Met::word)
                .sorted(Comparator.comparingInt(Word::times)
                        .reversed()
                        .thenComparing(Word::field)
                        .thenComparing(Word::word))
                .limit(MOST)
                .toList();
        return new UnknownWords(words, met.size());
    }

    private static void add(Map<String, Met> met, @Nullable Table table, String source, Notice notice) {
        String word = notice.value();
        if (table != null && word != null) {
            met.computeIfAbsent(key(table, word), any -> new Met(table, word)).add(source);
        }
    }

    private static String key(Table table, String word) {
        return table.name() + " " + word.strip().toLowerCase(Locale.ROOT);
    }

    /** One word while it is counted. */
    private static final class Met {
        private final Table table;
        private final String word;
        private final Map<String, Integer> sources = new TreeMap<>();

        Met(Table table, String word) {
            this.table = table;
            this.word = word.strip();
        }

        void add(String source) {
            sources.merge(source, 1, Integer::sum);
        }

        Word word() {
            Map<String, Integer> some = new TreeMap<>();
            List<Map.Entry<String, Integer>> most = new ArrayList<>(sources.entrySet());
            most.sort(
                    Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
            most.stream().limit(MOST_SOURCES).forEach(entry -> some.put(entry.getKey(), entry.getValue()));
            return new Word(
                    table.field,
                    word,
                    sources.values().stream().mapToInt(Integer::intValue).sum(),
                    some,
                    table.file,
                    table.header(),
                    cell(word.replaceAll("\\s+", " ")) + ";",
                    table.allowed());
        }

        /** As our tables are read: parted by semicolons, with quotes around what holds one. */
        private static String cell(String text) {
            return text.matches("[^;\"]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
        }
    }
}
