package moisson.publish.graph;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;

/**
 * Triples as RDF/XML in the order they come, one {@code rdf:Description} for what is said of one subject without
 * interruption. Only for triples without blank nodes whose properties are in the namespaces of the prefixes.
 */
final class RdfXml {
    private RdfXml() {}

    /** Closes what it began when the stream of triples is finished, but not {@code out}. */
    static StreamRDF stream(OutputStream out) {
        try {
            return new Descriptions(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8"));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("UTF-8 can always be written", e);
        }
    }

    /** Something that writes a piece of the document. */
    private interface Piece {
        void write() throws XMLStreamException;
    }

    private static final class Descriptions extends StreamRDFBase {
        private final XMLStreamWriter xml;
        private final Map<String, String> prefixes = new LinkedHashMap<>();
        private final List<Node> subject = new ArrayList<>();

        Descriptions(XMLStreamWriter xml) {
            this.xml = xml;
            prefixes.put("rdf", Names.RDF.namespace());
        }

        @Override
        public void prefix(String prefix, String namespace) {
            prefixes.put(prefix, namespace);
        }

        @Override
        public void triple(Triple triple) {
            write(() -> {
                if (subject.isEmpty()) {
                    begin();
                }
                if (subject.isEmpty() || !subject.getFirst().equals(triple.getSubject())) {
                    close();
                    subject.add(triple.getSubject());
                    xml.writeCharacters("\n");
                    xml.writeStartElement("rdf", "Description", Names.RDF.namespace());
                    attribute("about", triple.getSubject().getURI());
                }
                xml.writeCharacters("\n  ");
                property(triple.getPredicate().getURI(), triple.getObject());
            });
        }

        @Override
        public void finish() {
            write(() -> {
                if (subject.isEmpty()) {
                    begin();
                }
                close();
                xml.writeCharacters("\n");
                xml.writeEndElement();
                xml.writeCharacters("\n");
                xml.writeEndDocument();
                xml.flush();
            });
        }

        private void begin() throws XMLStreamException {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("rdf", "RDF", Names.RDF.namespace());
            for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
                xml.writeNamespace(prefix.getKey(), prefix.getValue());
            }
        }

        private void close() throws XMLStreamException {
            if (!subject.isEmpty()) {
                xml.writeCharacters("\n");
                xml.writeEndElement();
                subject.clear();
            }
        }

        private void property(String iri, Node value) throws XMLStreamException {
            Map.Entry<String, String> prefix = prefixes.entrySet().stream()
                    .filter(each -> iri.startsWith(each.getValue()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no prefix for the property " + iri));
            xml.writeStartElement(
                    prefix.getKey(), iri.substring(prefix.getValue().length()), prefix.getValue());
            if (value.isURI()) {
                attribute("resource", value.getURI());
            } else {
                if (!value.getLiteralLanguage().isEmpty()) {
                    xml.writeAttribute(
                            "xml", "http://www.w3.org/XML/1998/namespace", "lang", value.getLiteralLanguage());
                } else if (!value.getLiteralDatatypeURI().equals(Names.XSD.namespace() + "string")) {
                    attribute("datatype", value.getLiteralDatatypeURI());
                }
                xml.writeCharacters(value.getLiteralLexicalForm());
            }
            xml.writeEndElement();
        }

        private void attribute(String name, String value) throws XMLStreamException {
            xml.writeAttribute("rdf", Names.RDF.namespace(), name, value);
        }

        private static void write(Piece piece) {
            try {
                piece.write();
            } catch (XMLStreamException e) {
                IO.exception(new java.io.IOException(e));
            }
        }
    }
}
