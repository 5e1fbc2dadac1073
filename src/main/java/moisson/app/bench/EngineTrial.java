package moisson.app.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import moisson.event.Delivery;
import moisson.event.Event;
import moisson.event.Notice;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.intake.FeedReaders;
import moisson.intake.RecordSink;
import moisson.store.Store;

/**
 * What one record costs the engine alone: normalizing it, and finding, comparing and joining its duplicates from the
 * store's index. Without what a delivery costs whatever is in it: archive, plan, run, writing, waiting for the disk. The
 * record is one that the store already holds, so that nothing is written.
 */
final class EngineTrial {
    private final Road road;
    private final Store store;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    EngineTrial(Road road, Store store) {
        this.road = road;
        this.store = store;
    }

    /**
     * Milliseconds of processor, of this thread alone.
     *
     * @param feed of one record, which has been brought in under this id of a source
     */
    double milliseconds(String id, Path feed) throws IOException {
        Source source = Road.source(id, feed);
        List<SourceRecord> records = new ArrayList<>();
        FeedReaders.forFormat(source.format())
                .orElseThrow()
                .read(
                        new Delivery(source, "", feed, Files.size(feed), Instant.EPOCH, null, null),
                        new Gathering(records));
        long start = threads.getCurrentThreadCpuTime();
        Event event = road.normalizer()
                .normalize(records.getFirst(), source, notice -> {})
                .orElseThrow();
        store.inTransaction(tables -> {
            road.joining().update(tables, Set.of(event.id()), Set.of(), Instant.EPOCH);
            return true;
        });
        return (threads.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private record Gathering(List<SourceRecord> records) implements RecordSink {
        @Override
        public void record(SourceRecord record, List<Notice> notices) {
            records.add(record);
        }

        @Override
        public void reject(Notice why) {
            throw new IllegalStateException(why.toString());
        }

        @Override
        public void remark(Notice notice) {
            // About the file as a whole.
        }
    }
}
