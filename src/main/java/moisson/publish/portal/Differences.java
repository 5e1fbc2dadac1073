package moisson.publish.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import moisson.publish.portal.PortalSettings.Edits;

/**
 * What we would tell against what the portal tells, value by value. A value that is neither ours nor as we left it was
 * changed by a person.
 *
 * @param write what is to be written
 * @param same what is there already
 * @param edited what people changed, in French
 */
record Differences(ObjectNode write, ObjectNode same, List<String> edited) {
    private static final int LONGEST = 80;

    /** @param traces values that an upload leaves behind, which no person wrote */
    static Differences of(ObjectNode wanted, ObjectNode there, Marks marks, Set<String> traces, Edits rule) {
        ObjectNode write = JsonNodeFactory.instance.objectNode();
        ObjectNode same = JsonNodeFactory.instance.objectNode();
        List<String> edited = new ArrayList<>();
        wanted.properties().forEach(entry -> {
            String field = entry.getKey();
            JsonNode now = there.path(field);
            if (now.equals(entry.getValue())) {
                same.set(field, now);
                return;
            }
            boolean ours = empty(now) || marks.wrote(field, now) || traces.contains(now.asText());
            if (!ours) {
                edited.add("«\u202f" + field + "\u202f» a été modifié sur le portail («\u202f" + brief(now)
                        + "\u202f»)\u202f: "
                        + (rule == Edits.KEEP ? "gardé, au lieu de " : "remplacé par ")
                        + "«\u202f" + brief(entry.getValue()) + "\u202f»");
            }
            if (ours || rule == Edits.OVERWRITE) {
                write.set(field, entry.getValue());
            }
        });
        return new Differences(write, same, edited);
    }

    /** The marks for when all this is written. */
    Marks marks(Marks before, String owner) {
        return before.writing(owner, same).writing(owner, write);
    }

    /** The names of what is to be written. */
    String names() {
        return String.join(
                ", ", write.properties().stream().map(entry -> entry.getKey()).toList());
    }

    private static boolean empty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isValueNode() ? value.asText().isEmpty() : value.isEmpty());
    }

    private static String brief(JsonNode value) {
        String text = (value.isValueNode() ? value.asText() : value.toString()).replaceAll("\\s+", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
