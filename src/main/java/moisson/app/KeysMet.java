package moisson.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moisson.event.Delivery;
import moisson.event.Notice;
import moisson.event.Run;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.harvest.Keys;
import moisson.intake.FeedReaders;
import moisson.intake.RecordSink;
import moisson.intake.UnreadableFeedException;

/** The keys of everything that some deliveries tell of, accepted or not. */
final class KeysMet implements RecordSink {
    private final Set<String> met = new HashSet<>();
    private final Source source;
    private final Keys keys;

    KeysMet(Source source) {
        this.source = source;
        this.keys = new Keys(source);
    }

    Set<String> met() {
        return met;
    }

    void read(Path file, Run run) throws IOException {
        Delivery delivery = new Delivery(source, String.valueOf(run.delivery()), file, 0, run.startedAt(), null, null);
        try {
            FeedReaders.forFormat(source.format())
                    .orElseThrow(() -> new UnreadableFeedException(source.format()))
                    .read(delivery, this);
        } catch (UnreadableFeedException e) {
            // The harvest of the same bytes has failed just now, and says why.
            return;
        }
    }

    @Override
    public void record(SourceRecord record, List<Notice> notices) {
        met.add(keys.of(record));
    }

    @Override
    public void reject(Notice why) {
        String key = why.key();
        if (key != null) {
            met.add(keys.of(new SourceRecord(1, why.place(), key, Map.of(), "")));
        }
    }

    @Override
    public void remark(Notice notice) {
        // Tells of no record.
    }
}
