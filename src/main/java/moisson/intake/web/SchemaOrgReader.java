package moisson.intake.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import moisson.event.Delivery;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.intake.FeedReader;
import moisson.intake.FeedText;
import moisson.intake.Limits;
import moisson.intake.RecordDraft;
import moisson.intake.RecordSink;
import moisson.intake.UnreadableFeedException;
import moisson.intake.schema.EventFinder;
import moisson.intake.schema.SchemaEvent;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads the events that a web page tells to search engines: JSON-LD in scripts, and microdata when there is none. A page
 * is read whole; contexts are never fetched, the terms are taken for those of schema.org.
 */
final class SchemaOrgReader implements FeedReader {
    private static final String EXPECTED = "une page web avec des données schema.org";

    @Override
    public String format() {
        return "schema-org";
    }

    @Override
    public void read(Delivery delivery, RecordSink sink) throws IOException {
        try (FeedText text = FeedText.ofAnyKind(delivery, EXPECTED)) {
            Document page = Jsoup.parse(whole(text), base(delivery));
            new Page(page, sink, new AtomicInteger()).read();
            text.remarkOn(sink);
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

    private record Page(Document page, RecordSink sink, AtomicInteger count) {
        void read() throws UnreadableFeedException {
            Map<String, JsonNode> trees = new LinkedHashMap<>();
            List<Element> scripts = scripts();
            for (int i = 0; i < scripts.size(); i++) {
                script("bloc JSON-LD " + (i + 1), scripts.get(i).data(), trees);
            }
            List<EventFinder.Found> events = EventFinder.in(trees);
            if (events.isEmpty()) {
                List<JsonNode> items = Microdata.in(page);
                for (int i = 0; i < items.size(); i++) {
                    trees.put("microdonnée " + (i + 1), items.get(i));
                }
                events = EventFinder.in(trees);
            }
            if (trees.isEmpty() && count.get() == 0) {
                throw new UnreadableFeedException(
                        "La page ne contient aucune donnée schema.org (ni JSON-LD, ni microdonnées)\u202F: " + EXPECTED
                                + " était attendue.");
            }
            events.forEach(this::give);
        }

        /** Those that are not empty. */
        private List<Element> scripts() {
            return page.select("script[type]").stream()
                    .filter(script -> script.attr("type")
                            .strip()
                            .toLowerCase(java.util.Locale.ROOT)
                            .startsWith("application/ld+json"))
                    .filter(script -> !script.data().isBlank())
                    .toList();
        }

        private void script(String name, String data, Map<String, JsonNode> trees) {
            Optional<JsonLdBlock> block = JsonLdBlock.of(data);
            if (block.isEmpty()) {
                new RecordDraft(count.incrementAndGet(), name, null).refuse(sink, data.strip());
                return;
            }
            if (block.get().repaired()) {
                sink.remark(new Notice(NoticeCode.REPAIRED_JSON, name, null, null, null));
            }
            trees.put(name, block.get().tree());
        }

        private void give(EventFinder.Found found) {
            var draft = new RecordDraft(
                    count.incrementAndGet(),
                    found.place(),
                    SchemaEvent.key(found.event()).orElse(null));
            SchemaEvent.put(draft, found.event());
            draft.give(sink, found.event().toString());
        }
    }
}
