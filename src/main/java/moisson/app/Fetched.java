package moisson.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A feed to look at, as a file: one that is there, or one fetched into a temporary file. */
record Fetched(Path file, String name, @Nullable String mediaType, boolean temporary) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Fetched of(String feed) throws CannotException {
        return feed.matches("(?i)https?://.*") ? fetched(feed) : onDisk(Path.of(feed));
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(file);
        }
    }

    private static Fetched onDisk(Path file) throws CannotException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CannotException("Le fichier « " + file + " » n'existe pas ou ne peut pas être lu.");
        }
        return new Fetched(file, String.valueOf(file.getFileName()), null, false);
    }

    private static Fetched fetched(String feed) throws CannotException {
        try (HttpClient http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .build()) {
            URI uri = URI.create(feed);
            Path file = Files.createTempFile("moisson-", ".flux");
            HttpResponse<Path> answer =
                    http.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofFile(file));
            if (answer.statusCode() != 200) {
                Files.deleteIfExists(file);
                throw new CannotException("Le serveur a répondu HTTP " + answer.statusCode() + ".");
            }
            Path path = Path.of(uri.getPath() == null ? "" : uri.getPath());
            return new Fetched(
                    file,
                    String.valueOf(path.getFileName()),
                    answer.headers().firstValue("Content-Type").orElse(null),
                    true);
        } catch (IllegalArgumentException e) {
            throw new CannotException("« " + feed + " » n'est pas une adresse.", e);
        } catch (IOException e) {
            throw new CannotException(Failures.inWords(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotException("Interrompu.", e);
        }
    }
}
