package moisson.publish.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How udata calls things, there and back. */
final class UdataWords {
    private static final String KEY = "moisson:cle";
    private static final String PRINTS = "moisson:empreintes";
    private static final int LONGEST_TITLE = 350;
    private static final int DAY = "2020-11-05".length();

    /** Of the authority table of the EU; those not named here are called alike, in small letters. */
    private static final Map<String, String> FREQUENCIES = Map.of(
            "IRREG", "irregular",
            "CONT", "continuous",
            "NEVER", "punctual",
            "ANNUAL_2", "semiannual",
            "UNKNOWN", "unknown");

    private static final List<String> DATASET =
            List.of("title", "description", "license", "frequency", "temporal_coverage", "spatial", "tags");
    private static final List<String> RESOURCE = List.of("title", "description", "type");
    private static final List<String> LINK = List.of("url", "format", "mime");

    private final PortalSettings settings;

    UdataWords(PortalSettings settings) {
        this.settings = settings;
    }

    ObjectNode dataset(Offer offer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("title", cut(offer.title()));
        node.put("description", description(offer));
        node.put("license", settings.licence());
        node.put(
                "frequency",
                FREQUENCIES.getOrDefault(offer.frequency(), offer.frequency().toLowerCase(Locale.ROOT)));
        if (offer.from() != null && offer.until() != null) {
            node.putObject("temporal_coverage")
                    .put("start", offer.from().toString())
                    .put("end", offer.until().toString());
        }
        node.putObject("spatial").putArray("zones").add("country:fr");
        ArrayNode tags = node.putArray("tags");
        offer.keywords().stream().map(UdataWords::tag).sorted().distinct().forEach(tags::add);
        return node;
    }

    private static String description(Offer offer) {
        return offer.description() + "\n\nPublié par " + offer.publisher() + ", avec ses définitions et ses versions"
                + " précédentes\u202f: <" + offer.page() + ">.\n\nContact\u202f: " + offer.contact();
    }

    ObjectNode resource(Offer.File file, boolean hosted) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("title", cut(file.title()));
        node.put(
                "description",
                file.description() + (hosted ? "\n\nAdresse d’origine\u202f: <" + file.url() + ">" : ""));
        node.put("type", "main");
        if (!hosted) {
            node.put("url", file.url());
            node.put("format", file.extension());
            node.put("mime", file.mediaType());
            node.put("filesize", file.bytes());
            node.putObject("checksum").put("type", "sha256").put("value", file.sha256());
        }
        return node;
    }

    Remote remote(JsonNode raw) {
        List<Remote.Resource> resources = new ArrayList<>();
        for (JsonNode resource : raw.path("resources")) {
            boolean hosted = resource.path("filetype").asText().equals("file");
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            copy(resource, RESOURCE, fields);
            if (!hosted) {
                link(resource, fields);
            }
            resources.add(new Remote.Resource(
                    resource.path("id").asText(),
                    hosted,
                    fields,
                    marks(resource),
                    resource.path("checksum").path("value").asText(),
                    resource));
        }
        return new Remote(
                raw.path("id").asText(), raw.path("deleted").isTextual(), fields(raw), marks(raw), resources, raw);
    }

    private static void link(JsonNode resource, ObjectNode fields) {
        copy(resource, LINK, fields);
        fields.put("filesize", resource.path("filesize").asLong());
        JsonNode checksum = resource.path("checksum");
        fields.putObject("checksum")
                .put("type", checksum.path("type").asText())
                .put("value", checksum.path("value").asText());
    }

    private static ObjectNode fields(JsonNode raw) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        copy(raw, DATASET, fields);
        JsonNode coverage = raw.path("temporal_coverage");
        if (coverage.isObject()) {
            fields.putObject("temporal_coverage")
                    .put("start", day(coverage.path("start")))
                    .put("end", day(coverage.path("end")));
        }
        JsonNode spatial = raw.path("spatial");
        if (spatial.isObject()) {
            fields.putObject("spatial").set("zones", spatial.path("zones").deepCopy());
        }
        ArrayNode tags = fields.putArray("tags");
        List<String> told = new ArrayList<>();
        raw.path("tags").forEach(tag -> told.add(tag.asText()));
        told.stream().sorted().forEach(tags::add);
        return fields;
    }

    private static void copy(JsonNode from, List<String> names, ObjectNode to) {
        names.stream().filter(from::has).forEach(name -> to.set(name, from.get(name)));
    }

    /** Some versions tell an hour with it. */
    private static String day(JsonNode date) {
        String text = date.asText("");
        return text.length() > DAY ? text.substring(0, DAY) : text;
    }

    static Marks marks(JsonNode raw) {
        JsonNode extras = raw.path("extras");
        String key = extras.path(KEY).asText("");
        return key.isEmpty() ? Marks.NONE : Marks.read(key, extras.path(PRINTS).asText("{}"));
    }

    /** Those of others stay. */
    static ObjectNode extras(JsonNode before, Marks marks) {
        ObjectNode extras = before.isObject() ? before.deepCopy() : JsonNodeFactory.instance.objectNode();
        return extras.put(KEY, marks.key()).put(PRINTS, marks.text());
    }

    /** As udata itself writes tags: without accents, in small letters, with hyphens. */
    static String tag(String keyword) {
        return Normalizer.normalize(keyword, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace("œ", "oe")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static String cut(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
