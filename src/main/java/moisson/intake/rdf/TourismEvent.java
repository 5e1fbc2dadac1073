package moisson.intake.rdf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import moisson.event.Field;
import moisson.event.NoticeCode;
import moisson.intake.RecordDraft;
import moisson.intake.schema.Schedule;
import moisson.intake.schema.SchemaPlace;
import moisson.intake.schema.SchemaTimes;
import moisson.intake.schema.Trees;

/**
 * One event of DATAtourisme (ontology 2 and 3). Who created or published the entry is a tourist office and not the
 * organiser, and contacts may be people: neither is read, save their home page.
 */
final class TourismEvent {
    private static final Set<String> PLAIN_TYPES =
            Set.of("dt:EntertainmentAndEvent", "dt:PointOfInterest", "dt:CulturalEvent");

    private TourismEvent() {}

    static void put(RecordDraft draft, JsonNode event) {
        texts(draft, Field.TITLE, event, "rdfs:label");
        Trees.all(event, "dt:hasDescription").forEach(description -> {
            texts(draft, Field.DESCRIPTION, description, "dc:description");
            texts(draft, Field.SUMMARY, description, "dt:shortDescription");
        });
        if (!draft.has(Field.DESCRIPTION)) {
            texts(draft, Field.DESCRIPTION, event, "rdfs:comment");
        }
        Trees.types(event).stream()
                .filter(type -> type.startsWith("dt:") && !PLAIN_TYPES.contains(type))
                .forEach(type -> draft.put(Field.FORMAT, type.substring(3)));
        Trees.all(event, "dt:hasTheme").forEach(theme -> texts(draft, Field.THEME, theme, "rdfs:label"));
        times(draft, event);
        Trees.all(event, "dt:isLocatedAt").stream().limit(1).forEach(place -> place(draft, place));
        prices(draft, event);
        if (Trees.text(event, "dt:reducedMobilityAccess").orElse("").equals("true")) {
            draft.put(Field.ACCESSIBILITY, "PMR");
        }
        Trees.all(event, "dt:hasContact").forEach(contact -> texts(draft, Field.URL, contact, "foaf:homepage"));
        Trees.all(event, "dt:hasBookingContact")
                .forEach(contact -> texts(draft, Field.REGISTRATION, contact, "foaf:homepage"));
        texts(draft, Field.UPDATED, event, "dt:lastUpdate");
    }

    private static void texts(RecordDraft draft, Field field, JsonNode node, String property) {
        Trees.texts(node, property).forEach(text -> draft.put(field, text));
    }

    /** Hours of a period hold on each of its days. The start and end of schema.org only name the days. */
    private static void times(RecordDraft draft, JsonNode event) {
        List<JsonNode> periods = Trees.all(event, "dt:takesPlaceAt");
        for (JsonNode period : periods) {
            Schedule.of(schedule(period))
                    .flatMap(Schedule::sessionsWithinReason)
                    .ifPresentOrElse(
                            sessions -> sessions.stream().sorted().forEach(each -> draft.put(Field.SESSION, each)),
                            () -> draft.notice(NoticeCode.UNREADABLE_SESSION, "takesPlaceAt", period.toString()));
        }
        if (!draft.has(Field.SESSION)) {
            SchemaTimes.put(draft, event);
        }
    }

    private static JsonNode schedule(JsonNode period) {
        ObjectNode schedule = period.deepCopy();
        schedule.removeAll();
        for (String property : List.of("startDate", "endDate", "startTime", "endTime")) {
            if (period.has("dt:" + property)) {
                schedule.set(property, period.path("dt:" + property));
            }
        }
        if (period.has("dt:appliesOnDay")) {
            schedule.set("byDay", period.path("dt:appliesOnDay"));
        }
        return schedule;
    }

    private static void place(RecordDraft draft, JsonNode place) {
        texts(draft, Field.VENUE, place, "rdfs:label");
        texts(draft, Field.VENUE, place, "name");
        Trees.all(place, "address").stream().limit(1).forEach(address -> {
            SchemaPlace.address(draft, address);
            Trees.all(address, "dt:hasAddressCity").forEach(city -> city(draft, city));
        });
        SchemaPlace.position(draft, place);
    }

    private static void city(RecordDraft draft, JsonNode city) {
        texts(draft, Field.INSEE, city, "dt:insee");
        JsonNode department = Trees.first(city, "dt:isPartOfDepartment");
        label(draft, Field.DEPARTMENT, department);
        JsonNode region = Trees.first(department, "dt:isPartOfRegion");
        label(draft, Field.REGION, region);
        label(draft, Field.COUNTRY, Trees.first(region, "dt:isPartOfCountry"));
    }

    private static void label(RecordDraft draft, Field field, JsonNode node) {
        Trees.text(node, "rdfs:label").ifPresent(text -> draft.put(field, text));
    }

    private static void prices(RecordDraft draft, JsonNode event) {
        for (JsonNode offer : Trees.all(event, "dt:offers")) {
            for (JsonNode price : Trees.all(offer, "priceSpecification")) {
                String currency = Trees.text(price, "priceCurrency").orElse("");
                String policy = Trees.text(Trees.first(price, "dt:hasEligiblePolicy"), "rdfs:label")
                        .orElse("");
                List<String> amounts = Trees.texts(price, "minPrice").isEmpty()
                        ? Trees.texts(price, "price")
                        : Trees.texts(price, "minPrice");
                String amount = String.join(" / ", amounts)
                        + Trees.text(price, "maxPrice")
                                .filter(most -> !amounts.contains(most))
                                .map(most -> " à " + most)
                                .orElse("");
                draft.put(
                        Field.PRICE,
                        amount.isBlank()
                                ? policy
                                : (policy.isEmpty() ? "" : policy + "\u202F: ") + amount + " " + currency);
            }
        }
    }
}
