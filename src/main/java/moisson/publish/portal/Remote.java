package moisson.publish.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A dataset as it stands on a portal now.
 *
 * @param deleted true when somebody has thrown it away there
 * @param fields those we write, in the form we write them
 * @param resources in the portal's order, ours and others'
 * @param raw everything the portal said
 */
record Remote(String id, boolean deleted, ObjectNode fields, Marks marks, List<Resource> resources, JsonNode raw) {
    Remote {
        resources = List.copyOf(resources);
    }

    /**
     * A file of it, or a link.
     *
     * @param hosted true when the portal itself keeps the bytes
     * @param sum what the portal says of the bytes, in its own terms
     */
    record Resource(String id, boolean hosted, ObjectNode fields, Marks marks, String sum, JsonNode raw) {}
}
