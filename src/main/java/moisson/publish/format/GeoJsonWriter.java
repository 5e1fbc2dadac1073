package moisson.publish.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import moisson.event.Place;
import moisson.event.PublishedEvent;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;

/** GeoJSON of RFC 7946, one feature per line: longitude before latitude, no geometry when the position is not known. */
final class GeoJsonWriter implements DatasetWriter {
    @Override
    public String extension() {
        return "geojson";
    }

    @Override
    public String mediaType() {
        return "application/geo+json";
    }

    @Override
    public void write(Dataset dataset, OutputStream out) throws IOException {
        try (JsonGenerator json = EventJson.FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeArrayFieldStart("features");
            for (PublishedEvent event : dataset.events()) {
                json.writeRaw('\n');
                feature(event, json);
            }
            json.writeRaw('\n');
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void feature(PublishedEvent event, JsonGenerator json) throws IOException {
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
