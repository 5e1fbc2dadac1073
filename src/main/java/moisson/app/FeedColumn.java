package moisson.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Tables gathered from several feeds say in a column {@code feed}, else {@code source}, which one each row is from. */
final class FeedColumn {
    private static final JsonFactory JSON = new JsonFactory();

    private FeedColumn() {}

    /** @param verbatim a row, as a JSON object of its cells */
    static Optional<String> of(String verbatim) {
        String source = "";
        try (JsonParser parser = JSON.createParser(verbatim)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING && name.equals("feed")) {
                    return Optional.of(parser.getText().strip()).filter(feed -> !feed.isEmpty());
                }
                if (value == JsonToken.VALUE_STRING && name.equals("source")) {
                    source = parser.getText().strip();
                }
                parser.skipChildren();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(source).filter(told -> !told.isEmpty());
    }
}
