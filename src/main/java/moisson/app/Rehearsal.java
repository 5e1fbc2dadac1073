package moisson.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import moisson.deduplicate.Deduplicator;
import moisson.event.Bounds;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Run;
import moisson.event.Source;
import moisson.harvest.Archive;
import moisson.harvest.Harvest;
import moisson.harvest.Joining;
import moisson.normalize.Normalizer;
import moisson.reference.Editions;
import moisson.reference.Reference;
import moisson.serve.report.RunReport;
import moisson.store.RecordTable.Sequenced;
import moisson.store.Store;

/** A harvest of one feed into a store of its own that is thrown away: the same road as a real one, and no trace. */
final class Rehearsal implements AutoCloseable {
    private static final String SOURCE = "a-verifier";
    private static final long MOST_BYTES = 2_000_000_000L;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Scratch scratch;
    private final Store store;
    private final Harvest harvest;

    private Rehearsal(Scratch scratch, Reference reference, Editions editions, Clock clock) {
        this.scratch = scratch;
        this.store = scratch.store();
        this.harvest = new Harvest(
                store,
                new Archive(scratch.archive(), MOST_BYTES),
                new Normalizer(reference),
                editions,
                new Joining(new Deduplicator()),
                LONGEST,
                clock);
    }

    /** @param reference the tables of the installation that is to take the feed */
    static Rehearsal open(Reference reference, Editions editions, Clock clock) throws IOException {
        return new Rehearsal(Scratch.open(), reference, editions, clock);
    }

    /** @param mapping what its columns mean, as a source file would declare it */
    Run bringIn(String name, String format, Path file, Map<String, String> mapping) throws IOException {
        Source source = new Source(
                SOURCE, name, format, file.toString(), null, "Europe/Paris", "", true, 0, Bounds.NONE, mapping);
        try (InputStream in = Files.newInputStream(file)) {
            return harvest.bringIn(source, in, Harvest.Headers.NONE);
        }
    }

    /** @param name of the feed */
    RunReport report(Run run, String name) {
        return store.read(tables -> RunReport.of(tables, run, name));
    }

    /** How many records of the feed tell of an event that an installation has from its sources; empty without one. */
    OptionalLong known(Path data) {
        if (!Files.exists(data.resolve(DataFolder.DATABASE))) {
            return OptionalLong.empty();
        }
        List<Event> events = new ArrayList<>(events(store));
        try (Store real = Store.open("jdbc:sqlite:" + data.resolve(DataFolder.DATABASE), null, null)) {
            events.addAll(events(real));
        }
        Set<EventId> told = new HashSet<>();
        new Deduplicator()
                .cluster(events, List.of()).groups().stream()
                        .filter(group ->
                                group.stream().anyMatch(id -> !id.source().equals(SOURCE)))
                        .forEach(told::addAll);
        return OptionalLong.of(
                told.stream().filter(id -> id.source().equals(SOURCE)).count());
    }

    private static List<Event> events(Store store) {
        return store.read(tables -> tables.records().live()).stream()
                .map(Sequenced::event)
                .toList();
    }

    @Override
    public void close() throws IOException {
        scratch.close();
    }
}
