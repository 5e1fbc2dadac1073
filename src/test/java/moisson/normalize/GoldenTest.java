package moisson.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import moisson.event.Event;
import moisson.event.Field;
import moisson.event.Notice;
import moisson.event.Session;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.reference.Reference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A case is two files of {@code src/test/resources/normalize}: {@code <case>.json}, a record by field, and {@code
 * <case>.expected.json}, the event and the notices that come of it. {@code -Dgolden=write} writes the second one: read the
 * difference before you commit it.
 */
class GoldenTest {
    private static final Path CASES = Path.of("src/test/resources/normalize");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new SimpleModule()
                    .addSerializer(Session.class, ToStringSerializer.instance)
                    .addSerializer(LocalDate.class, ToStringSerializer.instance))
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY)
            .setVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .enable(SerializationFeature.INDENT_OUTPUT);

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json") && !name.endsWith(".expected.json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRecordBecomesTheExpectedEventAndNotices(String name) throws IOException {
        String outcome = outcome(JSON.readTree(CASES.resolve(name + ".json").toFile()));
        Path expected = CASES.resolve(name + ".expected.json");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(expected, outcome);
        }
        assertThat(outcome).isEqualTo(Files.readString(expected));
    }

    private static String outcome(JsonNode input) throws IOException {
        Source source = new Source(
                input.path("source").asText("ville-exemple"),
                "Exemple",
                "csv",
                "https://exemple.fr/agenda.csv",
                null,
                input.path("zone").asText("Europe/Paris"),
                "Licence Ouverte",
                true,
                30);
        List<Notice> notices = new ArrayList<>();
        Optional<Event> event =
                new Normalizer(Reference.shipped()).normalize(record(input.get("record")), source, notices::add);
        ObjectNode outcome = JSON.createObjectNode();
        event.ifPresent(found -> outcome.setAll((ObjectNode) JSON.valueToTree(found)));
        outcome.remove("id");
        ArrayNode said = outcome.putArray("notices");
        notices.forEach(notice -> said.add(notice.code()
                + (notice.field() == null ? "" : " " + notice.field())
                + (notice.value() == null ? "" : ": " + notice.value())));
        return JSON.writer(printer()).writeValueAsString(outcome) + "\n";
    }

    private static SourceRecord record(JsonNode values) {
        Map<Field, List<String>> fields = new EnumMap<>(Field.class);
        values.properties().forEach(entry -> {
            List<String> texts = new ArrayList<>();
            if (entry.getValue().isArray()) {
                entry.getValue().forEach(text -> texts.add(text.asText()));
            } else {
                texts.add(entry.getValue().asText());
            }
            fields.put(Field.valueOf(entry.getKey()), texts);
        });
        return new SourceRecord(1, "ligne 2", "42", fields, values.toString());
    }

    private static DefaultPrettyPrinter printer() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        return printer;
    }
}
