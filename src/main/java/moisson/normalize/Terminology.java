package moisson.normalize;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import moisson.event.Access;
import moisson.event.Audience;
import moisson.event.EventFormat;
import moisson.event.Field;
import moisson.event.Mode;
import moisson.event.NoticeCode;
import moisson.event.SourceRecord;
import moisson.event.Status;
import moisson.reference.Terms;
import moisson.reference.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The words of a source in ours. A word that we do not know is said so, and is not published. */
final class Terminology {
    private static final Pattern PARTING = Pattern.compile("[,|;/\\n]| et ");
    private static final int MOST_WORDS = 50;
    private static final int LONGEST = 200;

    private final Terms terms;
    private final SourceRecord record;
    private final Findings findings;
    private final Texts texts;

    Terminology(Terms terms, SourceRecord record, Findings findings, Texts texts) {
        this.terms = terms;
        this.record = record;
        this.findings = findings;
        this.texts = texts;
    }

    EventFormat format() {
        List<String> values = record.all(Field.FORMAT);
        boolean known = false;
        for (String value : values) {
            EventFormat format = format(value);
            if (format != null && format != EventFormat.OTHER) {
                return format;
            }
            known = known || format != null;
        }
        if (known) {
            return EventFormat.OTHER;
        }
        values.forEach(value -> findings.note(NoticeCode.UNKNOWN_WORD, Field.FORMAT, value));
        return amongKeywords();
    }

    /** Of a word, or of the first part that tells more than "other"; null when no part is known. */
    private @Nullable EventFormat format(String value) {
        Optional<EventFormat> whole = terms.formats().find(value);
        EventFormat format = (whole.isPresent() ? whole : terms.formats().findBeginning(value)).orElse(null);
        if (value.indexOf(',') < 0 || value.length() > LONGEST || (format != null && format != EventFormat.OTHER)) {
            return format;
        }
        for (String part : value.split(",", -1)) {
            EventFormat found = terms.formats().findBeginning(part).orElse(null);
            if (found != null && found != EventFormat.OTHER) {
                return found;
            }
            format = format == null ? found : format;
        }
        return format;
    }

    /** Calendars have no field for the format: it stands among their categories, which may hold anything else too. */
    private EventFormat amongKeywords() {
        for (String word : record.all(Field.KEYWORD)) {
            Optional<EventFormat> format = terms.formats().find(word);
            if (format.isPresent()) {
                return format.get();
            }
        }
        return EventFormat.OTHER;
    }

    /** The status the source gives; the one in the title when that says more than "as planned". */
    Status status(@Nullable Status inTitle) {
        Status told = one(Field.STATUS, terms.statuses()).orElse(Status.SCHEDULED);
        return told == Status.SCHEDULED && inTitle != null ? inTitle : told;
    }

    Mode mode(EventFormat format, Located located) {
        Mode mode = one(Field.MODE, terms.modes()).orElse(null);
        if (mode == null) {
            mode = deduced(format, located);
            findings.note(NoticeCode.DEDUCED_MODE, Field.MODE, mode.french());
        }
        if (mode != Mode.ONLINE && !located.isSomewhere()) {
            findings.note(NoticeCode.MISSING_PLACE, Field.VENUE, null);
        }
        return mode;
    }

    private static Mode deduced(EventFormat format, Located located) {
        boolean onlineFormat = switch (format) {
            case WEBINAR, ONLINE_CONFERENCE, PODCAST, ONLINE_COURSE -> true;
            case CONFERENCE, WORKSHOP, DEBATE, CITIZENS_MEETING, ROUND_TABLE, DEMONSTRATION, VISIT -> false;
            case OPEN_DAY, PRESENTATION, TRAINING, HACKATHON, CALL_FOR_IDEAS, EXHIBITION, OTHER -> false;
        };
        if (located.saysOnline()) {
            return located.isSomewhere() && !onlineFormat ? Mode.MIXED : Mode.ONLINE;
        }
        return onlineFormat ? Mode.ONLINE : Mode.ON_SITE;
    }

    /** @param form true for what comes by our own form, whose price must not hold contact details */
    Access access(boolean form) {
        Set<String> themes = several(Field.THEME, terms.themes(), true);
        Set<String> among = several(Field.KEYWORD, terms.themes(), false);
        if (!among.isEmpty()) {
            themes = new LinkedHashSet<>(themes);
            themes.addAll(among);
        }
        Set<Audience> audiences = several(Field.AUDIENCE, terms.audiences(), true);
        Set<String> accessibility = several(Field.ACCESSIBILITY, terms.accessibility(), true);
        String price = texts.line(record.first(Field.PRICE).orElse(null), Field.PRICE, LONGEST);
        String shown = price == null ? null : Privacy.safe(price, Field.PRICE, form, findings);
        Boolean free = one(Field.FREE, terms.free()).orElse(null);
        return new Access(
                List.copyOf(audiences),
                List.copyOf(themes),
                free != null ? free : Prices.free(price, terms.free()),
                shown,
                List.copyOf(accessibility));
    }

    private <T> Optional<T> one(Field field, Vocabulary<T> vocabulary) {
        String value = record.first(field).orElse(null);
        if (value == null) {
            return Optional.empty();
        }
        Optional<T> found = vocabulary.find(value);
        if (found.isEmpty()) {
            findings.note(NoticeCode.UNKNOWN_WORD, field, value);
        }
        return found;
    }

    private <T> Set<T> several(Field field, Vocabulary<T> vocabulary, boolean speak) {
        List<String> cells = record.all(field);
        if (cells.isEmpty()) {
            return Set.of();
        }
        Set<T> found = new LinkedHashSet<>();
        for (String cell : cells) {
            Optional<T> whole = vocabulary.find(cell);
            if (whole.isPresent()) {
                found.add(whole.get());
            } else {
                parts(cell, field, vocabulary, speak, found);
            }
        }
        return found;
    }

    private <T> void parts(String cell, Field field, Vocabulary<T> vocabulary, boolean speak, Set<T> found) {
        int words = 0;
        for (String part : PARTING.split(cell, MOST_WORDS)) {
            words++;
            Optional<T> value = words >= MOST_WORDS ? Optional.empty() : vocabulary.find(part);
            if (value.isPresent()) {
                found.add(value.get());
            } else if (speak && !part.isBlank()) {
                findings.note(NoticeCode.UNKNOWN_WORD, field, part.strip());
            }
        }
    }
}
