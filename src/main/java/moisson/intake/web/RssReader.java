package moisson.intake.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import moisson.event.Delivery;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.intake.FeedReader;
import moisson.intake.FeedText;
import moisson.intake.Limits;
import moisson.intake.RationedReader;
import moisson.intake.RationedReader.TooLongException;
import moisson.intake.RecordDraft;
import moisson.intake.RecordSink;
import moisson.intake.UnreadableFeedException;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.input.StAXStreamBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 0.9 to 2.0 and Atom, one item after the other: StAX finds the items, ROME understands each. When an item was
 * published says nothing about when the event is.
 */
final class RssReader implements FeedReader {
    private static final Set<String> ROOTS = Set.of("rss", "RDF", "feed");
    private static final Set<String> ITEMS = Set.of("item", "entry");
    private static final String EXPECTED = "un flux RSS ou Atom";

    @Override
    public String format() {
        return "rss";
    }

    @Override
    public void read(Delivery delivery, RecordSink sink) throws IOException {
        try (FeedText text = FeedText.ofAnyKind(delivery, EXPECTED)) {
            read(text, sink);
            text.remarkOn(sink);
        }
    }

    static void read(FeedText text, RecordSink sink) throws IOException {
        var ration = new RationedReader(text.reader(), Limits.ITEM);
        FeedXml xml = open(ration);
        new Items(xml, ration, sink).read();
    }

    private static FeedXml open(RationedReader ration) throws IOException {
        try {
            FeedXml xml = FeedXml.of(ration);
            while (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                xml.next();
            }
            refuseUnlessFeed(xml.getLocalName());
            return xml;
        } catch (XMLStreamException e) {
            throw new UnreadableFeedException(
                    "Le fichier n’est pas du XML lisible\u202F: " + EXPECTED + " était attendu.", e);
        }
    }

    private static void refuseUnlessFeed(String root) throws UnreadableFeedException {
        if (root.toLowerCase(Locale.ROOT).equals("html")) {
            throw new UnreadableFeedException("Le fichier est une page web (HTML) et non " + EXPECTED
                    + "\u202F: vérifiez l’adresse du flux, ou qu’elle ne demande pas de se connecter.");
        }
        if (!ROOTS.contains(root)) {
            throw new UnreadableFeedException(
                    "Le fichier est du XML («\u202F" + root + "\u202F») et non " + EXPECTED + ".");
        }
    }

    /** The items of one feed; what follows the first mistake in the XML cannot be read. */
    private record Items(FeedXml xml, RationedReader ration, RecordSink sink) {
        void read() throws IOException {
            var number = new AtomicInteger();
            try {
                read(number);
            } catch (XMLStreamException | JDOMException | IllegalArgumentException e) {
                if (!isTheFeedsFault(e)) {
                    throw new IOException(e);
                }
                cutOff(number.incrementAndGet());
            }
        }

        /** Raises the number once an item is whole. */
        private void read(AtomicInteger number) throws XMLStreamException, JDOMException {
            String language = null;
            while (xml.getEventType() != XMLStreamConstants.END_DOCUMENT) {
                boolean begins = xml.getEventType() == XMLStreamConstants.START_ELEMENT;
                if (begins && ITEMS.contains(xml.getLocalName())) {
                    ration.renew();
                    xml.renew();
                    // Ends on what follows the item, which may be the next one.
                    Content item = new StAXStreamBuilder().fragment(xml);
                    give(number.incrementAndGet(), item, language);
                } else if (begins && xml.getLocalName().equals("language")) {
                    language = language(language).orElse(language);
                } else {
                    xml.next();
                }
            }
        }

        private void give(int number, Content item, @Nullable String language) {
            String place = "élément " + number;
            if (item instanceof Element element) {
                RssItem.give(number, place, element, language, sink);
            } else {
                new RecordDraft(number, place, null).refuse(sink, null);
            }
        }

        private Optional<String> language(@Nullable String known) throws XMLStreamException {
            return xml.next() == XMLStreamConstants.CHARACTERS && known == null
                    ? Optional.of(xml.getText().strip())
                    : Optional.empty();
        }

        private void cutOff(int number) {
            String place = "élément " + number;
            sink.remark(new Notice(NoticeCode.CUT_OFF, place, null, null, null));
            new RecordDraft(number, place, null).refuse(sink, "fin du fichier manquante ou illisible");
        }

        /** Whatever is wrong with the text; a disk that fails is our own fault. */
        private static boolean isTheFeedsFault(Exception e) {
            Throwable cause = e instanceof XMLStreamException xml ? xml.getNestedException() : e.getCause();
            return !(cause instanceof IOException)
                    || cause instanceof TooLongException
                    || cause instanceof java.io.CharConversionException;
        }
    }
}
