package moisson.intake;

import java.util.List;
import moisson.event.Notice;
import moisson.event.SourceRecord;

/** Where a reader puts what it reads. Each item of the delivery comes by exactly one of the first two doors. */
public interface RecordSink {
    /** One record that could be read, with what the reader has to say about it. */
    void record(SourceRecord record, List<Notice> notices);

    /** One item that could not be read: it counts as read and rejected. */
    void reject(Notice why);

    /** Something about the delivery as a whole, such as an unknown column. */
    void remark(Notice notice);
}
