package moisson.app.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.hc.client5.http.RedirectException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.protocol.RedirectLocations;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;

/**
 * Takes a whole answer into a temporary file while the connection lasts, within its rations: whoever asked gets all of
 * it or a failure, and a failure can be tried again from the start.
 */
final class Keeping implements ExecChainHandler {
    private static final int CHUNK = 1 << 16;
    private static final int NOT_OK = 300;
    private static final Set<Integer> BUSY = Set.of(429, 503);

    private final Path folder;
    private final Rations standard;
    private final ScheduledExecutorService alarms;
    private final Clock clock;

    Keeping(Path folder, Rations standard, ScheduledExecutorService alarms, Clock clock) {
        this.folder = folder;
        this.standard = standard;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Rations rations = standard.of(request);
        scope.clientContext.setAttribute(Counted.MOST, rations.bytes());
        scope.clientContext.setAttribute(Hops.HOME, Hops.server(request));
        Deadline deadline = Deadline.start(rations.time(), scope.originalRequest, alarms);
        try (deadline) {
            return kept(chain.proceed(request, scope), rations, scope);
        } catch (GuardedNames.ForbiddenAddressException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        } catch (RedirectException e) {
            throw new RefusedException(
                    "La source renvoie sans fin d’une adresse à une autre (" + Hops.MOST + " renvois au plus).", e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IOException e) {
            throw deadline.isOver() ? (IOException) tooSlow(rations.time()).initCause(e) : e;
        }
    }

    private ClassicHttpResponse kept(ClassicHttpResponse response, Rations rations, ExecChain.Scope scope)
            throws IOException {
        try {
            refuseToWaitLong(response);
            if (response.getCode() >= NOT_OK) {
                // What an error page says is of no use, and it may be endless.
                scope.execRuntime.discardEndpoint();
                response.setEntity(null);
            } else if (response.getEntity() != null) {
                refuseUnknownPacking(response);
                response.setEntity(spooled(response, address(scope), rations.bytes()));
            }
            return response;
        } catch (IOException | RuntimeException e) {
            // Before anything is closed: closing reads to the end, which may never come.
            scope.execRuntime.discardEndpoint();
            try {
                response.close();
            } catch (IOException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    private HttpEntity spooled(ClassicHttpResponse response, URI address, long most) throws IOException {
        HttpEntity entity = response.getEntity();
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "flux-", ".part");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                InputStream in = Counted.limited(entity.getContent(), most);
                byte[] chunk = new byte[CHUNK];
                for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
                    out.write(chunk, 0, got);
                }
                in.close();
            }
            List<String> links = Arrays.stream(response.getHeaders("Link"))
                    .map(Header::getValue)
                    .toList();
            Spooled all = Spooled.open(file, new Origin(address, links));
            return new InputStreamEntity(all, all.length(), ContentType.parseLenient(entity.getContentType()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private void refuseToWaitLong(ClassicHttpResponse response) throws RefusedException {
        Header header = response.getFirstHeader("Retry-After");
        Duration wait = RetryAfter.wait(header == null ? null : header.getValue(), clock.instant())
                .orElse(Duration.ZERO);
        if (BUSY.contains(response.getCode()) && wait.compareTo(RetryAfter.LONGEST) > 0) {
            throw new RefusedException("La source a répondu HTTP " + response.getCode() + " et demande d’attendre "
                    + wait.toSeconds() + " secondes : la prochaine moisson prévue essaiera de nouveau.");
        }
    }

    /** The client has unpacked what it knows, and left what it does not. */
    private static void refuseUnknownPacking(ClassicHttpResponse response) throws RefusedException {
        Header packing = response.getFirstHeader("Content-Encoding");
        if (packing != null && !"identity".equals(packing.getValue().strip().toLowerCase(Locale.ROOT))) {
            throw new RefusedException("La source a compressé sa réponse d’une façon qui ne lui était pas demandée.");
        }
    }

    /** The one that answered in the end. */
    private static URI address(ExecChain.Scope scope) throws IOException {
        RedirectLocations hops = scope.clientContext.getRedirectLocations();
        try {
            return hops == null || hops.size() == 0 ? scope.originalRequest.getUri() : hops.get(hops.size() - 1);
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    static RefusedException tooSlow(Duration time) {
        return new RefusedException(
                "La source n’a pas tout envoyé dans le temps permis (" + time.toSeconds() + " secondes).");
    }
}
