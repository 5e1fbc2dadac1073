package moisson.harvest;

import java.util.List;
import java.util.Optional;
import moisson.event.Event;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.normalize.Normalizer;
import moisson.reference.Editions;

/** From the records of a source to its events. */
record Normalizing(Normalizer normalizer, Editions editions, Source source) {
    /**
     * The event that a record tells of; empty when it tells of none.
     *
     * @param remarks takes what there is to say of it
     */
    Optional<Event> event(SourceRecord record, List<Notice> remarks) {
        Optional<Event> event = normalizer.normalize(record, source, remarks::add);
        if (event.isPresent() && editions.welcoming(event.get().when()).isEmpty()) {
            remarks.add(Notice.about(
                    record,
                    NoticeCode.OUTSIDE_EDITIONS,
                    null,
                    event.get().when().firstDay().map(Object::toString).orElse(null)));
        }
        return event;
    }
}
