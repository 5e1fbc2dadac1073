package moisson.publish.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moisson.publish.portal.PortalException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * CKAN by its Action API 3. The name of a dataset is ours to choose and there only once; a file goes there together with
 * its description; new resources come after all others.
 */
final class Ckan implements Portal {
    private static final String ACTION = "api/3/action/";

    private final PortalSettings settings;
    private final CkanWords words;
    private final Answers answers;
    private final Wire wire;

    Ckan(PortalSettings settings, Patience patience) {
        this.settings = settings;
        this.words = new CkanWords(settings);
        this.answers = new Answers(settings);
        this.wire = new Wire(settings, patience, "Authorization", this::read);
    }

    /** It may say 200 and mean no. */
    private JsonNode read(Wire.Answer answer) {
        if (Answers.good(answer.status()) && answer.body().path("success").asBoolean()) {
            return answer.body().path("result");
        }
        throw answers.ckan(answer.status(), answer.headers(), answer.body().path("error"));
    }

    @Override
    public boolean accepts(Offer.File file) {
        return true;
    }

    @Override
    public ObjectNode fields(Offer offer) {
        return words.dataset(offer);
    }

    @Override
    public ObjectNode fields(Offer.File file, boolean hosted) {
        return words.resource(file, hosted);
    }

    /** It sums nothing up: what we said with the file, and the size it counted itself. */
    @Override
    public String sum(Offer.File file) {
        return CkanWords.sum(file.sha256(), file.bytes());
    }

    @Override
    public Optional<Remote> find(String key, @Nullable String id) {
        Optional<JsonNode> known = id == null ? Optional.empty() : show(id);
        if (known.isPresent()) {
            return known.map(words::remote);
        }
        Optional<Remote> named = show(key).map(words::remote);
        if (named.isPresent()
                && !named.get().marks().key().equals(key)
                && !named.get().deleted()) {
            throw new PortalException(
                    Kind.REFUSED,
                    "Ce portail a déjà un jeu nommé «\u202f" + key + "\u202f» qui n’est pas de Moisson\u202f: réglez"
                            + " moisson.portal." + settings.id() + ".prefix.");
        }
        return named.isPresent() ? named : listed(key);
    }

    private Optional<JsonNode> show(String id) {
        return PortalException.unlessGone(() -> action("package_show", node().put("id", id)));
    }

    /** Somebody may have given it another name. */
    private Optional<Remote> listed(String key) {
        return new Listing(this::page, "results", page -> page.path("results").size() >= Listing.PAGE)
                .first(dataset -> CkanWords.marks(dataset).key().equals(key))
                .map(words::remote);
    }

    private JsonNode page(int number) {
        return action(
                "package_search",
                node().put("fq", "organization:\"" + settings.organization() + "\"")
                        .put("include_private", true)
                        .put("rows", Listing.PAGE)
                        .put("start", number * Listing.PAGE));
    }

    @Override
    public String create(ObjectNode fields, Marks marks) {
        ObjectNode body = CkanWords.dataset(fields, JsonNodeFactory.instance.arrayNode(), marks);
        body.put("name", marks.key());
        body.put("owner_org", settings.organization());
        return action("package_create", body).path("id").asText();
    }

    /** A patch: resources and whatever people added stay, where an update would delete them. */
    @Override
    public void update(Remote dataset, ObjectNode changed, Marks marks) {
        ObjectNode body = CkanWords.dataset(changed, dataset.raw().path("extras"), marks);
        action("package_patch", body.put("id", dataset.id()));
    }

    @Override
    public String link(Remote dataset, ObjectNode fields, Marks marks) {
        return action("resource_create", CkanWords.marked(fields, marks).put("package_id", dataset.id()))
                .path("id")
                .asText();
    }

    @Override
    public String upload(Remote dataset, Offer.File file, ObjectNode fields, Marks marks) {
        Map<String, String> parts = parts(CkanWords.marked(fields, marks), file);
        parts.put("package_id", dataset.id());
        return wire.upload(ACTION + "resource_create", parts, "upload", file)
                .path("id")
                .asText();
    }

    @Override
    public void replace(Remote dataset, Remote.Resource resource, Offer.File file, Marks marks) {
        Map<String, String> parts = parts(CkanWords.marked(node(), marks), file);
        parts.put("id", resource.id());
        wire.upload(ACTION + "resource_patch", parts, "upload", file);
    }

    private static Map<String, String> parts(ObjectNode fields, Offer.File file) {
        Map<String, String> parts = new LinkedHashMap<>();
        fields.properties()
                .forEach(field -> parts.put(field.getKey(), field.getValue().asText()));
        parts.put("hash", file.sha256());
        parts.put("size", Long.toString(file.bytes()));
        return parts;
    }

    @Override
    public void describe(Remote dataset, Remote.Resource resource, ObjectNode changed, Marks marks) {
        action("resource_patch", CkanWords.marked(changed, marks).put("id", resource.id()));
    }

    @Override
    public void reorder(Remote dataset, List<String> ids) {
        ObjectNode body = node().put("id", dataset.id());
        ArrayNode order = body.putArray("order");
        ids.forEach(order::add);
        action("package_resource_reorder", body);
    }

    private JsonNode action(String name, ObjectNode body) {
        return wire.json("POST", ACTION + name, body);
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() {
        wire.close();
    }
}
