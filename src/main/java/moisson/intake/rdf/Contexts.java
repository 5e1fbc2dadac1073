package moisson.intake.rdf;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The contexts of JSON-LD that we know. None is ever fetched: that of schema.org is replaced by what follows from its
 * rules, that of DATAtourisme is supplied where its files forgot it, and any other remote one is refused.
 */
final class Contexts {
    static final String REFUSED = "contexte distant refusé";

    private static final Map<String, String> PREFIXES = Map.of(
            "schema", "https://schema.org/",
            "rdfs", Names.RDFS,
            "dc", "http://purl.org/dc/elements/1.1/",
            "dcterms", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "ebucore", "http://www.ebu.ch/metadata/ontologies/ebucore/ebucore#",
            "owl", "http://www.w3.org/2002/07/owl#",
            "xsd", "http://www.w3.org/2001/XMLSchema#",
            "kb", "https://www.datatourisme.fr/resource/core#");

    /** In DATAtourisme's files their values are objects with a language per name. */
    private static final List<String> IN_LANGUAGES = List.of(
            "rdfs:label",
            "rdfs:comment",
            "dc:description",
            "dc:title",
            "ebucore:title",
            "shortDescription",
            "ebucore:comments",
            "schema:name",
            "schema:description",
            "additionalInformation");

    private Contexts() {}

    /** Everything stays on this machine. */
    static JsonLdOptions options() {
        JsonLdOptions options = new JsonLdOptions();
        options.setDocumentLoader((url, any) -> known(url));
        return options;
    }

    private static Document known(URI url) throws JsonLdError {
        String host = String.valueOf(url.getHost());
        if (host.equals("schema.org") || host.equals("www.schema.org")) {
            return document(schemaOrg());
        }
        if (host.equals("www.datatourisme.fr") || host.equals("www.datatourisme.gouv.fr")) {
            return document(tourism());
        }
        throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, REFUSED + "\u202F: " + url);
    }

    private static Document document(ObjectNode context) throws JsonLdError {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("@context", context);
        return JsonDocument.of(new StringReader(document.toString()));
    }

    /** The object with a context, its own or that of what it seems to be. */
    static ObjectNode completed(ObjectNode object) {
        if (object.has("@context")) {
            return object;
        }
        ObjectNode completed = JsonNodeFactory.instance.objectNode();
        completed.set("@context", isTourism(object) ? tourism() : schemaOrg());
        return completed.setAll(object);
    }

    private static boolean isTourism(JsonNode object) {
        return object.has("rdfs:label")
                || object.has("takesPlaceAt")
                || object.has("isLocatedAt")
                || object.path("@graph").path(0).has("rdfs:label")
                || object.path("@graph").path(0).has("isLocatedAt");
    }

    private static ObjectNode tourism() {
        ObjectNode context = prefixes();
        context.put("@vocab", Names.TOURISM);
        for (String term : IN_LANGUAGES) {
            ObjectNode definition = context.putObject(term);
            definition.put("@id", term.contains(":") ? iri(term) : Names.TOURISM + term);
            definition.put("@container", "@language");
        }
        return context;
    }

    private static ObjectNode schemaOrg() {
        ObjectNode context = prefixes();
        context.put("@vocab", "https://schema.org/").put("type", "@type").put("id", "@id");
        return context;
    }

    private static ObjectNode prefixes() {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        PREFIXES.forEach(context::put);
        return context;
    }

    private static String iri(String term) {
        int colon = term.indexOf(':');
        return PREFIXES.get(term.substring(0, colon)) + term.substring(colon + 1);
    }
}
