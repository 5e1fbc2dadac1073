package moisson.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import moisson.deduplicate.Deduplicator;
import moisson.event.Bounds;
import moisson.event.Notice;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.event.Severity;
import moisson.event.Source;
import moisson.harvest.Archive;
import moisson.harvest.Differences;
import moisson.harvest.Harvest;
import moisson.harvest.Joining;
import moisson.normalize.Normalizer;
import moisson.reference.Editions;
import moisson.store.RecordTable.Former;
import moisson.store.Store;

/**
 * Reads archived deliveries again with today's rules into a store of their own, and compares what comes out with what the
 * real store has. In memory are the keys of one source at a time; the events stay on the disk.
 */
final class Replay {
    private static final int BATCH = 1000;

    private final Store real;
    private final Archive archive;
    private final Normalizer normalizer;
    private final Editions editions;
    private final Duration longest;

    Replay(Store real, Archive archive, Normalizer normalizer, Editions editions, Duration longest) {
        this.real = real;
        this.archive = archive;
        this.normalizer = normalizer;
        this.editions = editions;
        this.longest = longest;
    }

    /** Sources that have deliveries in the archive, by id. */
    List<String> sources() {
        return real.read(tables -> tables.deliveries().all()).stream()
                .map(archived -> archived.source())
                .distinct()
                .sorted()
                .toList();
    }

    /** The runs that applied a delivery of a source, the oldest first; the last one alone is enough to compare. */
    List<Run> applied(String source, Instant since, boolean all) {
        List<Run> runs = real.read(tables -> tables.runs().ofSourceAfter(source, 0)).stream()
                .filter(run -> run.state() == RunState.DONE && run.delivery() != null)
                .toList();
        List<Run> wanted = all || runs.isEmpty() ? runs : List.of(runs.getLast());
        return wanted.stream().filter(run -> !run.startedAt().isBefore(since)).toList();
    }

    /** @param runs of this source, the oldest first, not empty */
    Replayed of(Source source, List<Run> runs) throws IOException {
        Run last = runs.getLast();
        try (Scratch scratch = Scratch.open()) {
            AtomicReference<Instant> now = new AtomicReference<>(last.startedAt());
            Harvest harvest = harvest(scratch, new At(now));
            KeysMet keys = new KeysMet(source);
            Replayed.Builder found = new Replayed.Builder(source.id());
            for (Run run : runs) {
                Optional<Path> file = archive.file(String.valueOf(run.delivery()));
                if (file.isEmpty()) {
                    found.lost(run);
                    continue;
                }
                now.set(run.startedAt());
                try (InputStream in = Files.newInputStream(file.get())) {
                    found.replayed(run, harvest.bringIn(unbounded(source), in, Harvest.Headers.NONE));
                }
                keys.read(file.get(), run);
                scratch.forgetDeliveries();
            }
            if (found.anythingRead()) {
                compare(last, scratch.store(), keys.met(), runs.size() == 1, found);
            }
            return found.build();
        }
    }

    private Harvest harvest(Scratch scratch, Clock clock) {
        return new Harvest(
                scratch.store(),
                new Archive(scratch.archive(), Long.MAX_VALUE),
                normalizer,
                editions,
                new Joining(new Deduplicator()),
                longest,
                clock);
    }

    /** What was held once was accepted by a person, or it would not be among what was applied. */
    private static Source unbounded(Source source) {
        return source.within(new Bounds(100, 100, source.bounds().pastStays()));
    }

    private void compare(Run last, Store scratch, Set<String> met, boolean alone, Replayed.Builder found) {
        String source = last.source();
        Set<String> before = living(real, source);
        Set<String> after = living(scratch, source);
        List<String> both = new ArrayList<>();
        for (String key : after) {
            if (before.contains(key)) {
                both.add(key);
            } else {
                found.accepted(key, () -> title(scratch, source, key));
            }
        }
        Set<String> rejectedBefore = alone ? rejected(last) : Set.of();
        for (String key : met) {
            // What was rejected then too is in the store as an older delivery told it: nothing differs.
            if (before.contains(key) && !after.contains(key) && !rejectedBefore.contains(key)) {
                found.rejected(key, () -> title(real, source, key));
            }
        }
        for (int from = 0; from < both.size(); from += BATCH) {
            List<String> keys = both.subList(from, Math.min(both.size(), from + BATCH));
            Map<String, Former> then = former(real, source, keys);
            former(scratch, source, keys).forEach((key, now) -> {
                Former was = then.get(key);
                if (was != null && !was.hash().equals(now.hash())) {
                    found.changed(key, now.event().title(), Differences.between(was.event(), now.event()));
                }
            });
        }
    }

    private static Set<String> living(Store store, String source) {
        return store.read(tables -> tables.records().known(source)).entrySet().stream()
                .filter(entry -> entry.getValue().lives())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> rejected(Run run) {
        return real.read(tables -> tables.runs().notices(run.id())).stream()
                .filter(notice -> notice.code().severity() == Severity.ERROR && notice.key() != null)
                .map(Notice::key)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<String, Former> former(Store store, String source, Collection<String> keys) {
        return store.read(tables -> tables.records().former(source, keys));
    }

    private static String title(Store store, String source, String key) {
        Former former = former(store, source, List.of(key)).get(key);
        return former == null ? "" : former.event().title();
    }

    /** The hour at which a delivery really came: how long a record has been absent depends on it. */
    private static final class At extends Clock {
        private final AtomicReference<Instant> now;

        At(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
