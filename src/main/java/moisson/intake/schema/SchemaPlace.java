package moisson.intake.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import moisson.event.Field;
import moisson.intake.RecordDraft;

/** Where it takes place: Place, PostalAddress, VirtualLocation or a mere text. */
public final class SchemaPlace {
    private static final Set<String> VIRTUAL = Set.of("VirtualLocation");
    private static final Set<String> ADDRESS = Set.of("PostalAddress");

    private SchemaPlace() {}

    static void put(RecordDraft draft, JsonNode event) {
        List<JsonNode> locations = Trees.all(event, "location");
        Trees.texts(event, "eventAttendanceMode").forEach(mode -> draft.put(Field.MODE, Trees.term(mode)));
        long virtual = locations.stream()
                .filter(location -> Trees.isA(location, VIRTUAL))
                .count();
        if (!draft.has(Field.MODE) && virtual > 0) {
            draft.put(
                    Field.MODE, virtual == locations.size() ? "OnlineEventAttendanceMode" : "MixedEventAttendanceMode");
        }
        for (JsonNode location : locations) {
            if (Trees.isA(location, VIRTUAL)) {
                SchemaEvent.each(draft, Field.URL, location, "url");
            } else if (!draft.has(Field.VENUE) && !draft.has(Field.ADDRESS)) {
                place(draft, location);
            }
        }
    }

    private static void place(RecordDraft draft, JsonNode place) {
        if (place.isValueNode() || place.has("@value")) {
            SchemaEvent.each(
                    draft, Field.VENUE, JsonNodeFactory.instance.objectNode().set("location", place), "location");
        } else if (Trees.isA(place, ADDRESS)) {
            address(draft, place);
        } else {
            SchemaEvent.each(draft, Field.VENUE, place, "name", "rdfs:label");
            Trees.all(place, "address").forEach(address -> address(draft, address));
            position(draft, place);
        }
    }

    /** A PostalAddress, or an address in one text. */
    public static void address(RecordDraft draft, JsonNode address) {
        if (!address.isObject() || address.has("@value")) {
            SchemaEvent.each(
                    draft, Field.ADDRESS, JsonNodeFactory.instance.objectNode().set("address", address), "address");
            return;
        }
        SchemaEvent.each(draft, Field.ADDRESS, address, "streetAddress", "name");
        SchemaEvent.each(draft, Field.POSTCODE, address, "postalCode");
        SchemaEvent.each(draft, Field.COMMUNE, address, "addressLocality");
        SchemaEvent.each(draft, Field.REGION, address, "addressRegion");
        SchemaEvent.each(draft, Field.COUNTRY, address, "addressCountry");
    }

    /** Of a Place: its GeoCoordinates, or what stands beside its name. */
    public static void position(RecordDraft draft, JsonNode place) {
        JsonNode geo = Trees.first(place, "geo");
        SchemaEvent.each(draft, Field.LATITUDE, geo.isObject() ? geo : place, "latitude");
        SchemaEvent.each(draft, Field.LONGITUDE, geo.isObject() ? geo : place, "longitude");
    }
}
