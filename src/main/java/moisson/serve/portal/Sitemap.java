package moisson.serve.portal;

import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import moisson.event.PublishedEvent;
import moisson.serve.http.Ask;
import moisson.serve.http.Refusal;
import moisson.serve.http.Reply;
import moisson.serve.http.Route;
import moisson.serve.view.Site;
import org.jspecify.annotations.Nullable;

/** What search engines may read, and where they find it: robots.txt (RFC 9309) and the protocol of sitemaps.org. */
public final class Sitemap {
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    /** The protocol allows 50,000 addresses in one file. */
    private static final int MOST = 40_000;

    private static final List<String> PAGES = List.of("/", "/editions", "/donnees", "/sparql", "/recherche", "/plan");

    private final Site site;
    private final Supplier<Optional<Snapshot>> current;

    private record Entry(String path, @Nullable Instant modified) {}

    public Sitemap(Site site, Supplier<Optional<Snapshot>> current) {
        this.site = site;
        this.current = current;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/robots\\.txt", this::robots),
                Route.get("/sitemap\\.xml", this::index),
                Route.get("/sitemap-(\\d{1,4})\\.xml", this::part));
    }

    private Reply robots(Ask ask) {
        return Reply.text(
                200,
                "text/plain",
                "User-agent: *\nDisallow: /operateur\nDisallow: /proposer/suivi\nDisallow: /sparql?\nSitemap: "
                        + site.base() + "/sitemap.xml\n");
    }

    private Reply index(Ask ask) {
        int all = pages().size() + events().size();
        int parts = Math.max(1, (all + MOST - 1) / MOST);
        List<Entry> files = new ArrayList<>();
        for (int i = 1; i <= parts; i++) {
            files.add(new Entry("/sitemap-" + i + ".xml", null));
        }
        return xml("sitemapindex", "sitemap", files);
    }

    private Reply part(Ask ask) {
        List<Entry> pages = pages();
        List<PublishedEvent> events = events();
        int all = pages.size() + events.size();
        int from = (Integer.parseInt(ask.part(0)) - 1) * MOST;
        if (from < 0 || from >= all) {
            throw new Refusal(404, "Le plan du site n’a pas cette partie.");
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = from; i < Math.min(all, from + MOST); i++) {
            entries.add(i < pages.size() ? pages.get(i) : entry(events.get(i - pages.size())));
        }
        return xml("urlset", "url", entries);
    }

    private List<Entry> pages() {
        List<Entry> pages = new ArrayList<>();
        PAGES.forEach(page -> pages.add(new Entry(page, null)));
        current.get()
                .ifPresent(snapshot -> snapshot.editions().forEach(edition -> {
                    pages.add(new Entry("/editions/" + edition.year(), null));
                    pages.add(new Entry("/editions/" + edition.year() + "/programme", null));
                }));
        return pages;
    }

    private List<PublishedEvent> events() {
        return current.get().map(Snapshot::events).orElse(List.of());
    }

    private static Entry entry(PublishedEvent event) {
        return new Entry(Card.address(event), event.modifiedAt());
    }

    private Reply xml(String root, String item, List<Entry> entries) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(NAMESPACE);
            for (Entry entry : entries) {
                xml.writeStartElement(item);
                text(xml, "loc", site.base() + entry.path());
                if (entry.modified() != null) {
                    text(xml, "lastmod", entry.modified().toString());
                }
                xml.writeEndElement();
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory can always be written", e);
        }
        return Reply.text(200, "application/xml", out.toString()).with("Cache-Control", "public, max-age=3600");
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
