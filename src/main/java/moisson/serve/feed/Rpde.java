package moisson.serve.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import moisson.event.PublishedEvent;
import moisson.publish.History;
import moisson.publish.Version;
import moisson.publish.format.EventJson;

/**
 * Pages of Realtime Paged Data Exchange 1.0, ordered by change number: each event once, at the place of its last change,
 * as the version has it. An event that changes moves to the end, so that whoever follows {@code next} misses nothing.
 */
final class Rpde {
    static final int MOST = 500;

    private static final String LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/";

    private final String address;

    /** @param address of the feed, absolute, without parameters */
    Rpde(String address) {
        this.address = address;
    }

    /**
     * What one request asks.
     *
     * @param after a change number; -1 from the beginning
     * @param limit items at most; 0 when none was asked for
     */
    record Asked(int after, int limit) {}

    /** A page, and whether it is the last one for now: nothing follows. */
    record Page(String body, boolean last) {}

    Page page(Version version, Asked asked) {
        int limit = asked.limit() == 0 ? MOST : asked.limit();
        List<History.Item> items = version.history().after(Math.max(asked.after(), 0), limit);
        int next = items.isEmpty() ? asked.after() : items.getLast().number();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = EventJson.FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("next", address(new Asked(next, asked.limit())));
            json.writeArrayFieldStart("items");
            for (History.Item item : items) {
                item(version, item, json);
            }
            json.writeEndArray();
            json.writeStringField("license", LICENCE);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Page(out.toString(StandardCharsets.UTF_8), items.isEmpty());
    }

    private String address(Asked asked) {
        String after = asked.after() < 0 ? "" : "afterChangeNumber=" + asked.after();
        String limit = asked.limit() == 0 ? "" : "limit=" + asked.limit();
        String both = after.isEmpty() || limit.isEmpty() ? after + limit : after + "&" + limit;
        return both.isEmpty() ? address : address + "?" + both;
    }

    private static void item(Version version, History.Item item, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("state", item.removed() ? "deleted" : "updated");
        json.writeStringField("kind", "evenement");
        json.writeStringField("id", item.event());
        json.writeNumberField("modified", item.number());
        if (!item.removed()) {
            PublishedEvent event = version.event(item.event())
                    .orElseThrow(
                            () -> new IllegalStateException("version %d does not publish %s, which its ledger tells of"
                                    .formatted(version.number(), item.event())));
            json.writeFieldName("data");
            EventJson.nested(event, json);
        }
        json.writeEndObject();
    }
}
