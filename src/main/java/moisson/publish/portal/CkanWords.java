package moisson.publish.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** How CKAN calls things, there and back. What has no field of its own stands in the extras, as ckanext-dcat reads them. */
final class CkanWords {
    private static final String KEY = "moisson_cle";
    private static final String PRINTS = "moisson_empreintes";
    private static final String EXTRA = "extra ";
    private static final String EU = "http://publications.europa.eu/resource/authority/";

    private static final List<String> DATASET =
            List.of("title", "notes", "license_id", "url", "author", "maintainer", "maintainer_email");
    private static final List<String> EXTRAS = List.of(
            "identifier",
            "frequency",
            "temporal_start",
            "temporal_end",
            "spatial_uri",
            "language",
            "contact_email",
            "publisher_name");
    private static final List<String> RESOURCE = List.of("name", "description", "format", "mimetype");
    private static final List<String> LINK = List.of("url", "hash", "size");

    private final PortalSettings settings;

    CkanWords(PortalSettings settings) {
        this.settings = settings;
    }

    /** With the extras as fields of their own, so that each is compared alone. */
    ObjectNode dataset(Offer offer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("title", offer.title());
        node.put("notes", offer.description());
        node.put("license_id", settings.licence());
        node.put("url", offer.page());
        node.put("author", offer.publisher());
        node.put("maintainer", offer.publisher());
        node.put("maintainer_email", offer.contact());
        ArrayNode tags = node.putArray("tags");
        offer.keywords().stream().map(CkanWords::tag).sorted().distinct().forEach(tags::add);
        node.put(EXTRA + "identifier", offer.page());
        node.put(EXTRA + "frequency", EU + "frequency/" + offer.frequency());
        if (offer.from() != null && offer.until() != null) {
            node.put(EXTRA + "temporal_start", offer.from().toString());
            node.put(EXTRA + "temporal_end", offer.until().toString());
        }
        node.put(EXTRA + "spatial_uri", EU + "country/FRA");
        node.put(EXTRA + "language", EU + "language/FRA");
        node.put(EXTRA + "contact_email", offer.contact());
        node.put(EXTRA + "publisher_name", offer.publisher());
        return node;
    }

    ObjectNode resource(Offer.File file, boolean hosted) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", file.title());
        node.put("description", file.description());
        node.put("format", format(file));
        node.put("mimetype", file.mediaType());
        if (!hosted) {
            node.put("url", file.url());
            node.put("hash", file.sha256());
            node.put("size", file.bytes());
        }
        return node;
    }

    /** As CKAN's own list of formats writes them. */
    private static String format(Offer.File file) {
        return switch (file.extension()) {
            case "geojson" -> "GeoJSON";
            case "jsonld" -> "JSON-LD";
            case "ics" -> "iCalendar";
            case "nt" -> "N-Triples";
            default -> file.extension().toUpperCase(java.util.Locale.ROOT);
        };
    }

    /** As the API wants it: tags and extras as lists of objects, the extras of others kept. */
    static ObjectNode dataset(ObjectNode fields, JsonNode extrasBefore, Marks marks) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode ours = JsonNodeFactory.instance.objectNode();
        fields.properties().forEach(field -> {
            if (field.getKey().startsWith(EXTRA)) {
                ours.set(field.getKey().substring(EXTRA.length()), field.getValue());
            } else if (field.getKey().equals("tags")) {
                ArrayNode tags = body.putArray("tags");
                field.getValue().forEach(tag -> tags.addObject().put("name", tag.asText()));
            } else {
                body.set(field.getKey(), field.getValue());
            }
        });
        ours.put(KEY, marks.key()).put(PRINTS, marks.text());
        ArrayNode extras = body.putArray("extras");
        extrasBefore.forEach(extra -> {
            if (!ours.has(extra.path("key").asText())) {
                extras.addObject().put("key", extra.path("key").asText()).set("value", extra.path("value"));
            }
        });
        ours.properties()
                .forEach(extra -> extras.addObject().put("key", extra.getKey()).set("value", extra.getValue()));
        return body;
    }

    static ObjectNode marked(ObjectNode fields, Marks marks) {
        return fields.deepCopy().put(KEY, marks.key()).put(PRINTS, marks.text());
    }

    Remote remote(JsonNode raw) {
        List<Remote.Resource> resources = new ArrayList<>();
        for (JsonNode resource : raw.path("resources")) {
            boolean hosted = resource.path("url_type").asText().equals("upload");
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            copy(resource, RESOURCE, fields);
            if (!hosted) {
                copy(resource, LINK, fields);
                // Some versions tell it as text.
                fields.put("size", resource.path("size").asLong());
            }
            resources.add(new Remote.Resource(
                    resource.path("id").asText(),
                    hosted,
                    fields,
                    read(resource.path(KEY), resource.path(PRINTS)),
                    sum(resource.path("hash").asText(), resource.path("size").asLong()),
                    resource));
        }
        return new Remote(
                raw.path("id").asText(),
                raw.path("state").asText().equals("deleted"),
                fields(raw),
                marks(raw),
                resources,
                raw);
    }

    private static ObjectNode fields(JsonNode raw) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        copy(raw, DATASET, fields);
        ArrayNode tags = fields.putArray("tags");
        List<String> told = new ArrayList<>();
        raw.path("tags").forEach(tag -> told.add(tag.path("name").asText()));
        told.stream().sorted().forEach(tags::add);
        EXTRAS.forEach(name -> {
            JsonNode value = extra(raw, name);
            if (!value.isMissingNode()) {
                fields.set(EXTRA + name, value);
            }
        });
        return fields;
    }

    private static void copy(JsonNode from, List<String> names, ObjectNode to) {
        names.stream().filter(from::has).forEach(name -> to.set(name, from.get(name)));
    }

    static Marks marks(JsonNode dataset) {
        return read(extra(dataset, KEY), extra(dataset, PRINTS));
    }

    private static Marks read(JsonNode key, JsonNode prints) {
        return key.asText("").isEmpty() ? Marks.NONE : Marks.read(key.asText(), prints.asText("{}"));
    }

    private static JsonNode extra(JsonNode dataset, String name) {
        for (JsonNode extra : dataset.path("extras")) {
            if (extra.path("key").asText().equals(name)) {
                return extra.path("value");
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }

    static String sum(String sha256, long bytes) {
        return sha256 + "/" + bytes;
    }

    /** CKAN takes letters, digits, spaces, hyphens, underscores and dots in a tag, and no apostrophe. */
    private static String tag(String keyword) {
        return keyword.replaceAll("[^\\p{L}\\p{N} ._-]+", " ").strip();
    }
}
