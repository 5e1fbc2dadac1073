package moisson.normalize;

import java.util.Optional;
import java.util.function.Consumer;
import moisson.event.Event;
import moisson.event.EventFormat;
import moisson.event.EventId;
import moisson.event.Field;
import moisson.event.Kind;
import moisson.event.Notice;
import moisson.event.Place;
import moisson.event.Severity;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.event.When;
import moisson.reference.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event of a record, and says what it corrected, what it did not understand and why it left a record out. Always
 * the same event for the same record. Holds no state: safe for several threads.
 */
public final class Normalizer {
    private final Reference reference;

    public Normalizer(Reference reference) {
        this.reference = reference;
    }

    /** A sum of what an operator added to the tables: when it changes, the same words may give another event. */
    public String ownTables() {
        return reference.own();
    }

    /**
     * Empty when the record cannot become an event; the last notice is then an error that says why. Bad data never throws.
     *
     * @param record with its key
     * @param notices hears each notice as it is found
     */
    public Optional<Event> normalize(SourceRecord record, Source source, Consumer<Notice> notices) {
        return normalize(record, source, Severity.INFO, notices);
    }

    /**
     * The same event, for whoever hears no notices that are lighter than this: what is only done to tell them is not done.
     *
     * @param least error, and only why a record was left out is told
     */
    public Optional<Event> normalize(SourceRecord record, Source source, Severity least, Consumer<Notice> notices) {
        String key = record.key();
        if (key == null) {
            throw new IllegalArgumentException("a record is normalized under its key: see SourceRecord.keyed()");
        }
        Findings findings = new Findings(record, least, notices);
        Texts texts = new Texts(findings);
        Optional<Wordings.Told> told = new Wordings(reference, record, source, findings, texts).told();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        Terminology words = new Terminology(reference.terms(), record, findings, texts);
        EventFormat format = words.format();
        Located located = new Places(reference, findings, texts).place(record);
        Optional<When> when = new Times(record, findings).when(source, located, format);
        if (when.isEmpty()) {
            return Optional.empty();
        }
        boolean form = source.id().equals(Source.FORM);
        return Optional.of(new Event(
                new EventId(source.id(), key),
                told.get().wording(),
                new Kind(
                        format,
                        words.mode(format, located),
                        words.status(told.get().status())),
                when.get(),
                form ? masked(located.place(), findings) : located.place(),
                new Bodies(reference, findings, texts).hosts(record),
                words.access(form),
                new Urls(findings).links(record)));
    }

    private static Place masked(Place place, Findings findings) {
        return new Place(
                safe(place.venue(), Field.VENUE, findings),
                safe(place.address(), Field.ADDRESS, findings),
                place.postcode(),
                safe(place.commune(), Field.COMMUNE, findings),
                place.communeCode(),
                place.department(),
                place.departmentCode(),
                place.region(),
                place.regionCode(),
                place.country(),
                place.latitude(),
                place.longitude(),
                place.precision());
    }

    private static @Nullable String safe(@Nullable String text, Field field, Findings findings) {
        return text == null ? null : Privacy.safe(text, field, true, findings);
    }
}
