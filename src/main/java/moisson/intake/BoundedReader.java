package moisson.intake;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import moisson.event.Delivery;
import moisson.event.Notice;
import moisson.event.SourceRecord;

/**
 * Any reader, with an eye on how many records it hands out: what is beyond the bound would end in a report that nobody
 * can read and a transaction that does not end.
 *
 * @param most see {@link Limits#RECORDS}
 */
record BoundedReader(FeedReader reader, int most) implements FeedReader {
    @Override
    public String format() {
        return reader.format();
    }

    @Override
    public void read(Delivery delivery, RecordSink sink) throws IOException {
        try {
            reader.read(delivery, new BoundedSink(sink, most, new AtomicInteger()));
        } catch (TooManyException e) {
            throw new UnreadableFeedException(
                    "Le fichier contient plus de %,d enregistrements\u202F: il est refusé. Partagez-le en plusieurs sources, ou n’y laissez que les événements de l’édition."
                            .formatted(most)
                            .replace(',', '\u202F'),
                    e);
        }
    }

    private record BoundedSink(RecordSink sink, int most, AtomicInteger count) implements RecordSink {
        @Override
        public boolean remembers() {
            return sink.remembers();
        }

        @Override
        public boolean again(long text, Supplier<String> place) {
            if (!sink.again(text, place)) {
                return false;
            }
            demandOne();
            return true;
        }

        @Override
        public boolean again(Row row) {
            if (!sink.again(row)) {
                return false;
            }
            demandOne();
            return true;
        }

        @Override
        public void record(SourceRecord record, List<Notice> notices) {
            demandOne();
            sink.record(record, notices);
        }

        @Override
        public void reject(Notice why) {
            demandOne();
            sink.reject(why);
        }

        @Override
        public void remark(Notice notice) {
            sink.remark(notice);
        }

        private void demandOne() {
            if (count.incrementAndGet() > most) {
                throw new TooManyException();
            }
        }
    }

    /** Leaves any reader, none of which catches it. */
    private static final class TooManyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyException() {
            super("too many records");
        }
    }
}
