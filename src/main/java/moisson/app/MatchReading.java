package moisson.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.SourceRecord;
import moisson.intake.RecordSink;
import org.jspecify.annotations.Nullable;

/**
 * Reads files one after the other and keeps of each record only what matching needs. Records are normalized by several
 * threads in batches, few of which are under way at once; they are taken back in the order of the files.
 *
 * @param <T> what is kept of an event; equal when the events are
 */
final class MatchReading<T> implements AutoCloseable {
    /** Of what is under way every collection of garbage makes a copy, or leaves it among what is old. */
    private static final int BATCH = 128;

    private final MatchNormalizing normalizing;
    private final Function<Event, T> kept;
    private final int mostUnderWay;
    private final ExecutorService workers;
    private final Deque<Future<List<MatchNormalizing.Made<T>>>> underWay = new ArrayDeque<>();
    private final List<MatchRow> rows = new ArrayList<>();
    private final List<T> events = new ArrayList<>();
    /** By source and key. */
    private final Map<String, Map<String, T>> known = new HashMap<>();

    /** @param kept makes of an event what is kept, in the thread that normalized it */
    MatchReading(MatchNormalizing normalizing, Function<Event, T> kept, int threads) {
        this.normalizing = normalizing;
        this.kept = kept;
        this.mostUnderWay = threads * 4;
        this.workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("normalize-", 0).factory());
    }

    /** @param rank of the file among the files */
    void read(int rank, FeedFile file) throws CannotException {
        Sink sink = new Sink(rank, file);
        file.read(sink);
        sink.flush();
        while (!underWay.isEmpty()) {
            takeOne();
        }
    }

    /** One for each record, in order. */
    List<MatchRow> rows() {
        return rows;
    }

    /** One for each id. */
    Collection<T> events() {
        return events;
    }

    /** Idle once all is read. */
    ExecutorService workers() {
        return workers;
    }

    /** The events are of no use once they are matched, and the largest part of the memory. */
    void forgetEvents() {
        events.clear();
        known.clear();
    }

    private void takeOne() {
        Awaited.result(underWay.removeFirst(), "normalizing").forEach(this::keep);
    }

    /** As in a harvest: the same record told twice is one, and a second one with other content is left out. */
    private void keep(MatchNormalizing.Made<T> made) {
        T event = made.event();
        EventId id = made.row().id();
        if (event == null || id == null) {
            rows.add(made.row());
            return;
        }
        T before = known.computeIfAbsent(id.source(), source -> new HashMap<>()).putIfAbsent(id.key(), event);
        if (before == null) {
            events.add(event);
            rows.add(made.row());
        } else if (before.equals(event)) {
            rows.add(told(made.row(), id, NoticeCode.REPEATED_RECORD));
        } else {
            rows.add(told(made.row(), null, NoticeCode.DUPLICATE_KEY));
        }
    }

    private static MatchRow told(MatchRow row, @Nullable EventId id, NoticeCode code) {
        return new MatchRow(row.file(), row.place(), row.key(), id, code.french());
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    /** Gathers the records of one file into batches. */
    private final class Sink implements RecordSink {
        private final int rank;
        private final FeedFile file;
        private final List<MatchNormalizing.Item> batch = new ArrayList<>(BATCH);

        Sink(int rank, FeedFile file) {
            this.rank = rank;
            this.file = file;
        }

        /** Whatever comes twice is told twice: see {@link #keep}. */
        @Override
        public boolean remembers() {
            return false;
        }

        @Override
        public void record(SourceRecord record, List<Notice> notices) {
            add(new MatchNormalizing.Item(record, null));
        }

        @Override
        public void reject(Notice why) {
            add(new MatchNormalizing.Item(null, why));
        }

        @Override
        public void remark(Notice notice) {
            // About the file as a whole: `check` tells it.
        }

        private void add(MatchNormalizing.Item item) {
            batch.add(item);
            if (batch.size() == BATCH) {
                flush();
            }
        }

        void flush() {
            List<MatchNormalizing.Item> full = List.copyOf(batch);
            batch.clear();
            while (underWay.size() >= mostUnderWay) {
                takeOne();
            }
            underWay.add(workers.submit(() -> normalizing.all(full, rank, file, kept)));
        }
    }
}
