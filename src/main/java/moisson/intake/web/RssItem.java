package moisson.intake.web;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import moisson.event.Field;
import moisson.intake.RecordDraft;
import moisson.intake.RecordSink;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.jspecify.annotations.Nullable;

/** One item of a feed. ROME reads documents only, so each item is handed to it as a feed of one. */
final class RssItem {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private RssItem() {}

    static void give(int number, String place, Element item, @Nullable String language, RecordSink sink) {
        String verbatim = new XMLOutputter(Format.getRawFormat()).outputString(item);
        var draft = new RecordDraft(number, place, key(item).orElse(null));
        try {
            List<SyndEntry> entries = read(item).getEntries();
            if (entries.isEmpty()) {
                draft.refuse(sink, "élément vide");
                return;
            }
            put(draft, entries.getFirst(), item, language);
            draft.give(sink, verbatim);
        } catch (FeedException | IllegalArgumentException e) {
            draft.refuse(sink, e.getMessage());
        }
    }

    private static SyndFeed read(Element item) throws FeedException {
        // What is our own ends up in the verbatim text; the namespace is changed only in what ROME sees.
        Element copy = item.clone();
        var input = new SyndFeedInput(false, Locale.ROOT);
        input.setAllowDoctypes(false);
        return input.build(new Document(copy.getName().equals("entry") ? atom(copy) : rss(copy)));
    }

    private static Element atom(Element entry) {
        Element feed = new Element("feed", entry.getNamespace());
        if (!entry.getNamespaceURI().equals(ATOM)) {
            feed.setAttribute("version", "0.3");
        }
        return feed.addContent(entry);
    }

    /** RSS 2.0 holds everything that the versions before it had. */
    private static Element rss(Element item) {
        Namespace own = item.getNamespace();
        item.setNamespace(Namespace.NO_NAMESPACE);
        item.getChildren().stream()
                .filter(child -> child.getNamespace().equals(own))
                .toList()
                .forEach(child -> child.setNamespace(Namespace.NO_NAMESPACE));
        return new Element("rss").setAttribute("version", "2.0").addContent(new Element("channel").addContent(item));
    }

    /** The guid of RSS 2.0, the id of Atom, the rdf:about of RSS 1.0. Never the link: pages move, identifiers stay. */
    private static Optional<String> key(Element item) {
        for (Element child : item.getChildren()) {
            if (child.getNamespace().equals(item.getNamespace())
                    && (child.getName().equals("guid") || child.getName().equals("id"))) {
                return Optional.of(child.getTextTrim());
            }
        }
        return item.getAttributes().stream()
                .filter(attribute -> attribute.getName().equals("about"))
                .map(attribute -> attribute.getValue().strip())
                .findFirst();
    }

    private static void put(RecordDraft draft, SyndEntry entry, Element item, @Nullable String language) {
        draft.put(Field.TITLE, entry.getTitle());
        List<String> contents =
                entry.getContents().stream().map(SyndContent::getValue).toList();
        SyndContent description = entry.getDescription();
        contents.forEach(content -> draft.put(Field.DESCRIPTION, content));
        if (description != null) {
            draft.put(draft.has(Field.DESCRIPTION) ? Field.SUMMARY : Field.DESCRIPTION, description.getValue());
        }
        // ROME takes a guid for the link when there is none, and not every guid is an address.
        if (entry.getLink() != null
                && !(entry.getLink().equals(entry.getUri()) && !entry.getLink().contains("://"))) {
            draft.put(Field.URL, entry.getLink());
        }
        entry.getCategories().stream().map(SyndCategory::getName).forEach(name -> draft.put(Field.KEYWORD, name));
        draft.put(Field.LANGUAGE, language);
        draft.put(Field.UPDATED, item.getChildTextTrim("updated", item.getNamespace()));
        EventModules.put(draft, item);
        if (!draft.has(Field.START)) {
            DateMentions.in(entry.getTitle(), contents, description == null ? null : description.getValue())
                    .forEach(text -> draft.put(Field.WHEN, text));
        }
    }
}
