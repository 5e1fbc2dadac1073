package moisson.publish.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import moisson.event.Sha256;

/**
 * What we leave on the portal, beside what it describes: whose it is, and a print of each value as we wrote it. The
 * marks are written in the same request as the values, so that neither is ever there without the other.
 *
 * @param key of our dataset or file; empty on what is not ours
 * @param prints by name of the field, short sums of the values
 */
record Marks(String key, Map<String, String> prints) {
    static final Marks NONE = new Marks("", Map.of());

    /** Stands for the bytes of the file. */
    static final String BYTES = "octets";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LENGTH = 16;

    Marks {
        prints = Map.copyOf(prints);
    }

    /** @param prints as {@link #text} gives them; anything else is as good as nothing */
    static Marks read(String key, String prints) {
        try {
            return new Marks(key, JSON.readValue(prints, new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException | NullPointerException e) {
            return new Marks(key, Map.of());
        }
    }

    /** As JSON, the same for the same prints. */
    String text() {
        return JSON.valueToTree(new TreeMap<>(prints)).toString();
    }

    /** These, and those of what is being written. */
    Marks writing(String owner, ObjectNode values) {
        Map<String, String> all = new TreeMap<>(prints);
        values.properties().forEach(value -> all.put(value.getKey(), print(value.getValue())));
        return new Marks(owner, all);
    }

    Marks withBytes(String sum) {
        Map<String, String> all = new TreeMap<>(prints);
        all.put(BYTES, print(sum));
        return new Marks(key, all);
    }

    boolean wrote(String field, JsonNode value) {
        return print(value).equals(prints.get(field));
    }

    boolean wroteBytes(String sum) {
        return print(sum).equals(prints.get(BYTES));
    }

    private static String print(JsonNode value) {
        return print(value.toString());
    }

    private static String print(String text) {
        return Sha256.of(text).substring(0, LENGTH);
    }
}
