package moisson.app.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a page of JSON says about the others.
 *
 * @param total how many there are in all, -1 when it does not say
 * @param items how many stand in this page, -1 when it has no list
 * @param after the cursor of the next page, one value or several; none in the last page
 */
record Page(long total, long items, List<String> after) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> TOTAL = Set.of("total", "total_count");
    private static final Set<String> LIST = Set.of("events", "results");

    Page {
        after = List.copyOf(after);
    }

    /** Walks through it without keeping anything of the items. */
    static Page read(InputStream body) throws IOException {
        long total = -1;
        long items = -1;
        List<String> after = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(body)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    JsonToken value = parser.nextToken();
                    if (TOTAL.contains(name) && value == JsonToken.VALUE_NUMBER_INT) {
                        total = parser.getLongValue();
                    } else if (LIST.contains(name) && value == JsonToken.START_ARRAY) {
                        items = count(parser);
                    } else if (name.equals("after")) {
                        after.addAll(cursor(parser));
                    } else {
                        parser.skipChildren();
                    }
                }
            }
        }
        return new Page(total, items, after);
    }

    private static long count(JsonParser parser) throws IOException {
        long items = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            items++;
        }
        return items;
    }

    private static List<String> cursor(JsonParser parser) throws IOException {
        List<String> values = new ArrayList<>();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                // The server sorts by several values, and one of them may be null: it wants it back as an empty one.
                values.add(parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText());
                parser.skipChildren();
            }
        } else if (parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL) {
            values.add(parser.getText());
        } else {
            parser.skipChildren();
        }
        return values;
    }
}
