package moisson.publish.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A udata that holds state, as its API description says: new resources come first, an upload sets title, url, size and
 * sum anew, what a PUT does not name stays, an order must name all resources, there is no filter on extras.
 */
public final class UdataServerForTest extends PortalServerForTest {
    public static final String ORGANIZATION = "org-fictive";
    private static final String D = "/api/1/datasets/";
    private static final List<String> PROTECTED = List.of("url", "checksum", "filesize", "mime", "format", "filetype");

    public UdataServerForTest() throws IOException {
        start();
    }

    @Override
    String header() {
        return "X-API-KEY";
    }

    @Override
    Object trouble(int status) {
        return JSON.createObjectNode().put("message", "Invalid API Key " + TOKEN);
    }

    @Override
    String titled() {
        return "title";
    }

    /** As a person puts it there, at the given place. */
    static void addForeign(ObjectNode dataset, int place, String title) {
        ObjectNode foreign = JSON.createObjectNode();
        foreign.put("id", "tiers-" + title)
                .put("title", title)
                .put("filetype", "remote")
                .put("type", "main");
        foreign.put("url", "https://ailleurs.example/");
        foreign.set("extras", JSON.createObjectNode());
        resources(dataset).insert(place, foreign);
    }

    @Override
    Reply answer(Request request) {
        if (request.is("GET", D + "extensions/")) {
            return new Reply(200, List.of("csv", "json", "xlsx", "ttl", "ics", "geojson", "zip"));
        }
        if (request.is("GET", D)) {
            return page(request);
        }
        if (request.is("POST", D)) {
            return new Reply(201, create((ObjectNode) request.json()));
        }
        ObjectNode dataset = find(datasets, request.part(4));
        if (dataset == null) {
            return new Reply(404, trouble(404));
        }
        if (request.is("GET", D + "[^/]+/")) {
            return new Reply(200, dataset);
        }
        if (dataset.path("deleted").isTextual()) {
            return new Reply(410, trouble(410));
        }
        if (request.is("PUT", D + "[^/]+/")) {
            dataset.setAll((ObjectNode) request.json());
            return new Reply(200, dataset);
        }
        return resource(request, dataset);
    }

    private Reply page(Request request) {
        int size = Math.min(2, Integer.parseInt(request.query().get("page_size")));
        int page = Integer.parseInt(request.query().get("page"));
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode data = answer.putArray("data");
        for (int i = (page - 1) * size; i < Math.min(page * size, datasets.size()); i++) {
            if (!datasets.get(i).path("deleted").isTextual()) {
                data.add(datasets.get(i));
            }
        }
        boolean more = page * size < datasets.size();
        answer.put("next_page", more ? address() + "api/1/datasets/?page=" + (page + 1) : null);
        return new Reply(200, answer);
    }

    private ObjectNode create(ObjectNode body) {
        ObjectNode dataset = datasets.addObject();
        dataset.put("id", "d" + ids.incrementAndGet()).putNull("deleted");
        dataset.setAll(body);
        dataset.putArray("resources");
        return dataset;
    }

    private Reply resource(Request request, ObjectNode dataset) {
        ArrayNode resources = resources(dataset);
        if (request.is("POST", D + "[^/]+/upload/")) {
            if (!request.fileName().matches(".*\\.(csv|json|xlsx|ttl|ics|geojson|zip)")) {
                return new Reply(400, trouble(400));
            }
            ObjectNode resource = JSON.createObjectNode();
            resource.put("id", "r" + ids.incrementAndGet())
                    .put("filetype", "file")
                    .put("type", "main");
            resource.putNull("description").set("extras", JSON.createObjectNode());
            resources.insert(0, keep(request, resource));
            return new Reply(201, resource.deepCopy().put("success", true));
        }
        if (request.is("POST", D + "[^/]+/resources/")) {
            ObjectNode resource = JSON.createObjectNode().put("id", "r" + ids.incrementAndGet());
            if (!request.json().path("filetype").asText().equals("remote")) {
                return new Reply(400, trouble(400));
            }
            resource.setAll((ObjectNode) request.json());
            resources.insert(0, resource);
            return new Reply(201, resource);
        }
        if (request.is("PUT", D + "[^/]+/resources/")) {
            return reorder(request.json(), dataset);
        }
        ObjectNode resource = find(resources, request.part(6));
        if (resource == null) {
            return new Reply(404, trouble(404));
        }
        if (request.is("POST", D + "[^/]+/resources/[^/]+/upload/")) {
            return new Reply(200, keep(request, resource).deepCopy().put("success", true));
        }
        if (request.is("PUT", D + "[^/]+/resources/[^/]+/")) {
            ObjectNode changes = (ObjectNode) request.json().deepCopy();
            changes.remove(resource.path("filetype").asText().equals("file") ? PROTECTED : List.of("filetype"));
            resource.setAll(changes);
            return new Reply(200, resource);
        }
        return new Reply(405, trouble(405));
    }

    private ObjectNode keep(Request request, ObjectNode resource) {
        resource.put("title", request.fileName());
        resource.put("url", "https://static.example/" + uploads.incrementAndGet() + "/" + request.fileName());
        resource.put("filesize", request.file().length);
        resource.put("mime", "text/plain").put("format", request.fileName().replaceFirst(".*\\.", ""));
        resource.putObject("checksum").put("type", "sha1").put("value", DigestUtils.sha1Hex(request.file()));
        return resource;
    }

    private Reply reorder(JsonNode wanted, ObjectNode dataset) {
        ArrayNode before = resources(dataset);
        ArrayNode after = JSON.createArrayNode();
        for (JsonNode one : wanted) {
            ObjectNode resource = find(before, one.path("id").asText());
            if (resource == null) {
                return new Reply(400, trouble(400));
            }
            after.add(resource);
        }
        if (after.size() != before.size()) {
            return new Reply(400, trouble(400));
        }
        dataset.set("resources", after);
        return new Reply(200, after);
    }

    static @Nullable ObjectNode find(ArrayNode among, String id) {
        for (Iterator<JsonNode> all = among.elements(); all.hasNext(); ) {
            JsonNode one = all.next();
            if (one.path("id").asText().equals(id)) {
                return (ObjectNode) one;
            }
        }
        return null;
    }
}
