package moisson.intake;

import java.io.IOException;
import java.util.Set;
import moisson.event.Delivery;

/**
 * Reads the events that another Moisson publishes, as JSON or JSON Lines. The published identifier is the key: it is
 * permanent.
 */
final class MoissonReader implements FeedReader {
    private static final String EXPECTED =
            "\u202F: le fichier «\u202Fevenements.json\u202F» ou «\u202Fevenements.jsonl\u202F»"
                    + " d’une publication de Moisson était attendu.";

    @Override
    public String format() {
        return "moisson";
    }

    @Override
    public void read(Delivery delivery, RecordSink sink) throws IOException {
        try (FeedText text = FeedText.open(delivery, "un fichier JSON publié par Moisson")) {
            var events = new FlatItems(Set.of("localisation"), Mapping.NONE);
            var dialect = new JsonDialect(Set.of("evenements"), EXPECTED, object -> object.has("titre"), events::give);
            OpenAgendaReader.read(text, new OpenAgendaItems(sink, dialect));
            text.remarkOn(sink);
        }
    }
}
