package moisson.publish.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import moisson.event.Place;
import moisson.event.PublishedEvent;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;

/** GeoJSON of RFC 7946, one feature per line: longitude before latitude, no geometry when the position is not known. */
final class GeoJsonWriter implements DatasetWriter.InRow {
    private static final String BETWEEN = "\n,";

    @Override
    public String extension() {
        return "geojson";
    }

    @Override
    public String mediaType() {
        return "application/geo+json";
    }

    @Override
    public void head(Dataset dataset, OutputStream out) throws IOException {
        try (JsonGenerator json = EventJson.open(out)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeArrayFieldStart("features");
            json.writeRaw('\n');
        }
    }

    @Override
    public void events(List<PublishedEvent> events, OutputStream out) throws IOException {
        try (JsonGenerator json = EventJson.open(out)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter(BETWEEN));
            for (PublishedEvent event : events) {
                feature(event, json);
            }
        }
    }

    @Override
    public String before(boolean first) {
        return first ? "" : BETWEEN;
    }

    @Override
    public String tail(boolean empty) {
        return empty ? "]}\n" : "\n]}\n";
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
