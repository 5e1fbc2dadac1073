package moisson.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * One way of putting events into JSON.
 *
 * @param lists under what names an object may hold the list of items
 * @param expected the end of a sentence that says what was expected, in French
 * @param event whether an object that holds no list is an item itself
 * @param giver what becomes of each item
 */
record JsonDialect(
        Set<String> lists, String expected, Predicate<ObjectNode> event, BiConsumer<Item, RecordSink> giver) {
    /** Names that are no word for a part of an event. */
    private static final Set<String> PAGES = Set.of("events", "evenements", "results", "records", "items");

    JsonDialect {
        lists = Set.copyOf(lists);
    }

    /** @param number its rank in the delivery, from 1 */
    record Item(int number, String place, JsonNode tree) {}

    /** Whether an object in a list that holds a list of this name is a page of items, and no item. */
    boolean isPage(String list) {
        return PAGES.contains(list) && lists.contains(list);
    }

    boolean isWrapper(JsonNode root) {
        return lists.stream().anyMatch(list -> root.path(list).isArray());
    }
}
