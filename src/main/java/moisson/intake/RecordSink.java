package moisson.intake;

import java.util.List;
import java.util.function.Supplier;
import moisson.event.Notice;
import moisson.event.SourceRecord;

/** Where a reader puts what it reads. Each item of the delivery comes by exactly one of the first four doors. */
public interface RecordSink {
    /** Whether {@link #again} may ever be true: when it may not, no row is prepared to be asked about. */
    default boolean remembers() {
        return true;
    }

    /**
     * A text that holds one row of a table and nothing else, asked about before it is parsed: most rows of most deliveries
     * have come before, letter by letter.
     *
     * @param text its sum; parsed by the same code, texts of this sum make the same record
     * @param place where a partner finds it again
     * @return whether this is all that the sink needs; else the row comes again, by another door
     */
    default boolean again(long text, Supplier<String> place) {
        return false;
    }

    /**
     * One row of a table, asked about before a record is made of it: most rows of most deliveries have come before.
     *
     * @return whether this is all that the sink needs; else the row comes again, as a record or as a notice
     */
    default boolean again(Row row) {
        return false;
    }

    /** One record that could be read, with what the reader has to say about it. */
    void record(SourceRecord record, List<Notice> notices);

    /** One item that could not be read: it counts as read and rejected. */
    void reject(Notice why);

    /** Something about the delivery as a whole, such as an unknown column. */
    void remark(Notice notice);
}
