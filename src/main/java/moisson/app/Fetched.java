package moisson.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import moisson.app.fetch.Rations;
import moisson.app.fetch.Web;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** A feed to look at, as a file: one that is there, or one fetched into a temporary file. */
record Fetched(Path file, String name, @Nullable String mediaType, boolean temporary) implements AutoCloseable {
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    /** As much as an installation takes when nobody sets anything else. */
    private static final long MOST_BYTES = 500_000_000L;

    /** @param privateAllowed whether an address may lead into a private network */
    static Fetched of(String feed, boolean privateAllowed) throws CannotException {
        return feed.matches("(?i)https?://.*") ? fetched(feed, privateAllowed) : onDisk(Path.of(feed));
    }

    /** The feed as it may be printed: an address may hold a key. */
    static String shown(String feed) {
        return SourceCatalogue.withoutSecrets(feed);
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(file);
        }
    }

    private static Fetched onDisk(Path file) throws CannotException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CannotException("Le fichier « " + file + " » n’existe pas ou ne peut pas être lu.");
        }
        return new Fetched(file, String.valueOf(file.getFileName()), null, false);
    }

    private static Fetched fetched(String feed, boolean privateAllowed) throws CannotException {
        try (Web web = Web.open(privateAllowed, TEMPORARY, Rations.standard(MOST_BYTES), Clock.systemUTC());
                CloseableHttpClient http = web.client()) {
            URI uri = URI.create(feed);
            return http.execute(new HttpGet(uri), answer -> kept(uri, answer));
        } catch (IllegalArgumentException e) {
            throw new CannotException("« " + shown(feed) + " » n’est pas une adresse.");
        } catch (RefusalException e) {
            throw new CannotException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new CannotException(Failures.inWords(e), e);
        }
    }

    private static Fetched kept(URI uri, ClassicHttpResponse answer) throws IOException {
        if (answer.getCode() != HttpStatus.SC_OK || answer.getEntity() == null) {
            throw new RefusalException("Le serveur a répondu HTTP " + answer.getCode() + ".");
        }
        Path file = Files.createTempFile("moisson-", ".flux");
        try (InputStream body = answer.getEntity().getContent()) {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        Path path = Path.of(uri.getPath() == null ? "" : uri.getPath());
        return new Fetched(
                file, String.valueOf(path.getFileName()), answer.getEntity().getContentType(), true);
    }

    /** The server answered, and not with a feed. */
    private static final class RefusalException extends IOException {
        private static final long serialVersionUID = 1L;

        RefusalException(String message) {
            super(message);
        }
    }
}
