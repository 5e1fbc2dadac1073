package moisson.intake.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import moisson.event.Delivery;
import moisson.intake.FeedReader;
import moisson.intake.FeedText;
import moisson.intake.Limits;
import moisson.intake.RecordDraft;
import moisson.intake.RecordSink;
import moisson.intake.UnreadableFeedException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Reads the events that a web page tells to search engines, or several pages that were fetched together. A page is read
 * whole; contexts are never fetched, the terms are taken for those of schema.org.
 */
final class SchemaOrgReader implements FeedReader {
    static final String EXPECTED = "une page web avec des données schema.org";

    @Override
    public String format() {
        return "schema-org";
    }

    @Override
    public void read(Delivery delivery, RecordSink sink) throws IOException {
        try (FeedText text = FeedText.ofAnyKind(delivery, EXPECTED)) {
            if (PageBundle.begins(text.head())) {
                try (InputStream bundle = delivery.open()) {
                    var count = new AtomicInteger();
                    PageBundle.read(bundle, page -> page(page, sink, count));
                }
                return;
            }
            Document page = Jsoup.parse(whole(text), base(delivery));
            WebPage.of(page, sink).read();
            text.remarkOn(sink);
        }
    }

    /**
     * One of several. A page without any event counts as a record that could not be read: something leads to it, and it
     * is not known what became of its event.
     */
    private static void page(PageBundle.Entry entry, RecordSink sink, AtomicInteger count) throws IOException {
        String why = entry.problem();
        if (why == null) {
            try (FeedText text = FeedText.open(new ByteArrayInputStream(entry.page()))) {
                Document page = Jsoup.parse(whole(text), entry.address());
                int given = new WebPage(page, entry.place() + "\u202F: ", entry.key(), sink, count).read();
                text.remarkOn(sink);
                why = given == 0 ? "La page ne contient aucun événement schema.org." : null;
            } catch (UnreadableFeedException e) {
                why = e.getMessage();
            }
        }
        if (why != null) {
            new RecordDraft(count.incrementAndGet(), entry.place(), null).refuse(sink, why);
        }
    }

    /** So that relative links become whole ones. */
    private static String base(Delivery delivery) {
        String location = delivery.source().location();
        return location.startsWith("http") ? location : "";
    }

    private static String whole(FeedText text) throws IOException {
        StringBuilder page = new StringBuilder();
        char[] buffer = new char[16 << 10];
        for (int count = text.reader().read(buffer);
                count >= 0;
                count = text.reader().read(buffer)) {
            page.append(buffer, 0, count);
            if (page.length() > Limits.ITEM) {
                throw new UnreadableFeedException("La page dépasse " + (Limits.ITEM >> 20)
                        + " millions de caractères\u202F: donnez plutôt l’adresse d’un flux (iCalendar, RSS, JSON).");
            }
        }
        return page.toString();
    }
}
