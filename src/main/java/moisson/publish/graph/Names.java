package moisson.publish.graph;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The namespaces of others whose terms we use. */
enum Names {
    RDF("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    RDFS("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    XSD("xsd", "http://www.w3.org/2001/XMLSchema#"),
    SKOS("skos", "http://www.w3.org/2004/02/skos/core#"),
    DCT("dct", "http://purl.org/dc/terms/"),
    SCHEMA("schema", "http://schema.org/"),
    CV("cv", "http://data.europa.eu/m8g/"),
    PROV("prov", "http://www.w3.org/ns/prov#"),
    FOAF("foaf", "http://xmlns.com/foaf/0.1/"),
    GEO("geo", "http://www.opengis.net/ont/geosparql#"),
    VOID("void", "http://rdfs.org/ns/void#"),
    DCAT("dcat", "http://www.w3.org/ns/dcat#"),
    DCATAP("dcatap", "http://data.europa.eu/r5r/"),
    SPDX("spdx", "http://spdx.org/rdf/terms#"),
    VCARD("vcard", "http://www.w3.org/2006/vcard/ns#"),
    DQV("dqv", "http://www.w3.org/ns/dqv#"),
    SH("sh", "http://www.w3.org/ns/shacl#"),
    SDMX_ATTRIBUTE("sdmx-attribute", "http://purl.org/linked-data/sdmx/2009/attribute#"),
    SDMX_DIMENSION("sdmx-dimension", "http://purl.org/linked-data/sdmx/2009/dimension#"),
    SDMX_MEASURE("sdmx-measure", "http://purl.org/linked-data/sdmx/2009/measure#"),
    QB("qb", "http://purl.org/linked-data/cube#");

    private final String prefix;
    private final String namespace;
    /** The same few terms are said millions of times. */
    @SuppressWarnings("ImmutableEnumChecker") // a term is the same whoever asked for it first
    private final Map<String, Node> terms = new ConcurrentHashMap<>();

    Names(String prefix, String namespace) {
        this.prefix = prefix;
        this.namespace = namespace;
    }

    String prefix() {
        return prefix;
    }

    String namespace() {
        return namespace;
    }

    Node term(String local) {
        Node known = terms.get(local);
        return known != null ? known : terms.computeIfAbsent(local, name -> NodeFactory.createURI(namespace + name));
    }
}
