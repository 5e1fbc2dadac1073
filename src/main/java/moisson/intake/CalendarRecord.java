package moisson.intake;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import moisson.event.Field;
import moisson.event.NoticeCode;
import org.apache.commons.lang3.StringUtils;

/** One VEVENT, sorted under our names. */
record CalendarRecord(CalendarEvent event, CalendarZones zones) {
    private static final Map<String, Field> TEXTS = Map.of(
            "SUMMARY", Field.TITLE,
            "DESCRIPTION", Field.DESCRIPTION,
            "LOCATION", Field.VENUE,
            "URL", Field.URL);

    /** An organiser of which we are sure that it is no person. */
    private static final Pattern ORGANISATION = Pattern.compile(
            "\\b(?:mairie|ville|commune|communaute|metropole|departement|region|ministere|direction|prefecture"
                    + "|association|universite|institut|ecole|lycee|agence|centre|bibliotheque|mediatheque|service|office|syndicat"
                    + "|chambre|conseil|caisse|federation|fondation|musee|hopital|chu|laboratoire|maison|comite|reseau)s?\\b");

    void give(RecordSink sink) {
        Optional<String> recurrence =
                event.find("RECURRENCE-ID").map(id -> id.getValue().strip());
        String key = event.uid()
                .map(uid -> uid + recurrence.map(id -> "#" + id).orElse(""))
                .orElse(null);
        String place = key == null ? "ligne " + event.line() : "UID " + Characters.cut(key, 200);
        var draft = new RecordDraft(event.number(), place, key);
        if (event.isUnreadable()) {
            draft.refuse(sink, "événement incomplet, ou plus long que ce qui est lu");
            return;
        }
        event.malformed().forEach(line -> draft.notice(NoticeCode.UNREADABLE_VALUE, null, line));
        times(draft);
        texts(draft);
        position(draft);
        organiser(draft);
        draft.give(sink, event.verbatim());
    }

    private void times(RecordDraft draft) {
        Optional<VObjectProperty> written = event.find("DTSTART");
        Optional<CalendarTime> start = written.flatMap(property -> CalendarSpan.time(property, zones, draft));
        if (start.isEmpty()) {
            // The normalizer tells that it is no date.
            written.ifPresent(property -> draft.put(Field.START, property.getValue()));
            return;
        }
        if (start.get().isFloating()) {
            draft.notice(NoticeCode.FLOATING_TIME, "DTSTART", written.get().getValue());
            zones.floating().ifPresent(zone -> draft.put(Field.ZONE, zone));
        }
        CalendarSpan span = CalendarSpan.of(start.get(), event, zones, draft);
        Optional<List<CalendarSpan>> sessions = new CalendarSessions(span, event, zones, draft).list();
        if (sessions.isPresent()) {
            sessions.get().forEach(session -> draft.put(Field.SESSION, session.iso()));
            if (sessions.get().isEmpty()) {
                // Every occurrence is excepted, or told by an event of its own.
                draft.put(Field.REMOVED, "true");
            }
            return;
        }
        draft.put(Field.START, span.start().iso());
        if (span.end() != null) {
            draft.put(Field.END, span.end().iso());
        }
    }

    private void texts(RecordDraft draft) {
        TEXTS.forEach((name, field) -> event.find(name).ifPresent(property -> draft.put(field, text(property))));
        if (!draft.has(Field.DESCRIPTION)) {
            event.find("X-ALT-DESC").ifPresent(property -> draft.put(Field.DESCRIPTION, text(property)));
        }
        event.list("CATEGORIES").stream()
                .flatMap(property -> VObjectPropertyValues.parseList(property.getValue()).stream())
                .forEach(word -> draft.put(Field.KEYWORD, word));
        event.find("STATUS")
                .filter(property ->
                        property.getValue().strip().toUpperCase(Locale.ROOT).equals("CANCELLED"))
                .ifPresent(property -> draft.put(Field.STATUS, "annulé"));
        event.find("LAST-MODIFIED")
                .or(() -> event.find("DTSTAMP"))
                .flatMap(property -> CalendarTime.parse(property.getValue(), null))
                .ifPresent(time -> draft.put(Field.UPDATED, time.iso()));
    }

    private static String text(VObjectProperty property) {
        return VObjectPropertyValues.unescape(property.getValue());
    }

    private void position(RecordDraft draft) {
        event.find("GEO").ifPresent(geo -> {
            List<String> parts = VObjectPropertyValues.parseSemiStructured(geo.getValue());
            if (parts.size() == 2) {
                draft.put(Field.LATITUDE, parts.get(0));
                draft.put(Field.LONGITUDE, parts.get(1));
            } else {
                draft.notice(NoticeCode.UNREADABLE_VALUE, "GEO", geo.getValue());
            }
        });
    }

    /** Never the address, which is an e-mail, and never a person. */
    private void organiser(RecordDraft draft) {
        event.find("ORGANIZER")
                .map(property -> property.getParameters().first("CN"))
                .filter(name -> !name.contains("@")
                        && ORGANISATION
                                .matcher(StringUtils.stripAccents(name).toLowerCase(Locale.ROOT))
                                .find())
                .ifPresent(name -> draft.put(Field.ORGANISER, name));
    }
}
