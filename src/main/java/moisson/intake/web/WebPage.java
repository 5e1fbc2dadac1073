package moisson.intake.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.intake.RecordDraft;
import moisson.intake.RecordSink;
import moisson.intake.UnreadableFeedException;
import moisson.intake.schema.EventFinder;
import moisson.intake.schema.SchemaEvent;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * One page, whose events stand in scripts of JSON-LD, or in microdata when there are none.
 *
 * @param where what stands before the places within the page
 * @param key of its event, when there is one only and it names no key of its own
 * @param count of the records of the whole delivery so far
 */
record WebPage(Document page, String where, @Nullable String key, RecordSink sink, AtomicInteger count) {
    /** One that is a whole delivery. */
    static WebPage of(Document page, RecordSink sink) {
        return new WebPage(page, "", null, sink, new AtomicInteger());
    }

    /**
     * Gives its events and what could not be read.
     *
     * @return how many there were of both
     * @throws UnreadableFeedException when there are no data of schema.org at all, be they events or not
     */
    int read() throws UnreadableFeedException {
        int before = count.get();
        Map<String, JsonNode> trees = new LinkedHashMap<>();
        List<Element> scripts = scripts();
        for (int i = 0; i < scripts.size(); i++) {
            script(where + "bloc JSON-LD " + (i + 1), scripts.get(i).data(), trees);
        }
        List<EventFinder.Found> events = EventFinder.in(trees);
        if (events.isEmpty()) {
            List<JsonNode> items = Microdata.in(page);
            for (int i = 0; i < items.size(); i++) {
                trees.put(where + "microdonnée " + (i + 1), items.get(i));
            }
            events = EventFinder.in(trees);
        }
        if (trees.isEmpty() && count.get() == before) {
            throw new UnreadableFeedException(
                    "La page ne contient aucune donnée schema.org (ni JSON-LD, ni microdonnées)\u202F: "
                            + SchemaOrgReader.EXPECTED + " était attendue.");
        }
        String only = events.size() == 1 ? key : null;
        events.forEach(event -> give(event, only));
        return count.get() - before;
    }

    /** Those that are not empty. */
    private List<Element> scripts() {
        return page.select("script[type]").stream()
                .filter(script ->
                        script.attr("type").strip().toLowerCase(Locale.ROOT).startsWith("application/ld+json"))
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

    private void give(EventFinder.Found found, @Nullable String otherwise) {
        var draft = new RecordDraft(
                count.incrementAndGet(),
                found.place(),
                SchemaEvent.key(found.event()).orElse(otherwise));
        SchemaEvent.put(draft, found.event());
        draft.give(sink, found.event().toString());
    }
}
