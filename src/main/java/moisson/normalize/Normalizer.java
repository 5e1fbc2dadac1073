package moisson.normalize;

import java.util.Optional;
import java.util.function.Consumer;
import moisson.event.Event;
import moisson.event.EventFormat;
import moisson.event.EventId;
import moisson.event.Field;
import moisson.event.Kind;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Place;
import moisson.event.Sha256;
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

    /**
     * Empty when the record cannot become an event; the last notice is then an error that says why. Bad data never throws.
     *
     * @param notices hears each notice as it is found
     */
    public Optional<Event> normalize(SourceRecord record, Source source, Consumer<Notice> notices) {
        Findings findings = new Findings(record, notices);
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
        if (record.key() == null) {
            findings.note(NoticeCode.MISSING_KEY);
        }
        boolean form = source.id().equals(Source.FORM);
        return Optional.of(new Event(
                id(record, source),
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

    /** A record without a key is named by its content: once changed, it will be taken for a new one. */
    private static EventId id(SourceRecord record, Source source) {
        String key = record.key();
        return new EventId(source.id(), key == null || key.isBlank() ? "~" + fingerprint(record.verbatim()) : key);
    }

    private static String fingerprint(String text) {
        return Sha256.of(text).substring(0, 16);
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
