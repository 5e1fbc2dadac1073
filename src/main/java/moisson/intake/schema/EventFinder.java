package moisson.intake.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import moisson.intake.Limits;

/**
 * Finds the events in linked data: at the top, in graphs, lists and pages, and the named parts of other events. What
 * only points to another object by its {@code @id} is replaced by that object.
 */
public final class EventFinder {
    private static final Set<String> INHERITED = Set.of("location", "organizer", "offers");
    private static final List<String> REFERENCES =
            List.of("location", "organizer", "offers", "eventSchedule", "audience");

    private final Map<String, JsonNode> objects = new HashMap<>();
    private final Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Found> found = new ArrayList<>();

    private EventFinder() {}

    /**
     * An event and where it stands.
     *
     * @param place a JSON pointer within its tree, after the name of the tree
     */
    public record Found(String place, JsonNode event) {}

    /**
     * The events of all these trees together.
     *
     * @param trees by the name of each, in order
     */
    public static List<Found> in(Map<String, JsonNode> trees) {
        var finder = new EventFinder();
        trees.values().forEach(tree -> finder.index(tree, Limits.DEPTH));
        trees.forEach((name, tree) -> finder.walk(name, tree, Limits.DEPTH));
        return finder.found;
    }

    /** Of several objects with one {@code @id}, the one that says most. */
    private void index(JsonNode node, int levels) {
        if (levels == 0 || !node.isContainerNode()) {
            return;
        }
        String id = node.path("@id").asText("");
        if (!id.isEmpty()) {
            objects.merge(id, node, (left, right) -> right.size() > left.size() ? right : left);
        }
        node.forEach(child -> index(child, levels - 1));
    }

    private void walk(String place, JsonNode node, int levels) {
        if (levels == 0 || !node.isContainerNode()) {
            return;
        }
        if (node.isObject() && Trees.isA(node, EventTypes.EVENTS)) {
            event(place, (ObjectNode) node, levels);
            return;
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(place + "/" + i, node.path(i), levels - 1);
            }
        } else {
            node.propertyStream()
                    .filter(entry -> !entry.getKey().equals("superEvent"))
                    .forEach(entry -> walk(place + "/" + entry.getKey(), entry.getValue(), levels - 1));
        }
    }

    /** A mere pointer to an event, such as that of a page to its main entity, is no event. */
    private void event(String place, ObjectNode node, int levels) {
        boolean pointer = node.propertyStream().allMatch(entry -> entry.getKey().startsWith("@"));
        if (pointer || !seen.add(node)) {
            return;
        }
        ObjectNode event = node.deepCopy();
        REFERENCES.forEach(property -> resolve(event, property));
        found.add(new Found(place, event));
        for (String property : List.of("subEvent", "subEvents")) {
            List<JsonNode> parts = Trees.all(node, property);
            for (int i = 0; i < parts.size(); i++) {
                part(place + "/" + property + "/" + i, event, target(parts.get(i)), levels - 1);
            }
        }
    }

    /** A named part is an event of its own, in the place and by the hosts of the whole unless it says otherwise. */
    private void part(String place, ObjectNode whole, JsonNode part, int levels) {
        if (levels == 0 || !part.isObject() || Trees.text(part, "name").isEmpty() || !seen.add(part)) {
            return;
        }
        ObjectNode own = part.deepCopy();
        INHERITED.stream()
                .filter(property -> !own.has(property) && whole.has(property))
                .forEach(property -> own.set(property, whole.path(property)));
        event(place, own, levels);
    }

    private void resolve(ObjectNode event, String property) {
        if (event.has(property)) {
            var values = event.arrayNode();
            Trees.all(event, property).forEach(value -> values.add(target(value)));
            event.set(property, values.size() == 1 ? values.get(0) : values);
        }
    }

    private JsonNode target(JsonNode value) {
        boolean pointer =
                value.isObject() && Stream.of("name", "address", "url").noneMatch(value::has);
        return pointer ? objects.getOrDefault(value.path("@id").asText(""), value) : value;
    }
}
