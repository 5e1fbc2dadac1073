package moisson.publish.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CKAN that holds state, as its API description says: names are there once, a patch replaces whole lists and keeps what
 * it does not name, new resources come last, an upload counts the size itself, and failures have a type of their own.
 */
public final class CkanServerForTest extends PortalServerForTest {
    public static final String ORGANIZATION = "org-fictive";

    public CkanServerForTest() throws IOException {
        start();
    }

    @Override
    String header() {
        return "Authorization";
    }

    @Override
    Object trouble(int status) {
        return trouble(
                switch (status) {
                    case 401, 403 -> "Authorization Error";
                    case 404 -> "Not Found Error";
                    case 409 -> "Search Error";
                    default -> "Internal Server Error";
                },
                "said by the test " + TOKEN);
    }

    private static ObjectNode trouble(String type, String message) {
        ObjectNode trouble = JSON.createObjectNode().put("success", false);
        trouble.putObject("error").put("__type", type).put("message", message);
        return trouble;
    }

    @Override
    String titled() {
        return "name";
    }

    /** As a person puts it there, at the given place. */
    static void addForeign(ObjectNode dataset, int place, String title) {
        resources(dataset)
                .insertObject(place)
                .put("id", "tiers-" + title)
                .put("name", title)
                .put("url", "https://ailleurs.example/");
    }

    @Override
    Reply answer(Request request) {
        JsonNode given = request.json();
        return switch (request.part(4)) {
            case "package_show" -> shown(given.path("id").asText());
            case "package_search" -> found(given);
            case "package_create" -> created((ObjectNode) given);
            case "package_patch" -> patched((ObjectNode) given);
            case "package_resource_reorder" -> reordered(given);
            case "resource_create" -> resourceCreated(request);
            case "resource_patch" -> resourcePatched(request);
            default -> new Reply(400, "\"Bad request - Action name not known\"");
        };
    }

    private static Reply done(JsonNode result) {
        ObjectNode answer = JSON.createObjectNode().put("success", true);
        answer.set("result", result.deepCopy());
        return new Reply(200, answer);
    }

    private @Nullable ObjectNode find(String idOrName) {
        for (JsonNode one : datasets) {
            if (one.path("id").asText().equals(idOrName)
                    || one.path("name").asText().equals(idOrName)) {
                return (ObjectNode) one;
            }
        }
        return null;
    }

    private Reply shown(String id) {
        ObjectNode dataset = find(id);
        return dataset == null ? new Reply(404, trouble(404)) : done(dataset);
    }

    private Reply found(JsonNode given) {
        ObjectNode result = JSON.createObjectNode();
        ArrayNode results = result.putArray("results");
        for (int i = given.path("start").asInt();
                i < datasets.size() && results.size() < given.path("rows").asInt();
                i++) {
            if (!datasets.get(i).path("state").asText().equals("deleted")) {
                results.add(datasets.get(i));
            }
        }
        return done(result);
    }

    private Reply created(ObjectNode given) {
        String name = given.path("name").asText();
        if (!name.matches("[a-z0-9_-]{2,100}") || find(name) != null) {
            return new Reply(409, trouble("Validation Error", "That URL is already in use."));
        }
        ObjectNode dataset = datasets.addObject();
        dataset.put("id", "d" + ids.incrementAndGet()).put("state", "active");
        dataset.setAll(given);
        dataset.putArray("resources");
        return done(dataset);
    }

    private Reply patched(ObjectNode given) {
        ObjectNode dataset = find(given.path("id").asText());
        if (dataset == null) {
            return new Reply(404, trouble(404));
        }
        dataset.setAll(given);
        return done(dataset);
    }

    private Reply reordered(JsonNode given) {
        ObjectNode dataset = find(given.path("id").asText());
        if (dataset == null) {
            return new Reply(404, trouble(404));
        }
        ArrayNode rest = resources(dataset).deepCopy();
        List<JsonNode> first = new ArrayList<>();
        for (JsonNode id : given.path("order")) {
            ObjectNode resource = UdataServerForTest.find(rest, id.asText());
            if (resource == null) {
                return new Reply(409, trouble("Validation Error", "resource_id can not be found"));
            }
            first.add(resource);
            rest.removeIf(one -> one.path("id").equals(id));
        }
        dataset.putArray("resources").addAll(first).addAll(rest);
        return done(given);
    }

    private Reply resourceCreated(Request request) {
        ObjectNode given = given(request);
        ObjectNode dataset = find(given.path("package_id").asText());
        if (dataset == null) {
            return new Reply(404, trouble(404));
        }
        ObjectNode resource = JSON.createObjectNode().put("id", "r" + ids.incrementAndGet());
        resource.setAll(given);
        resource.remove("package_id");
        keep(request, resource);
        resources(dataset).add(resource);
        return done(resource);
    }

    private Reply resourcePatched(Request request) {
        ObjectNode given = given(request);
        for (JsonNode dataset : datasets) {
            ObjectNode resource = UdataServerForTest.find(
                    (ArrayNode) dataset.get("resources"), given.path("id").asText());
            if (resource != null) {
                resource.setAll(given);
                keep(request, resource);
                return done(resource);
            }
        }
        return new Reply(404, trouble(404));
    }

    private static ObjectNode given(Request request) {
        if (request.json().isObject()) {
            return (ObjectNode) request.json().deepCopy();
        }
        ObjectNode given = JSON.createObjectNode();
        request.fields().forEach(given::put);
        return given;
    }

    private void keep(Request request, ObjectNode resource) {
        if (!request.fileName().isEmpty()) {
            uploads.incrementAndGet();
            resource.put("url_type", "upload").put("size", request.file().length);
            resource.put("url", address() + "dataset/x/" + uploads.get() + "/" + request.fileName());
        }
    }
}
