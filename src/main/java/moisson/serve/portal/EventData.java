package moisson.serve.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import moisson.event.PublishedEvent;
import moisson.serve.http.Refusal;
import moisson.serve.resource.Resources;
import org.apache.jena.graph.Graph;

/** One event taken out of the published graph and out of the published JSON, so that all of them tell the same. */
final class EventData {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Snapshot snapshot;
    private final String base;

    EventData(Snapshot snapshot, String base) {
        this.snapshot = snapshot;
        this.base = base;
    }

    /** What is said of the event and of its parts. */
    Graph about(PublishedEvent event) {
        Graph found = new Resources(snapshot.graph(), base).about(base + "/id/evenement/" + event.id(), this::told);
        if (found.isEmpty()) {
            throw new Refusal(404, "Le graphe publié ne dit rien de cet événement.");
        }
        return found;
    }

    /** Its organisers, the records it was made of and the harvests that brought them are told with it. */
    private boolean told(String iri) {
        return iri.startsWith(base + "/id/organisateur/")
                || iri.startsWith(base + "/id/fiche/")
                || iri.startsWith(base + "/id/passage/");
    }

    String json(PublishedEvent event) {
        Download file = snapshot.downloads().stream()
                .filter(entry -> entry.name().equals("evenements-" + event.edition() + ".json"))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "Cette version n’a pas de fichier JSON pour cette édition."));
        try (InputStream in = Files.newInputStream(file.file())) {
            JsonNode root = JSON.readTree(in);
            JsonNode list = root.isArray() ? root : root.path("evenements");
            for (JsonNode item : list) {
                if (item.path("id").asText().equals(event.id())) {
                    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(item) + "\n";
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new Refusal(404, "Le fichier JSON publié ne dit rien de cet événement.");
    }
}
