package moisson.publish.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Reads published JSON, JSON Lines and GeoJSON files. */
final class JsonRows {
    private JsonRows() {}

    static Rows json(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return new Rows(objects(in, "evenements").map(JsonRows::nested).iterator(), in);
    }

    static Rows lines(Path file) throws IOException {
        BufferedReader in = Files.newBufferedReader(file, UTF_8);
        return new Rows(
                in.lines()
                        .filter(line -> !line.isEmpty())
                        .map(JsonRows::object)
                        .map(JsonRows::nested)
                        .iterator(),
                in);
    }

    /** With {@code coordonnees}, the point as {@code longitude latitude}. */
    static Rows geo(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return new Rows(objects(in, "features").map(JsonRows::feature).iterator(), in);
    }

    /** The context of a JSON-LD file, which stands before everything else. */
    static JsonObject context(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = Json.createParser(in)) {
            while (parser.hasNext()) {
                if (parser.next() == JsonParser.Event.KEY_NAME && "@context".equals(parser.getString())) {
                    parser.next();
                    return parser.getObject();
                }
            }
        }
        throw new IllegalStateException("il n’y a pas de @context");
    }

    /** The objects of the array of that name, which stands at the top. */
    static Stream<JsonObject> objects(InputStream in, String array) {
        JsonParser parser = Json.createParser(in);
        Iterator<JsonObject> found = new Iterator<>() {
            private final java.util.ArrayDeque<JsonObject> next = new java.util.ArrayDeque<>();
            private final java.util.ArrayDeque<String> open = new java.util.ArrayDeque<>();

            @Override
            public boolean hasNext() {
                while (next.isEmpty() && parser.hasNext()) {
                    step(parser.next());
                }
                return !next.isEmpty();
            }

            private void step(JsonParser.Event event) {
                if (event == JsonParser.Event.KEY_NAME && open.isEmpty() && array.equals(parser.getString())) {
                    open.add(array);
                } else if (event == JsonParser.Event.END_ARRAY && array.equals(open.peek())) {
                    open.clear();
                    open.add("");
                } else if (event == JsonParser.Event.START_OBJECT && array.equals(open.peek())) {
                    next.add(parser.getObject());
                }
            }

            @Override
            public JsonObject next() {
                if (!hasNext()) {
                    throw new java.util.NoSuchElementException();
                }
                return next.remove();
            }
        };
        Iterable<JsonObject> all = () -> found;
        return java.util.stream.StreamSupport.stream(all.spliterator(), false);
    }

    private static JsonObject object(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    private static Row nested(JsonObject event) {
        Map<String, String> values = new LinkedHashMap<>();
        put(event, values);
        return new Row(values.getOrDefault("id", ""), values);
    }

    private static void put(JsonObject object, Map<String, String> values) {
        object.forEach((name, value) -> {
            if (value instanceof JsonObject inner) {
                put(inner, values);
            } else {
                values.put(name, text(value));
            }
        });
    }

    private static Row feature(JsonObject feature) {
        Map<String, String> values = new LinkedHashMap<>();
        put(feature.getJsonObject("properties"), values);
        values.put(
                "coordonnees",
                feature.isNull("geometry")
                        ? ""
                        : feature.getJsonObject("geometry").getJsonArray("coordinates").stream()
                                .map(JsonRows::text)
                                .reduce((longitude, latitude) -> longitude + " " + latitude)
                                .orElse(""));
        return new Row(feature.getString("id"), values);
    }

    static String text(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> "";
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> Alike.number(((JsonNumber) value).bigDecimalValue());
            case ARRAY ->
                Alike.list(((JsonArray) value).stream().map(JsonRows::text).toList());
            case OBJECT ->
                text(value.asJsonObject().getOrDefault("debut", JsonValue.NULL)) + "/"
                        + text(value.asJsonObject().getOrDefault("fin", JsonValue.NULL));
            case TRUE, FALSE -> value.toString();
        };
    }
}
