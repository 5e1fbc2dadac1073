package moisson.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import moisson.event.Notice;
import moisson.event.NoticeCode;

/** Counts the items of one delivery on their way to the sink, and knows where it stands. */
final class OpenAgendaItems {
    private final RecordSink sink;
    private final JsonDialect dialect;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicReference<String> place = new AtomicReference<>("");

    OpenAgendaItems(RecordSink sink, JsonDialect dialect) {
        this.sink = sink;
        this.dialect = dialect;
    }

    JsonDialect dialect() {
        return dialect;
    }

    /** The next item, if there is one, stands here. */
    void begin(String where) {
        place.set(where);
    }

    /** Whether a list of items was reached. */
    boolean begun() {
        return !place.get().isEmpty();
    }

    void give(String where, JsonNode item) {
        place.set(where);
        dialect.giver().accept(new JsonDialect.Item(count.incrementAndGet(), where, item), sink);
    }

    /** One item that is no JSON. */
    void refuse(String where, String why) {
        place.set(where);
        new RecordDraft(count.incrementAndGet(), where, null).refuse(sink, why);
    }

    /**
     * The rest of the delivery is missing or cannot be read.
     *
     * @param location where the parser gave up, or nothing
     */
    void cutOff(String location) {
        sink.remark(new Notice(NoticeCode.CUT_OFF, place.get(), null, null, null));
        refuse(place.get(), "fin du fichier manquante ou illisible" + location);
    }
}
