package moisson.generate;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDateTime;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import moisson.event.Field;

/** RSS 2.0 with the event module. */
final class SyndicatedFeed implements Feeds.Feed {
    private static final String EVENTS = "http://purl.org/rss/1.0/modules/event/";

    private final Writer out;
    private final XMLStreamWriter xml;

    SyndicatedFeed(Writer out, String name) throws IOException {
        this.out = out;
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeNamespace("ev", EVENTS);
            xml.writeStartElement("channel");
            element("title", "Agenda fictif " + name);
            element("link", "https://agenda.example/" + name);
            element("description", "Événements fictifs");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void add(Telling telling) throws IOException {
        Times times = telling.times();
        LocalDateTime end = times.end();
        try {
            xml.writeStartElement("item");
            xml.writeStartElement("guid");
            xml.writeAttribute("isPermaLink", "false");
            xml.writeCharacters(telling.key());
            xml.writeEndElement();
            element("title", telling.value(Field.TITLE));
            element("description", telling.value(Field.DESCRIPTION));
            element("link", telling.value(Field.URL));
            element("category", telling.value(Field.KEYWORD));
            event("startdate", times.iso(times.start()));
            event("enddate", end == null ? "" : times.iso(end));
            event("location", telling.value(Field.VENUE));
            event("address", telling.value(Field.ADDRESS));
            event("postalcode", telling.value(Field.POSTCODE));
            event("city", telling.value(Field.COMMUNE));
            xml.writeEndElement();
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void element(String name, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            xml.writeStartElement(name);
            xml.writeCharacters(text);
            xml.writeEndElement();
        }
    }

    private void event(String name, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            xml.writeStartElement("ev", name, EVENTS);
            xml.writeCharacters(text);
            xml.writeEndElement();
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
