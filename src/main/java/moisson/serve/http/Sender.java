package moisson.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Sends a reply: conditional requests, one range, compression (RFC 9110, 13 to 15). */
final class Sender {
    private static final int WORTH_COMPRESSING = 600;
    private static final String GZIPPED = "-gz\"";
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");
    private static final Pattern TEXTUAL = Pattern.compile(
            "text/.*|image/svg\\+xml.*|application/([a-z.-]+\\+)?(json|xml).*|application/(n-triples|n-quads|trig).*"
                    + "|application/(javascript|x-ndjson|geo\\+json).*");

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Sender(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    void send(Reply reply) throws IOException {
        try {
            answer(reply);
        } finally {
            if (reply.temporary() && reply.file() != null) {
                Files.deleteIfExists(reply.file());
            }
        }
    }

    private void answer(Reply reply) throws IOException {
        Path file = reply.file();
        long size = file == null ? reply.body().length : Files.size(file);
        boolean textual = TEXTUAL.matcher(reply.headers().getOrDefault("Content-Type", ""))
                .matches();
        // To HEAD we tell the length, which of compressed bytes is known only once they are made.
        boolean gzip = textual && !head() && size > WORTH_COMPRESSING && acceptsGzip() && header("Range") == null;
        reply.headers().forEach(response::setHeader);
        if (textual) {
            response.setHeader("Vary", vary(response.getHeader("Vary")));
        }
        String etag = reply.headers().get("ETag");
        if (etag != null && gzip) {
            response.setHeader("ETag", etag.replaceFirst("\"$", GZIPPED));
        }
        response.setStatus(reply.status());
        if (reply.status() == 200
                && changed(response.getHeader("ETag"), reply.headers().get("Last-Modified"))) {
            response.setStatus(412);
            response.setContentLength(0);
            return;
        }
        if (reply.status() == 200 && notModified(etag, reply.headers().get("Last-Modified"))) {
            response.setStatus(304);
            return;
        }
        Optional<Span> span = file == null || reply.status() != 200 ? Optional.empty() : span(size, etag);
        if (span.isPresent()) {
            part(reply, span.get(), size);
        } else {
            whole(reply, gzip, size);
        }
    }

    private record Span(long first, long last) {
        boolean satisfiable(long size) {
            return first <= last && first < size;
        }
    }

    private void part(Reply reply, Span span, long size) throws IOException {
        if (!span.satisfiable(size)) {
            response.setStatus(416);
            response.setHeader("Content-Range", "bytes */" + size);
            response.setContentLength(0);
            return;
        }
        long last = Math.min(span.last(), size - 1);
        response.setStatus(206);
        response.setHeader("Content-Range", "bytes " + span.first() + "-" + last + "/" + size);
        response.setContentLengthLong(last - span.first() + 1);
        if (!head()) {
            copy(reply, span.first(), last - span.first() + 1, response.getOutputStream());
        }
    }

    private void whole(Reply reply, boolean gzip, long size) throws IOException {
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        } else {
            response.setContentLengthLong(size);
        }
        if (head()) {
            return;
        }
        if (gzip) {
            try (GZIPOutputStream out = new GZIPOutputStream(response.getOutputStream(), 8192)) {
                copy(reply, 0, size, out);
            }
        } else {
            copy(reply, 0, size, response.getOutputStream());
        }
    }

    private static void copy(Reply reply, long from, long length, OutputStream out) throws IOException {
        Path file = reply.file();
        if (file == null) {
            out.write(reply.body(), (int) from, (int) length);
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            byte[] buffer = new byte[16384];
            long left = length;
            while (left > 0) {
                int got = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (got < 0) {
                    throw new IOException("the file became shorter while it was sent");
                }
                out.write(buffer, 0, got);
                left -= got;
            }
        }
    }

    /** One range only; several, or one we cannot read, are answered by the whole file. */
    private Optional<Span> span(long size, @Nullable String etag) {
        String header = header("Range");
        String condition = header("If-Range");
        if (header == null || !request.getMethod().equals("GET") || (condition != null && !condition.equals(etag))) {
            return Optional.empty();
        }
        Matcher matcher = RANGE.matcher(header.strip());
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (matcher.group(1).isEmpty()) {
            long suffix = Long.parseLong(matcher.group(2));
            return Optional.of(new Span(suffix == 0 ? size : Math.max(0, size - suffix), size));
        }
        long last = matcher.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(matcher.group(2));
        return Optional.of(new Span(Long.parseLong(matcher.group(1)), last));
    }

    /** Whoever reads a file in parts must not be given parts of two versions. */
    private boolean changed(@Nullable String etag, @Nullable String lastModified) {
        String held = header("If-Match");
        if (held != null) {
            return !held.strip().equals("*")
                    && Arrays.stream(held.split(",", 50))
                            .noneMatch(tag -> tag.strip().equals(etag));
        }
        Optional<Instant> until = instant(header("If-Unmodified-Since"));
        Optional<Instant> since = instant(lastModified);
        return until.isPresent() && since.isPresent() && since.get().isAfter(until.get());
    }

    private boolean notModified(@Nullable String etag, @Nullable String lastModified) {
        if (!request.getMethod().equals("GET") && !head()) {
            return false;
        }
        String known = header("If-None-Match");
        if (known != null) {
            return etag != null
                    && (known.strip().equals("*")
                            || Arrays.stream(known.split(",", 50))
                                    .map(tag ->
                                            tag.strip().replaceFirst("^W/", "").replace(GZIPPED, "\""))
                                    .anyMatch(etag::equals));
        }
        Optional<Instant> since = instant(header("If-Modified-Since"));
        Optional<Instant> changed = instant(lastModified);
        return since.isPresent() && changed.isPresent() && !changed.get().isAfter(since.get());
    }

    private static Optional<Instant> instant(@Nullable String header) {
        try {
            return Optional.ofNullable(header)
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String vary(@Nullable String before) {
        return before == null ? "Accept-Encoding" : before + ", Accept-Encoding";
    }

    private boolean acceptsGzip() {
        String accepted = header("Accept-Encoding");
        return accepted != null
                && Accept.parse(accepted).best(List.of("gzip", "x-gzip")).isPresent();
    }

    private boolean head() {
        return request.getMethod().equals("HEAD");
    }

    private @Nullable String header(String name) {
        return request.getHeader(name);
    }
}
