package moisson.normalize;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import moisson.event.Field;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Severity;
import moisson.event.SourceRecord;
import moisson.reference.Contacts;
import org.jspecify.annotations.Nullable;

/** What we have to say about one record. Values are shown without the e-mail addresses and telephone numbers in them. */
final class Findings {
    private static final int LONGEST_VALUE = 1000;

    private final SourceRecord record;
    private final Severity least;
    private final Consumer<Notice> notices;
    private final Set<NoticeCode> given = EnumSet.noneOf(NoticeCode.class);

    /** @param least lighter ones are of no interest to anybody, and are not made */
    Findings(SourceRecord record, Severity least, Consumer<Notice> notices) {
        this.record = record;
        this.least = least;
        this.notices = notices;
    }

    /** False when nobody would hear of it: what is only looked for to be told of need not be looked for then. */
    boolean hear(NoticeCode code) {
        return code.severity().compareTo(least) <= 0;
    }

    void note(NoticeCode code, Field field, @Nullable String value) {
        note(code, Labels.of(field), value);
    }

    /** About the record as a whole. */
    void note(NoticeCode code) {
        note(code, (String) null, null);
    }

    /** Only the first time: for things one record need not be told twice. */
    void noteOnce(NoticeCode code, Field field, @Nullable String value) {
        if (!given.contains(code)) {
            note(code, field, value);
        }
    }

    private void note(NoticeCode code, @Nullable String field, @Nullable String value) {
        given.add(code);
        if (hear(code)) {
            notices.accept(Notice.about(record, code, field, value == null ? null : shown(value)));
        }
    }

    private static String shown(String value) {
        String beginning = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
        return Contacts.masked(beginning);
    }
}
