package moisson.app.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Where a route asks which page comes next and hands in what came: the bean {@code pages}. */
public final class PagesDoor {
    private final Path folder;
    private final Rations standard;
    private final Clock clock;

    /** @param folder where pages wait as temporary files */
    public PagesDoor(Path folder, Rations standard, Clock clock) {
        this.folder = folder;
        this.standard = standard;
        this.clock = clock;
    }

    /**
     * Begins a harvest page by page.
     *
     * @param exchange at whose end the temporary file goes, whatever happened
     * @param given the parameters {@code url}, {@code paging}, {@code pages}, {@code deadline} (seconds) and
     *     {@code bytes}, as headers
     */
    public Pages begin(Exchange exchange, Map<String, Object> given) throws IOException {
        Paging paging = Paging.find(String.valueOf(given.get("paging")))
                .orElseThrow(() -> new IllegalArgumentException("unknown paging"));
        Rations rations = new Rations(
                Math.min(standard.bytes(), number(given, "bytes")),
                Duration.ofSeconds(number(given, "deadline")),
                standard.silence());
        PageAddresses addresses = PageAddresses.of(paging, String.valueOf(given.get("url")));
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "pages-", ".part");
        Pages pages = new Pages(addresses, rations, Math.toIntExact(number(given, "pages")), file, clock);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                try {
                    pages.close();
                } catch (IOException e) {
                    LoggerFactory.getLogger(PagesDoor.class).warn("« {} » n’a pas pu être effacé", file, e);
                }
            }
        });
        return pages;
    }

    /**
     * Adds what came for {@link Pages#getNext}, and closes it: a thousand pages are not held until the end. One that could
     * not be added stays open, to be tried again; Camel closes what HTTP has answered when the exchange is over.
     *
     * @param status of HTTP
     * @return how many have come; takes the place of the body, which is closed
     */
    public int take(Pages pages, @Nullable Spooled body, int status) throws IOException {
        int number = pages.take(body, status);
        if (body != null) {
            body.close();
        }
        return number;
    }

    /** All pages as one delivery. */
    public Spooled whole(Pages pages) throws IOException {
        return pages.whole();
    }

    private static long number(Map<String, Object> given, String name) {
        return Long.parseLong(String.valueOf(given.get(name)));
    }
}
