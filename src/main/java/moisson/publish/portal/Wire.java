package moisson.publish.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.mizosoft.methanol.MediaType;
import com.github.mizosoft.methanol.MoreBodyHandlers;
import com.github.mizosoft.methanol.MultipartBodyPublisher;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import moisson.publish.portal.PortalException.Kind;

/** The way to one portal over HTTP. Tries nothing twice: who asks for a thing looks first whether it has been done. */
final class Wire implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 64 << 20;

    private final PortalSettings settings;
    private final Patience patience;
    private final String header;
    private final Function<Answer, JsonNode> reader;
    private final HttpClient client;

    /** An answer with a body of JSON. */
    record Answer(int status, HttpHeaders headers, JsonNode body) {}

    /**
     * Opens it.
     *
     * @param header in which the token goes
     * @param reader takes from an answer what was asked for, or throws what the portal has against it
     */
    Wire(PortalSettings settings, Patience patience, String header, Function<Answer, JsonNode> reader) {
        this.settings = settings;
        this.patience = patience;
        this.header = header;
        this.reader = reader;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience.answer())
                .build();
    }

    JsonNode get(String path) {
        return send(path, request -> request.GET(), patience.answer());
    }

    JsonNode json(String method, String path, JsonNode body) {
        return send(
                path,
                request -> request.method(method, BodyPublishers.ofString(body.toString()))
                        .header("Content-Type", "application/json"),
                patience.answer());
    }

    /** Sends a file from the disk, beside plain fields. */
    JsonNode upload(String path, Map<String, String> fields, String name, Offer.File file) {
        MultipartBodyPublisher.Builder parts = MultipartBodyPublisher.newBuilder();
        fields.forEach(parts::textPart);
        parts.formPart(name, file.name(), content(file.path()), MediaType.parse(file.mediaType()));
        MultipartBodyPublisher body = parts.build();
        return send(
                path,
                request -> request.POST(body)
                        .header("Content-Type", body.mediaType().toString()),
                patience.sending(file.bytes()));
    }

    private static BodyPublisher content(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new PortalException(Kind.STOP, "Le fichier " + file + " a disparu du disque.", null, e);
        }
    }

    private JsonNode send(String path, Function<HttpRequest.Builder, HttpRequest.Builder> body, Duration time) {
        URI address = settings.address().resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(time)
                .header(header, settings.token())
                .header("Accept", "application/json")
                .header("User-Agent", "Moisson");
        try {
            HttpResponse<InputStream> response = client.send(
                    body.apply(request).build(),
                    MoreBodyHandlers.withReadTimeout(BodyHandlers.ofInputStream(), patience.answer()));
            try (InputStream in = response.body()) {
                return reader.apply(new Answer(response.statusCode(), response.headers(), read(response, in)));
            }
        } catch (SSLException e) {
            throw new PortalException(
                    Kind.STOP,
                    "La connexion sûre avec le portail a échoué\u202f: son certificat est à vérifier.",
                    null,
                    e);
        } catch (IOException e) {
            throw new PortalException(
                    Kind.PASSING,
                    "Le portail n’a pas répondu ou a coupé la connexion\u202f: la prochaine publication reprendra où"
                            + " celle-ci s’arrête.",
                    null,
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PortalException(Kind.STOP, "L’envoi a été interrompu.", null, e);
        }
    }

    /** Nothing for the error pages of machines in between. */
    private JsonNode read(HttpResponse<InputStream> response, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES);
        try {
            JsonNode body = JSON.readTree(bytes);
            if (body.isContainerNode() || !Answers.good(response.statusCode())) {
                return body;
            }
        } catch (JsonProcessingException e) {
            if (!Answers.good(response.statusCode())) {
                return JSON.missingNode();
            }
        }
        throw new PortalException(
                Kind.PASSING,
                "Le portail a répondu autre chose que du JSON\u202f: est-ce bien son adresse, et n’est-il pas en"
                        + " maintenance\u202f?");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
