package moisson.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The names of a list of JSON objects, with the first values of each, from the beginning of the text. */
final class JsonSketch {
    private static final int DEEPEST = 6;
    private static final int MOST_NAMES = 200;

    private JsonSketch() {}

    /** Those of the outermost objects that stand in an array; of the objects at the root when there is no array. */
    static List<Sketch.Column> columns(String head) {
        Map<Integer, Map<String, List<String>>> byDepth = new TreeMap<>();
        Map<String, List<String>> root = new LinkedHashMap<>();
        // True for an array, false for an object: what we are in.
        Deque<Boolean> path = new ArrayDeque<>();
        try (JsonParser parser = Json.MAPPER.createParser(head)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    path.push(token == JsonToken.START_ARRAY);
                } else if (token.isStructEnd()) {
                    path.pop();
                } else if (token.isScalarValue() && !path.isEmpty() && !path.peek() && path.size() <= DEEPEST) {
                    boolean inArray = path.stream().skip(1).findFirst().orElse(false);
                    if (inArray || path.size() == 1) {
                        Map<String, List<String>> names =
                                inArray ? byDepth.computeIfAbsent(path.size(), depth -> new LinkedHashMap<>()) : root;
                        add(names, parser.currentName(), parser.getText());
                    }
                }
            }
        } catch (IOException e) {
            // The head ends somewhere, or this is where it is broken: what was met so far tells.
            return listed(byDepth, root);
        }
        return listed(byDepth, root);
    }

    private static void add(Map<String, List<String>> names, String name, String value) {
        if (names.size() >= MOST_NAMES && !names.containsKey(name)) {
            return;
        }
        List<String> samples = names.computeIfAbsent(name, any -> new ArrayList<>());
        if (samples.size() < Sketch.ROWS && !value.isBlank() && !value.equals("null")) {
            samples.add(value.strip());
        }
    }

    private static List<Sketch.Column> listed(
            Map<Integer, Map<String, List<String>>> byDepth, Map<String, List<String>> root) {
        return byDepth.values().stream().findFirst().orElse(root).entrySet().stream()
                .map(entry -> new Sketch.Column(entry.getKey(), entry.getValue()))
                .toList();
    }
}
