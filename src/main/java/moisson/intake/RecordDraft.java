package moisson.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import moisson.event.Field;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.SourceRecord;
import org.jspecify.annotations.Nullable;

/** A record in the making: sorts values under common names, within {@link Limits}, and gathers what is to be said. */
public final class RecordDraft {
    /** When several columns mean one of these, the best named one is right, and the others would contradict it. */
    private static final Set<Field> ONLY_ONE =
            EnumSet.of(Field.TITLE, Field.START, Field.END, Field.START_TIME, Field.END_TIME);

    private final int number;
    private final String place;
    private final @Nullable String key;
    private final Map<Field, List<String>> values = new EnumMap<>(Field.class);
    private final List<Notice> notices = new ArrayList<>();

    public RecordDraft(int number, String place, @Nullable String key) {
        this.number = number;
        this.place = Characters.sound(place);
        this.key = key == null || key.isBlank() ? null : key(key);
    }

    /** A key as the record has it. */
    static String key(String told) {
        return Characters.cut(Characters.sound(told.strip()), 1_000);
    }

    /** Whether the first value of this field is the only one that counts. */
    static boolean isOnlyOne(Field field) {
        return ONLY_ONE.contains(field);
    }

    /** Adds a value, unless it is blank. */
    public void put(Field field, @Nullable String value) {
        if (value == null || value.isBlank() || (ONLY_ONE.contains(field) && has(field))) {
            return;
        }
        List<String> list = values.getOrDefault(field, List.of());
        if (list.size() == Limits.VALUES) {
            notice(NoticeCode.TRUNCATED_TEXT, field.name(), Limits.VALUES + " valeurs");
        }
        if (list.size() >= Limits.VALUES) {
            return;
        }
        if (value.length() > Limits.VALUE) {
            notice(NoticeCode.TRUNCATED_TEXT, field.name(), Characters.cut(value, 100));
        }
        String sound = Characters.sound(Characters.cut(value, Limits.VALUE));
        switch (list.size()) { // nearly all fields have one value: no list is made to grow
            case 0 -> values.put(field, List.of(sound));
            case 1 -> values.put(field, new ArrayList<>(List.of(list.getFirst(), sound)));
            default -> list.add(sound);
        }
    }

    public boolean has(Field field) {
        return values.containsKey(field);
    }

    /** Says something about the record, once. */
    public void notice(NoticeCode code, @Nullable String field, @Nullable String value) {
        String met = value == null ? null : Characters.sound(Characters.cut(value, 1_000));
        Notice notice = new Notice(code, place, key, field == null ? null : Characters.sound(field), met);
        if (notices.size() < Limits.NOTICES && !notices.contains(notice)) {
            notices.add(notice);
        }
    }

    public void give(RecordSink sink, String verbatim) {
        sink.record(new SourceRecord(number, place, key, values, Characters.sound(verbatim)), List.copyOf(notices));
    }

    /**
     * Hands the record over.
     *
     * @param verbatim makes the words of the record, if anybody asks for them
     */
    public void give(RecordSink sink, Supplier<String> verbatim) {
        sink.record(
                new SourceRecord(number, place, key, values, () -> Characters.sound(verbatim.get())),
                List.copyOf(notices));
    }

    /** Hands the record over, with the row that it was. */
    void give(RecordSink sink, TableRow row) {
        sink.record(new SourceRecord(number, place, key, values, row), List.copyOf(notices));
    }

    public void refuse(RecordSink sink, @Nullable String why) {
        sink.reject(
                new Notice(NoticeCode.UNREADABLE_RECORD, place, key, null, why == null ? null : Characters.sound(why)));
    }
}
