package moisson.publish.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import moisson.event.Place;

/** Events as features of RFC 7946: longitude before latitude, no geometry when the position is not known. */
final class Features {
    private Features() {}

    static void write(Told event, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", event.published().id());
        json.writeFieldName("geometry");
        geometry(event.place(), json);
        json.writeFieldName("properties");
        EventJson.flat(event, json);
        json.writeEndObject();
    }

    private static void geometry(Place place, JsonGenerator json) throws IOException {
        if (place.latitude() == null || place.longitude() == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("type", "Point");
        json.writeArrayFieldStart("coordinates");
        json.writeNumber(Degrees.of(place.longitude()));
        json.writeNumber(Degrees.of(place.latitude()));
        json.writeEndArray();
        json.writeEndObject();
    }
}
