package moisson.generate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDateTime;
import java.util.Map;
import moisson.event.Field;

/** As OpenAgenda exports an agenda to Opendatasoft: flat names, and sessions as a text of JSON inside the JSON. */
final class AgendaFeed implements Feeds.Feed {
    private static final Map<Field, String> NAMES = Map.ofEntries(
            Map.entry(Field.TITLE, "title_fr"),
            Map.entry(Field.DESCRIPTION, "longdescription_fr"),
            Map.entry(Field.FORMAT, "category"),
            Map.entry(Field.STATUS, "statut"),
            Map.entry(Field.VENUE, "location_name"),
            Map.entry(Field.ADDRESS, "location_address"),
            Map.entry(Field.POSTCODE, "location_postalcode"),
            Map.entry(Field.COMMUNE, "location_city"),
            Map.entry(Field.INSEE, "location_insee"),
            Map.entry(Field.ORGANISER, "contributor_organization"),
            Map.entry(Field.KEYWORD, "keywords_fr"),
            Map.entry(Field.URL, "canonicalurl"));

    private final JsonFactory factory = new JsonFactory();
    private final JsonGenerator json;
    private final String name;

    AgendaFeed(Writer out, String name) throws IOException {
        this.json = factory.createGenerator(out);
        this.name = name;
        json.writeStartArray();
    }

    @Override
    public void add(Telling telling) throws IOException {
        boolean english = telling.value(Field.LANGUAGE).equals("en");
        json.writeStartObject();
        json.writeStringField("uid", telling.key());
        for (Map.Entry<Field, String> value : telling.values().entrySet()) {
            String column = NAMES.get(value.getKey());
            if (column != null) {
                json.writeStringField(english ? column.replace("_fr", "_en") : column, value.getValue());
            }
        }
        if (!telling.value(Field.LATITUDE).isEmpty()) {
            json.writeStringField(
                    "location_coordinates", telling.value(Field.LATITUDE) + "," + telling.value(Field.LONGITUDE));
        }
        if (telling.of().online()) {
            json.writeStringField("attendancemode", "{\"id\": 2, \"label\": {\"fr\": \"En ligne\"}}");
        }
        times(telling.times());
        json.writeStringField("originagenda_title", "Agenda fictif " + name);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void times(Times times) throws IOException {
        LocalDateTime end = times.end();
        if (times.hours() && times.listed()) {
            json.writeStringField("timings", timings(times));
        }
        json.writeStringField("firstdate_begin", times.iso(times.start()));
        if (end != null) {
            json.writeStringField("lastdate_end", times.iso(end));
        }
    }

    private String timings(Times times) throws IOException {
        var text = new java.io.StringWriter();
        try (JsonGenerator inner = factory.createGenerator(text)) {
            inner.writeStartArray();
            for (Slot slot : times.slots()) {
                LocalDateTime end = slot.end();
                inner.writeStartObject();
                inner.writeStringField("begin", times.iso(slot.start()));
                if (end != null) {
                    inner.writeStringField("end", times.iso(end));
                }
                inner.writeEndObject();
            }
            inner.writeEndArray();
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.close();
    }
}
