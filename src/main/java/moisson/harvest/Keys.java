package moisson.harvest;

import java.util.Objects;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Sha256;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.reference.Contacts;
import moisson.store.RecordTable;
import org.jspecify.annotations.Nullable;

/**
 * Keys that the store can hold and the public may see: for records whose source gives none, the words themselves, so that
 * the same words are the same record; for a key that is somebody's e-mail address, a sum of it.
 */
public final class Keys {
    private static final int LENGTH = 20;

    private final String source;
    private final boolean calendar;

    public Keys(Source source) {
        this.source = source.id();
        this.calendar = source.format().equals("ical");
    }

    /** The key under which the store knows this record. */
    public String of(SourceRecord record) {
        String key = record.key();
        return key == null || key.isBlank() ? fromWords(record) : of(key.strip());
    }

    /**
     * The source's own key; one that the store does not take, or that nobody may see, is replaced by its sum, which is as
     * stable. The id of the source is summed with an address, so that the same person in two sources is not the same sum.
     */
    String of(String key) {
        if (isPersonal(key)) {
            return "cle-masquee-" + sum(source + "\n" + key);
        }
        return key.length() > RecordTable.LONGEST_KEY ? "cle-longue-" + sum(key) : key;
    }

    boolean isPersonal(@Nullable String key) {
        return key != null && Contacts.isPersonalKey(key, calendar);
    }

    /** The same record under a key that may be seen, and a place that does not repeat it. */
    SourceRecord shown(SourceRecord record) {
        String key = record.key();
        return key == null || !isPersonal(key)
                ? record
                : new SourceRecord(
                        record.number(),
                        place(record.place(), key),
                        of(key.strip()),
                        record.values(),
                        record::verbatim);
    }

    /** The same notice, by the same rule. */
    Notice shown(Notice notice) {
        String key = notice.key();
        return key == null || !isPersonal(key)
                ? notice
                : new Notice(
                        notice.code(), place(notice.place(), key), of(key.strip()), notice.field(), notice.value());
    }

    /** What whoever corrects the source is told of such a key. */
    static Notice personal(String key, String place) {
        return new Notice(NoticeCode.PERSONAL_KEY, place, key, "identifiant", null);
    }

    /** Places of calendars and pages tell the key. */
    static String place(String place, String key) {
        return place.replace(key, Contacts.MASK);
    }

    private static String fromWords(SourceRecord record) {
        return Objects.requireNonNull(record.keyed().key());
    }

    private static String sum(String text) {
        return Sha256.of(text).substring(0, LENGTH);
    }
}
