package moisson.serve.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import moisson.event.PublishedEvent;
import moisson.publish.format.EventJson;
import moisson.serve.http.Refusal;
import org.apache.jena.graph.Graph;

/** One event as the published graph and the published JSON tell of it. */
final class EventData {
    private final Snapshot snapshot;

    EventData(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** What is said of the event and of its parts. */
    Graph about(PublishedEvent event) {
        Graph found = snapshot.resources().about(snapshot.base() + "/id/evenement/" + event.id(), this::told);
        if (found.isEmpty()) {
            throw new Refusal(404, "Le graphe publié ne dit rien de cet événement.");
        }
        return found;
    }

    /** Its organisers, the records it was made of and the harvests that brought them are told with it. */
    private boolean told(String iri) {
        return iri.startsWith(snapshot.base() + "/id/organisateur/")
                || iri.startsWith(snapshot.base() + "/id/fiche/")
                || iri.startsWith(snapshot.base() + "/id/passage/");
    }

    /** Written as the files are, which may be too large to be looked through for one event. */
    static String json(PublishedEvent event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = EventJson.FACTORY.createGenerator(out)) {
            EventJson.nested(event, json.useDefaultPrettyPrinter());
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(UTF_8);
    }
}
