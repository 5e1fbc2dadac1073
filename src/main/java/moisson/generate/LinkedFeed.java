package moisson.generate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDateTime;
import moisson.event.Field;

/** A list of schema.org events in JSON-LD. */
final class LinkedFeed implements Feeds.Feed {
    private final JsonGenerator json;

    LinkedFeed(Writer out) throws IOException {
        json = new JsonFactory().createGenerator(out);
        json.writeStartArray();
    }

    static String iri(Telling telling) {
        return "https://agenda.example/id/" + telling.key();
    }

    @Override
    public void add(Telling telling) throws IOException {
        Times times = telling.times();
        LocalDateTime end = times.end();
        json.writeStartObject();
        json.writeStringField("@context", "https://schema.org");
        json.writeStringField("@type", "Event");
        json.writeStringField("@id", iri(telling));
        put("name", telling.value(Field.TITLE));
        put("description", telling.value(Field.DESCRIPTION));
        put("startDate", times.iso(times.start()));
        put("endDate", end == null ? "" : times.iso(end));
        put("inLanguage", telling.value(Field.LANGUAGE));
        put("keywords", telling.value(Field.KEYWORD));
        put("url", telling.value(Field.URL));
        place(telling);
        if (!telling.value(Field.ORGANISER).isEmpty()) {
            json.writeObjectFieldStart("organizer");
            put("@type", "Organization");
            put("name", telling.value(Field.ORGANISER));
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void place(Telling telling) throws IOException {
        json.writeObjectFieldStart("location");
        put("@type", telling.of().online() ? "VirtualLocation" : "Place");
        put("name", telling.value(Field.VENUE));
        if (!telling.value(Field.COMMUNE).isEmpty()) {
            json.writeObjectFieldStart("address");
            put("@type", "PostalAddress");
            put("streetAddress", telling.value(Field.ADDRESS));
            put("postalCode", telling.value(Field.POSTCODE));
            put("addressLocality", telling.value(Field.COMMUNE));
            json.writeEndObject();
        }
        if (!telling.value(Field.LATITUDE).isEmpty()) {
            json.writeObjectFieldStart("geo");
            put("@type", "GeoCoordinates");
            put("latitude", telling.value(Field.LATITUDE));
            put("longitude", telling.value(Field.LONGITUDE));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void put(String name, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeStringField(name, text);
        }
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.close();
    }
}
