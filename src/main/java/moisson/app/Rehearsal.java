package moisson.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import moisson.deduplicate.Deduplicator;
import moisson.event.Bounds;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.event.Source;
import moisson.harvest.Archive;
import moisson.harvest.Harvest;
import moisson.harvest.Joining;
import moisson.normalize.Normalizer;
import moisson.reference.Editions;
import moisson.reference.Reference;
import moisson.store.RecordTable.Sequenced;
import moisson.store.Store;

/** A harvest of one feed into a store of its own that is thrown away: the same road as a real one, and no trace. */
final class Rehearsal implements AutoCloseable {
    private static final String SOURCE = "a-verifier";
    private static final long MOST_BYTES = 2_000_000_000L;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int EXAMPLES = 5;

    private final Path folder;
    private final Store store;
    private final Harvest harvest;

    private Rehearsal(Path folder, Clock clock) {
        this.folder = folder;
        this.store = Store.open("jdbc:sqlite:" + folder.resolve("repetition.db"), null, null);
        this.harvest = new Harvest(
                store,
                new Archive(folder.resolve("archive"), MOST_BYTES),
                new Normalizer(Reference.shipped()),
                Editions.shipped(),
                new Joining(new Deduplicator()),
                LONGEST,
                clock);
    }

    static Rehearsal open(Clock clock) throws IOException {
        return new Rehearsal(Files.createTempDirectory("moisson-repetition-"), clock);
    }

    Run bringIn(String format, Path file) throws IOException {
        Source source =
                new Source(SOURCE, SOURCE, format, file.toString(), null, "Europe/Paris", "", true, 0, Bounds.NONE);
        try (InputStream in = Files.newInputStream(file)) {
            return harvest.bringIn(source, in, Harvest.Headers.NONE);
        }
    }

    /** Tells what became of the feed, what is wrong in it, and which of its events an installation already knows. */
    void print(Run run, Path data, PrintWriter out) {
        if (run.state() == RunState.FAILED) {
            out.println("Refusé : " + run.message());
            return;
        }
        out.printf(
                "%d lus = %d acceptés + %d rejetés%s%n",
                run.counts().read(),
                run.counts().read() - run.counts().rejected(),
                run.counts().rejected(),
                run.message() == null ? "" : ". " + run.message());
        List<Notice> notices = store.read(tables -> tables.runs().notices(run.id()));
        run.noticeCounts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(NoticeCode::severity).thenComparing(Comparator.naturalOrder())))
                .forEach(entry -> print(entry.getKey(), entry.getValue(), notices, out));
        out.printf("En double dans ce flux : %d enregistrements%n", run.counts().duplicates());
        if (Files.exists(data.resolve("moisson.db"))) {
            out.printf("Déjà connus dans « %s » : %d enregistrements%n", data, known(data));
        }
    }

    private static void print(NoticeCode code, int times, List<Notice> notices, PrintWriter out) {
        out.printf("%n[%s] %s — %d fois (%s)%n", code.severity().french(), code.french(), times, code);
        out.println("    " + code.frenchRemedy());
        notices.stream()
                .filter(notice -> notice.code() == code)
                .limit(EXAMPLES)
                .forEach(notice -> out.printf(
                        "    %s%s%s%s%n",
                        notice.place(),
                        notice.key() == null ? "" : ", " + notice.key(),
                        notice.field() == null ? "" : ", " + notice.field(),
                        notice.value() == null ? "" : " : « " + notice.value() + " »"));
        if (times > EXAMPLES) {
            out.printf("    … et %d autres%n", times - EXAMPLES);
        }
    }

    /** How many records of the feed tell of an event that the installation has from another source. */
    private long known(Path data) {
        List<Event> events = new ArrayList<>(events(store));
        try (Store real = Store.open("jdbc:sqlite:" + data.resolve("moisson.db"), null, null)) {
            events.addAll(events(real));
        }
        Set<EventId> told = new HashSet<>();
        new Deduplicator()
                .cluster(events, List.of()).groups().stream()
                        .filter(group ->
                                group.stream().anyMatch(id -> !id.source().equals(SOURCE)))
                        .forEach(told::addAll);
        return told.stream().filter(id -> id.source().equals(SOURCE)).count();
    }

    private static List<Event> events(Store store) {
        return store.read(tables -> tables.records().live()).stream()
                .map(Sequenced::event)
                .toList();
    }

    @Override
    public void close() throws IOException {
        store.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
