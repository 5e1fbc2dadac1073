package moisson.intake.rdf;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.intake.FeedText;
import moisson.intake.Json;
import moisson.intake.Limits;
import moisson.intake.RationedReader;
import moisson.intake.RationedReader.TooLongException;
import moisson.intake.RecordSink;
import moisson.intake.UnreadableFeedException;

/** The objects of a JSON-LD document: each of a list for itself, a graph as a whole. */
record JsonLdItems(FeedText text, RdfItems items, String base) {
    /** Characters of one document that is not a list. */
    private static final long WHOLE = 4L * Limits.ITEM;

    void read(RecordSink sink) throws IOException {
        String place = "";
        var ration = new RationedReader(text.reader(), WHOLE);
        try (JsonParser parser = Json.MAPPER.createParser(ration)) {
            for (int document = 1; parser.nextToken() != null; document++) {
                place = document == 1 ? "/" : "document " + document;
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                        place = "/" + index;
                        give(place, Json.MAPPER.readTree(parser));
                        ration.renew();
                    }
                } else {
                    give(document == 1 ? "" : place, Json.MAPPER.readTree(parser));
                    ration.renew();
                }
            }
        } catch (JsonProcessingException | TooLongException e) {
            if (items.count().get() == 0) {
                throw new UnreadableFeedException(
                        "Le fichier n’est pas du JSON-LD lisible, ou un seul objet y est trop long.", e);
            }
            sink.remark(new Notice(NoticeCode.CUT_OFF, place, null, null, null));
            items.refuse(place, null, "fin du fichier manquante ou illisible");
        }
    }

    private void give(String place, JsonNode item) {
        if (!(item instanceof ObjectNode object)) {
            items.refuse(place, null, "ce n’est pas un objet");
            return;
        }
        Optional<String> excess = Json.excess(item);
        if (excess.isPresent()) {
            items.refuse(place, null, excess.get());
            return;
        }
        BoundedGraph graph = new BoundedGraph(Limits.TRIPLES_OF_ONE);
        if (graph.fill(Contexts.completed(object).toString(), base)) {
            if (graph.subjects().isEmpty()) {
                items.refuse(place.isEmpty() ? "/" : place, null, "aucun triplet, ou un identifiant impossible");
            }
            items.give(place, graph.graph(), graph.subjects(), null);
        } else {
            items.refuse(place.isEmpty() ? "/" : place, null, graph.trouble());
        }
    }
}
