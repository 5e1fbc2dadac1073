package moisson.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import moisson.event.EventId;
import moisson.event.Match;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Which records tell of the same event, known beforehand: against it the answers of the matcher are measured. */
public final class Truth {
    /** What {@link Generator#feeds} calls it. */
    public static final String FILE = "truth.csv";

    private final Map<EventId, Told> told = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();

    private Truth() {}

    /**
     * What is known of the event a record tells of.
     *
     * @param whole the event it is a part of; empty for none
     */
    record Told(String event, String whole, String commune, String day) {
        boolean isPartOf(Told other) {
            return whole.equals(other.event);
        }
    }

    /**
     * Reads a table with the columns {@code file,key,event}, and {@code part_of,commune,day} where it has them.
     *
     * @throws IllegalArgumentException when one of the first three is missing
     */
    public static Truth read(Path file) throws IOException {
        Truth truth = new Truth();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file, UTF_8);
                var rows = format.parse(reader)) {
            if (!rows.getHeaderNames().containsAll(List.of("file", "key", "event"))) {
                throw new IllegalArgumentException(
                        "«\u202F" + file + "\u202F»\u202F: les colonnes file, key et event étaient attendues.");
            }
            // Few texts are met often: each is kept once.
            Map<String, String> once = new HashMap<>();
            rows.forEach(row -> truth.add(row, once));
        }
        return truth;
    }

    private void add(CSVRecord row, Map<String, String> once) {
        Told one = new Told(
                cell(row, "event", once),
                cell(row, "part_of", once),
                cell(row, "commune", once),
                cell(row, "day", once));
        if (told.put(new EventId(cell(row, "file", once), row.get("key")), one) == null) {
            sizes.merge(one.event(), 1, Integer::sum);
        }
    }

    private static String cell(CSVRecord row, String column, Map<String, String> once) {
        String text = row.isSet(column) ? row.get(column) : "";
        String known = once.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    /**
     * Measures clusters.
     *
     * @param groups of records, the source of each being the name of its file; records nobody knows are passed over
     * @param matches where a person was asked
     */
    public Accuracy measure(Collection<List<EventId>> groups, Collection<Match> matches) {
        Tally tally = new Tally();
        for (List<EventId> group : groups) {
            Map<Told, Integer> events = new LinkedHashMap<>();
            for (EventId id : group) {
                Told one = told.get(id);
                if (one != null) {
                    events.merge(one, 1, Integer::sum);
                }
            }
            tally.add(events, sizes);
        }
        long known = sizes.values().stream()
                .mapToLong(size -> size * (size - 1L) / 2)
                .sum();
        long clusters = sizes.values().stream().filter(size -> size > 1).count();
        matches.stream()
                .filter(match -> match.decision() == Match.Decision.REVIEW)
                .forEach(match -> tally.ask(same(match.left(), match.right())));
        return tally.accuracy(told.size(), known, clusters);
    }

    /** Whether both tell of one event; null when one of them is not known. */
    public @Nullable Boolean same(EventId left, EventId right) {
        Told one = told.get(left);
        Told other = told.get(right);
        return (one == null || other == null) ? null : Objects.equals(one.event(), other.event());
    }
}
