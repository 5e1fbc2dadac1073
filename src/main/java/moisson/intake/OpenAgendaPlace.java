package moisson.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import moisson.event.Field;

/** Where an event of OpenAgenda takes place, when it is told by an object; flat names go by the table. */
final class OpenAgendaPlace {
    private static final Map<String, Field> LOCATION = Map.ofEntries(
            Map.entry("name", Field.VENUE),
            Map.entry("address", Field.ADDRESS),
            Map.entry("postalCode", Field.POSTCODE),
            Map.entry("city", Field.COMMUNE),
            Map.entry("insee", Field.INSEE),
            Map.entry("department", Field.DEPARTMENT),
            Map.entry("region", Field.REGION),
            Map.entry("countryCode", Field.COUNTRY),
            Map.entry("latitude", Field.LATITUDE),
            Map.entry("longitude", Field.LONGITUDE));

    private OpenAgendaPlace() {}

    static void put(ObjectNode event, JsonNode item, RecordDraft draft) {
        JsonNode location = Json.opened(event.path("location"));
        if (location.isObject()) {
            LOCATION.forEach((name, field) -> draft.put(field, Json.text(location.path(name))));
        } else {
            draft.put(Field.VENUE, Json.text(location));
        }
        position(event.path("location_coordinates"), draft);
        position(event.path("geo_point_2d"), draft);
        if (!draft.has(Field.LATITUDE) && !draft.has(Field.POSITION)) {
            geometry(item.path("geometry").path("coordinates"), draft);
        }
        if (!event.hasNonNull("timezone")) {
            draft.put(Field.ZONE, Json.text(location.path("timezone")));
        }
    }

    /** {@code {"lat", "lon"}}, {@code [lat, lon]} or {@code "lat,lon"}. */
    private static void position(JsonNode node, RecordDraft draft) {
        JsonNode position = Json.opened(node);
        if (position.isObject()) {
            draft.put(Field.LATITUDE, Json.text(position.path("lat")));
            draft.put(Field.LONGITUDE, Json.text(position.path("lon")));
        } else if (position.isArray() && position.size() == 2) {
            draft.put(Field.LATITUDE, Json.text(position.path(0)));
            draft.put(Field.LONGITUDE, Json.text(position.path(1)));
        } else if (position.isTextual()) {
            draft.put(Field.POSITION, position.textValue());
        }
    }

    /** GeoJSON puts the longitude first (RFC 7946, 3.1.1). */
    private static void geometry(JsonNode coordinates, RecordDraft draft) {
        draft.put(Field.LONGITUDE, Json.text(coordinates.path(0)));
        draft.put(Field.LATITUDE, Json.text(coordinates.path(1)));
    }
}
