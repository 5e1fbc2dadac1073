package moisson.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import moisson.event.Delivery;
import moisson.event.Notice;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.intake.FeedReader;
import moisson.intake.FeedReaders;
import moisson.intake.RecordSink;

/** Reads one file to its end, and keeps nothing. */
public final class ReadTrial {
    private final LongAdder read = new LongAdder();
    private final LongAdder rejected = new LongAdder();

    /** Answers one row. */
    public List<Map<String, Object>> run(String format, Path file) throws IOException {
        FeedReader reader = FeedReaders.forFormat(format).orElseThrow();
        long size = Files.size(file);
        Source source =
                new Source("mesure", "mesure", format, file.toUri().toString(), null, "Europe/Paris", "", true, 0);
        Usage.forgetPeaks();
        Usage before = Usage.now();
        reader.read(new Delivery(source, "", file, size, Instant.EPOCH, null, null), new Counting());
        Usage used = Usage.now().since(before);
        Map<String, Object> row = Figures.row("format", format);
        row.put("MB", Math.round(size / 1e6));
        row.put("records", read.sum());
        row.put("rejected", rejected.sum());
        Figures.put(row, used);
        row.put("records/s", Math.round(read.sum() / used.wall()));
        row.put("records/processor s", Math.round(read.sum() / used.processor()));
        return List.of(row);
    }

    private final class Counting implements RecordSink {
        @Override
        public void record(SourceRecord record, List<Notice> notices) {
            read.increment();
        }

        @Override
        public void reject(Notice why) {
            rejected.increment();
        }

        @Override
        public void remark(Notice notice) {
            // About the file as a whole.
        }
    }
}
