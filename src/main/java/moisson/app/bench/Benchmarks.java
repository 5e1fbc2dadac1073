package moisson.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import moisson.generate.FeedFormat;
import moisson.generate.Generator;
import moisson.generate.Truth;
import moisson.generate.Variation;
import moisson.reference.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The benchmarks, by name. All data is generated, and goes when the work is done.
 *
 * @param records how many, or null for the numbers that the bars are about
 * @param heap of each trial as -Xmx takes it, or null for that of the bars
 * @param progress hears what is being done
 */
public record Benchmarks(
        Workplace place,
        @Nullable Integer records,
        @Nullable String heap,
        Consumer<String> progress) {
    private static final long SEED = 1;
    private static final int HUNDRED_THOUSAND = 100_000;
    private static final int MILLION = 1_000_000;

    /** What a benchmark is called on the command line. */
    public enum Name {
        HARVEST,
        READ,
        MATCH,
        INCREMENT,
        PUBLISH,
        SPARQL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Runs one of them.
     *
     * @param database words for the trial of harvesting: nothing for SQLite, else URL and user
     */
    public Sheet run(Name name, List<String> database) throws IOException, InterruptedException {
        return switch (name) {
            case HARVEST -> harvest(database);
            case READ -> read();
            case MATCH -> match();
            case INCREMENT -> increment();
            case PUBLISH -> publish();
            case SPARQL -> sparql();
        };
    }

    private Sheet harvest(List<String> database) throws IOException, InterruptedException {
        int number = records == null ? HUNDRED_THOUSAND : records;
        progress.accept("harvest: " + number);
        Path folder = place.folder("harvest");
        List<String> words = new ArrayList<>(List.of(String.valueOf(number), folder.toString()));
        words.addAll(database);
        List<Map<String, Object>> rows = child("4g").run("harvest", words);
        Workplace.clear(folder);
        String kept = database.isEmpty() ? "SQLite" : "PostgreSQL";
        return new Sheet(
                "harvest",
                "Harvesting again: `./moisson bench harvest`",
                rows,
                List.of(
                        String.format(
                                Locale.ROOT,
                                "%,d records of one CSV source, kept in %s; at most %s of heap.",
                                number,
                                kept,
                                heap("4g")),
                        "A smaller source took the same road before, in the same process: the first harvest measured"
                                + " does not pay for compiling hot code.",
                        "All but the first: the median of five rounds; each change is of another hundredth of the records."));
    }

    private Sheet read() throws IOException, InterruptedException {
        int number = records == null ? MILLION : records;
        Path folder = place.folder("read");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (FeedFormat format : FeedFormat.values()) {
            progress.accept("read: " + format.word() + ", " + number);
            Path file = folder.resolve("mesure." + format.extension());
            new Generator(Reference.shipped(), SEED, true).feed(number, format, Variation.FIRST, file);
            for (Map<String, Object> row : child("2g").run("read", List.of(format.word(), file.toString()))) {
                row.putIfAbsent("format", format.word());
                rows.add(row);
            }
            Workplace.clear(folder);
            place.folder("read");
        }
        return new Sheet(
                "read",
                "Reading: `./moisson bench read`",
                rows,
                List.of(
                        String.format(
                                Locale.ROOT,
                                "%,d records in one file, read in a process of its own that may hold at most %s of heap.",
                                number,
                                heap("2g")),
                        "Starting Java is not counted; compiling hot code is."));
    }

    private Sheet match() throws IOException, InterruptedException {
        List<Integer> numbers = records == null ? List.of(MILLION / 100, HUNDRED_THOUSAND, MILLION) : List.of(records);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int number : numbers) {
            progress.accept("match: " + number);
            Path folder = place.folder("match");
            List<Path> feeds = new Generator(Reference.shipped(), SEED, true).feeds(number, FeedFormat.CSV, folder);
            List<String> words =
                    new ArrayList<>(List.of(folder.resolve(Truth.FILE).toString()));
            feeds.forEach(feed -> words.add(feed.toString()));
            for (Map<String, Object> row : child("4g").run("match", words)) {
                row.putIfAbsent("records", number);
                rows.add(row);
            }
            Workplace.clear(folder);
        }
        return new Sheet(
                "match",
                "Finding duplicates: `./moisson bench match`",
                rows,
                List.of(
                        "Sets of `./moisson generate N --seed 1 --hard --format csv`; at most %s of heap."
                                .formatted(heap("4g")),
                        "The whole command counts: starting Java, reading, normalizing, matching, writing the table with"
                                + " its reasons. Comparing with the truth does not.",
                        "P, R, F1: pairs of records in one cluster, those of a whole and its part set aside. Exact: clusters"
                                + " of two and more found without one record missing or too many. Wrong: clusters that mix"
                                + " events, in a thousand; across: those that mix towns or days."));
    }

    private Sheet increment() throws IOException, InterruptedException {
        int number = records == null ? MILLION : records;
        progress.accept("increment: " + number);
        Path folder = place.folder("increment");
        List<Map<String, Object>> rows =
                child("4g").run("increment", List.of(String.valueOf(number), folder.toString()));
        Workplace.clear(folder);
        return new Sheet(
                "increment",
                "New records among many: `./moisson bench increment`",
                rows,
                List.of(
                        String.format(
                                Locale.ROOT,
                                "%,d records of several CSV sources harvested into SQLite, then fewer of other sources, then"
                                        + " records that come alone; at most %s of heap.",
                                number,
                                heap("4g")),
                        "By the whole road: archived, read, normalized, planned, stored, compared, clusters written."));
    }

    private Sheet publish() throws IOException, InterruptedException {
        int number = records == null ? HUNDRED_THOUSAND : records;
        progress.accept("publish: " + number);
        Path folder = place.folder("publish");
        List<Map<String, Object>> rows =
                child("4g").run("versions", List.of(String.valueOf(number), folder.toString()));
        Workplace.clear(folder);
        rows.addAll(child("4g")
                .run(
                        "publish",
                        List.of(String.valueOf(number), place.folder("publish").toString())));
        Workplace.clear(folder);
        return new Sheet(
                "publish",
                "Writing what is published: `./moisson bench publish`",
                rows,
                List.of(
                        String.format(
                                        Locale.ROOT,
                                        "One dataset of the events of %,d generated records, written to a file in each format; at most %s of",
                                        number,
                                        heap("4g"))
                                + " heap.",
                        "A whole version: read from SQLite, merged, every dataset and format for each of seven editions and"
                                + " for all, compressed, proven, on the disk for good, opened. All but the first: median of"
                                + " three, in one process.",
                        "A copy reads the file just written and writes it beside, by a buffer of 64 KiB. Median of nine"
                                + " rounds after one that warms up. Neither is forced to the disk."));
    }

    private Sheet sparql() throws IOException, InterruptedException {
        int number = records == null ? HUNDRED_THOUSAND : records;
        progress.accept("sparql: " + number);
        Path folder = place.folder("sparql");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> row : child("4g").run("version", List.of(String.valueOf(number), folder.toString()))) {
            if (row.containsKey("failed")) {
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            rows.addAll(child("4g").run("sparql", List.of(folder.toString())));
        }
        Workplace.clear(folder);
        return new Sheet(
                "sparql",
                "Asking: `./moisson bench sparql`",
                rows,
                List.of(
                        String.format(
                                Locale.ROOT,
                                "A version of the events of %,d generated records, opened and served by one process with at most %s of heap;"
                                        + " queries by HTTP on loopback, one after the other.",
                                number,
                                heap("4g")),
                        "Cold: the median of five, each with a comment of its own, so that no answer is known; the first time"
                                + " after a start is told beside. Repeated: the same letters again."));
    }

    private Child child(String usual) throws IOException {
        return new Child(heap(usual), place.folder("child"));
    }

    private String heap(String usual) {
        return heap == null ? usual : heap;
    }
}
