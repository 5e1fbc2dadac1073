package moisson.publish.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import moisson.event.Place;
import moisson.event.PublishedEvent;

/** Events as features of RFC 7946: longitude before latitude, no geometry when the position is not known. */
final class Features {
    private Features() {}

    static void write(PublishedEvent event, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", event.id());
        json.writeFieldName("geometry");
        geometry(event.event().place(), json);
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
        json.writeNumber(BigDecimal.valueOf(place.longitude()));
        json.writeNumber(BigDecimal.valueOf(place.latitude()));
        json.writeEndArray();
        json.writeEndObject();
    }
}
