package moisson.intake.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import moisson.event.Field;
import moisson.intake.RecordDraft;

/** Whether it takes place, what it costs, and where one registers. */
final class SchemaOffers {
    private SchemaOffers() {}

    static void put(RecordDraft draft, JsonNode event) {
        List<JsonNode> offers =
                Trees.all(event, "offers").stream().filter(JsonNode::isObject).toList();
        status(draft, event, offers);
        Trees.texts(event, "isAccessibleForFree").forEach(free -> draft.put(Field.FREE, Trees.term(free)));
        if (!draft.has(Field.FREE) && !offers.isEmpty() && offers.stream().allMatch(SchemaOffers::isFree)) {
            draft.put(Field.FREE, "true");
        }
        for (JsonNode offer : offers) {
            price(offer).ifPresent(price -> draft.put(Field.PRICE, price));
            SchemaEvent.each(draft, Field.REGISTRATION, offer, "url");
        }
    }

    /** Sold out everywhere says more than "scheduled", and nothing against "cancelled". */
    private static void status(RecordDraft draft, JsonNode event, List<JsonNode> offers) {
        List<String> words =
                Trees.texts(event, "eventStatus").stream().map(Trees::term).toList();
        boolean scheduled = words.stream().allMatch(word -> word.equals("EventScheduled"));
        if (scheduled && !offers.isEmpty() && offers.stream().allMatch(SchemaOffers::isSoldOut)) {
            draft.put(Field.STATUS, "SoldOut");
        }
        words.forEach(word -> draft.put(Field.STATUS, word));
    }

    private static boolean isSoldOut(JsonNode offer) {
        return Trees.text(offer, "availability").map(Trees::term).orElse("").equals("SoldOut");
    }

    private static boolean isFree(JsonNode offer) {
        return Trees.text(offer, "price")
                .or(() -> Trees.text(offer, "highPrice"))
                .map(price -> price.strip().matches("0+(?:[.,]0+)?"))
                .orElse(false);
    }

    private static Optional<String> price(JsonNode offer) {
        Optional<String> name = Trees.text(offer, "name");
        return Trees.text(offer, "price")
                .or(() -> range(offer))
                .map(price -> Trees.text(offer, "priceCurrency")
                        .map(currency -> price + " " + currency)
                        .orElse(price))
                .map(price -> name.map(what -> what + "\u202F: " + price).orElse(price));
    }

    private static Optional<String> range(JsonNode offer) {
        Optional<String> low = Trees.text(offer, "lowPrice");
        Optional<String> high = Trees.text(offer, "highPrice");
        return low.isPresent() && high.isPresent() && !low.equals(high)
                ? Optional.of(low.get() + " à " + high.get())
                : low.or(() -> high);
    }
}
