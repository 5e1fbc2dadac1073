package moisson.intake.web;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import moisson.intake.Limits;
import moisson.intake.XmlInput;
import org.jsoup.parser.Parser;

/**
 * XML as feeds write it: entities of HTML that nobody declared are resolved, control characters become blanks. There
 * are no document types, hence no entities of the feed's own, and nothing is ever fetched.
 */
final class FeedXml extends StreamReaderDelegate {
    private static final XMLInputFactory FACTORY = XmlInput.factory();

    private final AtomicInteger elements = new AtomicInteger();

    private FeedXml(XMLStreamReader reader) {
        super(reader);
    }

    /** To be called whenever an item is complete. */
    void renew() {
        elements.set(0);
    }

    static FeedXml of(Reader text) throws XMLStreamException {
        return new FeedXml(FACTORY.createXMLStreamReader(new Clean(text)));
    }

    @Override
    public int next() throws XMLStreamException {
        super.next();
        if (super.getEventType() == START_ELEMENT && elements.incrementAndGet() > Limits.ELEMENTS) {
            throw new XMLStreamException("an item of more than " + Limits.ELEMENTS + " elements");
        }
        return getEventType();
    }

    @Override
    public int getEventType() {
        return super.getEventType() == ENTITY_REFERENCE ? CHARACTERS : super.getEventType();
    }

    @Override
    public String getText() {
        return super.getEventType() == ENTITY_REFERENCE
                ? Parser.unescapeEntities("&" + getLocalName() + ";", false)
                : super.getText();
    }

    /** Characters that XML 1.0 forbids (section 2.2) become blanks. */
    private static final class Clean extends FilterReader {
        Clean(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int c = in.read();
            return c < 0 || isAllowed((char) c) ? c : ' ';
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            int count = in.read(target, offset, length);
            for (int i = offset; i < offset + count; i++) {
                if (!isAllowed(target[i])) {
                    target[i] = ' ';
                }
            }
            return count;
        }

        private static boolean isAllowed(char c) {
            return c >= ' ' ? c < '\uFFFE' : c == '\t' || c == '\n' || c == '\r';
        }
    }
}
