package moisson.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import moisson.intake.RationedReader.TooLongException;

/**
 * Walks through a JSON document and hands out the items of its list, one tree at a time.
 *
 * @param single whether what follows the first value is no JSON: the rest of a script
 */
record JsonDocument(JsonParser parser, RationedReader ration, OpenAgendaItems items, boolean single) {
    /** Whoever holds a page of events says so among its first names. */
    private static final int FIRST_NAMES = 12;

    void read() throws IOException {
        try {
            int documents = 0;
            while (parser.nextToken() != null) {
                documents++;
                root(documents == 1 ? "" : "document " + documents + " ");
                if (single) {
                    return;
                }
            }
            if (documents == 0) {
                throw new UnreadableFeedException("Le fichier ne contient aucune donnée JSON.");
            }
        } catch (JsonProcessingException | TooLongException e) {
            cutOff(e);
        }
    }

    /** What came before stays read; a parser that lost its way does not find it again. */
    private void cutOff(IOException why) throws UnreadableFeedException {
        if (!items.begun()) {
            throw new UnreadableFeedException(
                    "Le fichier n’est pas du JSON lisible" + items.dialect().expected(), why);
        }
        items.cutOff(location(why));
    }

    private static String location(IOException why) {
        var location = why instanceof JsonProcessingException json ? json.getLocation() : null;
        return location == null ? "" : " (ligne " + location.getLineNr() + ", colonne " + location.getColumnNr() + ")";
    }

    private void root(String document) throws IOException {
        switch (parser.currentToken()) {
            case START_ARRAY -> list(document);
            case START_OBJECT -> object(document);
            default -> {
                if (!items.begun()) {
                    throw new UnreadableFeedException("Le fichier est une simple valeur JSON et non une liste"
                            + items.dialect().expected());
                }
                items.give(document + "/", Json.MAPPER.readTree(parser));
            }
        }
    }

    private void list(String pointer) throws IOException {
        boolean paged = false;
        items.begin(pointer + "/0");
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            String place = pointer + "/" + index;
            items.begin(place);
            paged = element(place, paged);
            items.begin(pointer + "/" + (index + 1));
            ration.renew();
        }
    }

    /**
     * One item, or a whole page of them: pages of an API may have been put into one list.
     *
     * @param paged whether pages came before it
     * @return whether pages have come so far
     */
    private boolean element(String place, boolean paged) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            items.give(place, Json.MAPPER.readTree(parser));
            return paged;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        boolean page = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            if (!page
                    && (object.size() == FIRST_NAMES || items.dialect().event().test(object))) {
                Json.MAPPER.readerForUpdating(object).readValue(parser);
                break;
            }
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && items.dialect().isPage(name)) {
                list(place + "/" + name);
                page = true;
                ration.renew();
            } else {
                object.set(name, Json.MAPPER.<JsonNode>readTree(parser));
            }
        }
        if (paged && !page && !items.dialect().event().test(object)) {
            items.refuse(place, Characters.cut(object.toString(), 200));
        } else if (!page) {
            items.give(place, object);
        }
        return paged || page;
    }

    private void object(String document) throws IOException {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        boolean listed = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY
                    && items.dialect().lists().contains(name)) {
                list(document + "/" + name);
                listed = true;
                ration.renew();
            } else {
                rest.set(name, Json.MAPPER.<JsonNode>readTree(parser));
            }
        }
        if (!listed) {
            alone(document, rest);
        }
        ration.renew();
    }

    private void alone(String document, ObjectNode object) throws UnreadableFeedException {
        if (items.dialect().event().test(object)) {
            items.give(document + "/", object);
            return;
        }
        if (items.begun()) {
            items.give(document + "/", JsonNodeFactory.instance.nullNode());
            return;
        }
        String message = Json.text(object.has("message") ? object.path("message") : object.path("error"));
        if (!message.isEmpty()) {
            throw new UnreadableFeedException("Le serveur a répondu par une erreur au lieu d’événements\u202F: «\u202F"
                    + Characters.cut(Characters.sound(message), 200) + "\u202F».");
        }
        throw new UnreadableFeedException(
                "Aucune liste d’événements dans le fichier" + items.dialect().expected());
    }
}
