package moisson.harvest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import moisson.event.Event;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.normalize.Normalizer;
import moisson.reference.Editions;
import moisson.store.Kept;

/** From the records of a source to its events. */
record Normalizing(Normalizer normalizer, Editions editions, Source source) {
    /**
     * What becomes of a record, as it will be written. Safe for use by many threads.
     *
     * @param words sum of what it says
     * @param now of the harvest
     */
    Made made(SourceRecord record, long words, String verbatim, Instant now) {
        List<Notice> remarks = new ArrayList<>();
        Optional<Event> event = event(record, remarks);
        return new Made(
                event,
                event.map(one -> Kept.of(one, record.place(), verbatim, words, Freshness.of(record, now), remarks))
                        .orElse(null),
                remarks);
    }

    /**
     * The event that a record tells of; empty when it tells of none.
     *
     * @param remarks takes what there is to say of it
     */
    private Optional<Event> event(SourceRecord record, List<Notice> remarks) {
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
