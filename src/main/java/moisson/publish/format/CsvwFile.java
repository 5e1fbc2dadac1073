package moisson.publish.format;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Describes a published CSV file in the words of the W3C's "CSV on the Web". */
public final class CsvwFile {
    /** What its name ends in: where programs that know the address of the CSV file look for it. */
    public static final String ENDING = "-metadata.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MOMENT =
            "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2})?";

    private CsvwFile() {}

    /**
     * Writes the description of one table.
     *
     * @param csv name of the file described, beside this one
     * @param unique the column that names a row; empty when none does alone
     */
    public static void write(String csv, String title, List<Heading> headings, String unique, OutputStream out)
            throws IOException {
        ObjectNode file = JSON.createObjectNode();
        ArrayNode context = file.putArray("@context");
        context.add("http://www.w3.org/ns/csvw");
        context.addObject().put("@language", "fr");
        file.put("url", csv);
        file.put("dc:title", title);
        file.putObject("dc:license").put("@id", "http://publications.europa.eu/resource/authority/licence/ETALAB_2_0");
        ObjectNode dialect = file.putObject("dialect");
        dialect.put("delimiter", ",");
        dialect.put("encoding", "utf-8");
        dialect.put("header", true);
        ObjectNode schema = file.putObject("tableSchema");
        ArrayNode columns = schema.putArray("columns");
        headings.forEach(heading -> column(heading, columns.addObject()));
        if (!unique.isEmpty()) {
            schema.put("primaryKey", unique);
        }
        out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(file));
        out.write('\n');
    }

    private static void column(Heading heading, ObjectNode column) {
        column.put("name", heading.name());
        column.put("titles", heading.name());
        ArrayNode described = column.putArray("dc:description");
        described.addObject().put("@value", heading.french()).put("@language", "fr");
        described.addObject().put("@value", heading.english()).put("@language", "en");
        if (heading.required()) {
            column.put("required", true);
        }
        switch (heading.kind()) {
            case TEXT -> column.put("datatype", "string");
            case LIST, SESSIONS -> column.put("separator", "|").put("datatype", "string");
            case INTEGER -> column.put("datatype", "integer");
            case DECIMAL -> column.put("datatype", "decimal");
            case BOOLEAN -> column.putObject("datatype").put("base", "boolean").put("format", "true|false");
            case DATE -> column.putObject("datatype").put("base", "date").put("format", "yyyy-MM-dd");
            case INSTANT -> column.putObject("datatype").put("base", "dateTime").put("format", "yyyy-MM-ddTHH:mm:ssX");
            case MOMENT -> column.putObject("datatype").put("base", "string").put("format", MOMENT);
            case URL -> column.put("datatype", "anyURI");
            case TERM -> term(heading.allowed(), column);
        }
    }

    private static void term(List<String> allowed, ObjectNode column) {
        ObjectNode datatype = column.putObject("datatype").put("base", "string");
        if (!allowed.isEmpty()) {
            datatype.put(
                    "format",
                    String.join("|", allowed.stream().map(CsvwFile::literal).toList()));
        }
    }

    /** A value inside a regular expression. */
    private static String literal(String text) {
        return text.replaceAll("([\\\\.+*?()\\[\\]{}|^$])", "\\\\$1");
    }
}
