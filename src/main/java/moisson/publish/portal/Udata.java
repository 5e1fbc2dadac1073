package moisson.publish.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * udata, the software of data.gouv.fr, by its API 1. It has no key of ours to find things by, so our marks stand in the
 * {@code extras}; it sets new resources before all others; and an upload overwrites the title of its resource.
 */
final class Udata implements Portal {
    private static final String DATASETS = "api/1/datasets/";

    private final PortalSettings settings;
    private final UdataWords words;
    private final Answers answers;
    private final Wire wire;
    private final AtomicReference<@Nullable List<String>> extensions = new AtomicReference<>();
    /** By the SHA-256 of the file: each look at a dataset asks for them again, and files are large. */
    private final Map<String, String> sums = new ConcurrentHashMap<>();

    Udata(PortalSettings settings, Patience patience) {
        this.settings = settings;
        this.words = new UdataWords(settings);
        this.answers = new Answers(settings);
        this.wire = new Wire(settings, patience, "X-API-KEY", this::read);
    }

    private JsonNode read(Wire.Answer answer) {
        if (Answers.good(answer.status())) {
            return answer.body();
        }
        String message = answer.body().path("message").asText("");
        JsonNode errors = answer.body().path("errors");
        throw answers.refusal(
                answer.status(), answer.headers(), errors.isEmpty() ? message : (message + " " + errors).strip());
    }

    @Override
    public boolean accepts(Offer.File file) {
        List<String> known = extensions.get();
        if (known == null) {
            known = new ArrayList<>();
            for (JsonNode extension : wire.get(DATASETS + "extensions/")) {
                known.add(extension.asText().toLowerCase(Locale.ROOT));
            }
            extensions.set(List.copyOf(known));
        }
        return known.contains(file.extension());
    }

    @Override
    public ObjectNode fields(Offer offer) {
        return words.dataset(offer);
    }

    @Override
    public ObjectNode fields(Offer.File file, boolean hosted) {
        return words.resource(file, hosted);
    }

    @Override
    public String sum(Offer.File file) {
        return sums.computeIfAbsent(file.sha256(), any -> Sums.sha1(file.path()));
    }

    @Override
    public Optional<Remote> find(String key, @Nullable String id) {
        Optional<JsonNode> known = id == null ? Optional.empty() : dataset(id);
        Optional<JsonNode> found = known.isPresent() ? known : listed(key).flatMap(this::dataset);
        return found.map(words::remote);
    }

    private Optional<JsonNode> dataset(String id) {
        return PortalException.unlessGone(() -> wire.get(DATASETS + id + "/"));
    }

    /** There is no filter on extras: all datasets of the organisation are looked at. */
    private Optional<String> listed(String key) {
        return new Listing(this::page, "data", page -> page.path("next_page").isTextual())
                .first(dataset -> UdataWords.marks(dataset).key().equals(key)
                        && dataset.path("deleted").isNull())
                .map(dataset -> dataset.path("id").asText());
    }

    private JsonNode page(int number) {
        return wire.get(DATASETS + "?organization=" + settings.organization() + "&page_size=" + Listing.PAGE + "&page="
                + (number + 1));
    }

    @Override
    public String create(ObjectNode fields, Marks marks) {
        ObjectNode body = fields.deepCopy();
        body.put("organization", settings.organization());
        body.set("extras", UdataWords.extras(JsonNodeFactory.instance.objectNode(), marks));
        return wire.json("POST", DATASETS, body).path("id").asText();
    }

    /** What is not named stays as it is: resources, organisation, and whatever people added. */
    @Override
    public void update(Remote dataset, ObjectNode changed, Marks marks) {
        ObjectNode body = changed.deepCopy();
        body.set("extras", UdataWords.extras(dataset.raw().path("extras"), marks));
        wire.json("PUT", DATASETS + dataset.id() + "/", body);
    }

    @Override
    public String link(Remote dataset, ObjectNode fields, Marks marks) {
        ObjectNode body = fields.deepCopy();
        body.put("filetype", "remote");
        body.set("extras", UdataWords.extras(JsonNodeFactory.instance.objectNode(), marks));
        return wire.json("POST", DATASETS + dataset.id() + "/resources/", body)
                .path("id")
                .asText();
    }

    /** Takes no description along: the next look finds it missing. */
    @Override
    public String upload(Remote dataset, Offer.File file, ObjectNode fields, Marks marks) {
        return wire.upload(DATASETS + dataset.id() + "/upload/", Map.of(), "file", file)
                .path("id")
                .asText();
    }

    @Override
    public void replace(Remote dataset, Remote.Resource resource, Offer.File file, Marks marks) {
        wire.upload(resource(dataset, resource) + "upload/", Map.of(), "file", file);
    }

    @Override
    public void describe(Remote dataset, Remote.Resource resource, ObjectNode changed, Marks marks) {
        ObjectNode body = changed.deepCopy();
        body.set("extras", UdataWords.extras(resource.raw().path("extras"), marks));
        wire.json("PUT", resource(dataset, resource), body);
    }

    @Override
    public void reorder(Remote dataset, List<String> ids) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        ids.forEach(id -> body.addObject().put("id", id));
        wire.json("PUT", DATASETS + dataset.id() + "/resources/", body);
    }

    private static String resource(Remote dataset, Remote.Resource resource) {
        return DATASETS + dataset.id() + "/resources/" + resource.id() + "/";
    }

    @Override
    public void close() {
        wire.close();
    }
}
