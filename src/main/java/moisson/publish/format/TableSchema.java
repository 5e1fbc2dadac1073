package moisson.publish.format;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Describes a published CSV table as a Table Schema of Frictionless. Lists are texts there: the schema has no rule for a
 * bar inside an item.
 */
public final class TableSchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MOMENT = "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}[+-]\\d{2}:\\d{2})?$";

    private TableSchema() {}

    /**
     * Writes the schema of one table.
     *
     * @param unique the column that names a row; empty when none does alone
     */
    public static void write(String name, String title, List<Heading> headings, String unique, OutputStream out)
            throws IOException {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://specs.frictionlessdata.io/schemas/table-schema.json");
        schema.put("name", name);
        schema.put("title", title);
        ArrayNode fields = schema.putArray("fields");
        headings.forEach(heading -> field(heading, unique, fields.addObject()));
        schema.putArray("missingValues").add("");
        if (!unique.isEmpty()) {
            schema.put("primaryKey", unique);
        }
        out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(schema));
        out.write('\n');
    }

    private static void field(Heading heading, String unique, ObjectNode field) {
        field.put("name", heading.name());
        field.put("title", heading.french());
        field.put("description", heading.french() + " / " + heading.english());
        field.put("type", type(heading.kind()));
        ObjectNode constraints = JSON.createObjectNode();
        switch (heading.kind()) {
            case BOOLEAN -> {
                field.putArray("trueValues").add("true");
                field.putArray("falseValues").add("false");
            }
            case MOMENT -> constraints.put("pattern", MOMENT);
            case URL -> field.put("format", "uri");
            default -> {}
        }
        if (heading.required()) {
            constraints.put("required", true);
        }
        if (heading.name().equals(unique)) {
            constraints.put("unique", true);
        }
        if (!heading.allowed().isEmpty()) {
            ArrayNode allowed = constraints.putArray("enum");
            heading.allowed().forEach(allowed::add);
        }
        if (!constraints.isEmpty()) {
            field.set("constraints", constraints);
        }
    }

    private static String type(Column.Kind kind) {
        return switch (kind) {
            case TEXT, TERM, LIST, SESSIONS, MOMENT, URL -> "string";
            case INTEGER -> "integer";
            case DECIMAL -> "number";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case INSTANT -> "datetime";
        };
    }
}
