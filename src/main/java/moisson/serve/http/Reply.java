package moisson.serve.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is answered: a status, headers, and bytes or a file. */
public final class Reply {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;
    /** Must be asked again each time, but may then be answered by 304. */
    private static final String REVALIDATE = "no-cache";

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final @Nullable Path file;
    private final boolean temporary;

    private Reply(int status, Map<String, String> headers, byte[] body, @Nullable Path file, boolean temporary) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.file = file;
        this.temporary = temporary;
    }

    public static Reply of(int status, String mediaType, byte[] body) {
        return new Reply(status, Map.of("Content-Type", mediaType), body, null, false);
    }

    public static Reply text(int status, String mediaType, String text) {
        return of(status, mediaType + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** A page that may be kept as long as asking again yields the same bytes. */
    public static Reply page(String html) {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        return of(200, "text/html; charset=utf-8", body)
                .with("ETag", '"' + Digests.sha256(body).substring(0, 32) + '"')
                .with("Cache-Control", REVALIDATE);
    }

    /** A page that nobody may keep: errors, forms, the operator's. */
    public static Reply passing(int status, String html) {
        return text(status, "text/html", html).with("Cache-Control", "no-store");
    }

    /** Not to be kept, not even when it is a permanent one: titles change back, and merges are undone. */
    public static Reply redirect(int status, String location) {
        return text(status, "text/plain", location + "\n")
                .with("Location", location)
                .with("Cache-Control", REVALIDATE);
    }

    /**
     * A file of a published version.
     *
     * @param sha256 of its bytes: makes the strong ETag
     */
    public static Reply file(Path file, String mediaType, String sha256, Instant modified) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", mediaType);
        headers.put("ETag", '"' + sha256 + '"');
        headers.put("Last-Modified", HTTP_DATE.format(modified.atZone(ZoneOffset.UTC)));
        headers.put("Cache-Control", REVALIDATE);
        headers.put("Accept-Ranges", "bytes");
        return new Reply(200, headers, new byte[0], file, false);
    }

    /** A file that is deleted once the reply is sent, or could not be. */
    public static Reply temporary(Path file, String mediaType) {
        return new Reply(200, Map.of("Content-Type", mediaType), new byte[0], file, true);
    }

    /** The same reply with this header instead of what it had. */
    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body, file, temporary);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    boolean temporary() {
        return temporary;
    }

    @Nullable
    Path file() {
        return file;
    }
}
