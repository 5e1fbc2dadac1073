package moisson.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import moisson.event.Delivery;
import moisson.event.Field;

/** Reads lists of flat JSON objects whose names are those that tables of events have: see {@link ColumnNames}. */
final class FlatJsonReader implements FeedReader {
    private static final Set<String> LISTS =
            Set.of("events", "evenements", "items", "results", "records", "data", "value", "agenda");
    private static final String EXPECTED =
            "\u202F: un tableau d’objets, un objet par ligne, ou un objet avec «\u202Fevents\u202F» ou «\u202Fitems\u202F»"
                    + " étaient attendus.";

    @Override
    public String format() {
        return "json";
    }

    @Override
    public void read(Delivery delivery, RecordSink sink) throws IOException {
        try (FeedText text = FeedText.open(delivery, "un fichier JSON")) {
            Mapping mapping = Mapping.of(delivery);
            var events = new FlatItems(Set.of(), mapping);
            var dialect = new JsonDialect(LISTS, EXPECTED, object -> isEvent(object, mapping), events::give);
            OpenAgendaReader.read(text, new OpenAgendaItems(sink, dialect));
            text.remarkOn(sink);
        }
    }

    private static boolean isEvent(ObjectNode object, Mapping mapping) {
        return object.propertyStream()
                .map(Map.Entry::getKey)
                .anyMatch(name -> mapping.meaning(name)
                        .filter(meaning -> meaning.field() == Field.TITLE)
                        .isPresent());
    }
}
