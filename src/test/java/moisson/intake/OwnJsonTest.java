package moisson.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moisson.event.Field;
import moisson.event.PublishedEvent;
import moisson.intake.ColumnNames.Meaning;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;
import moisson.publish.EventForTest;
import moisson.publish.format.Column;
import moisson.publish.format.Columns;
import moisson.publish.format.DatasetWriters;
import moisson.publish.graph.EventGraph;
import moisson.publish.graph.Iris;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two Moissons can feed each other: what one writes as JSON the other reads whole. */
class OwnJsonTest {
    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/jsonl"})
    void everyMemberOfEveryEventComesBack(String mediaType) throws IOException {
        List<PublishedEvent> events = EventForTest.some();

        ReadingForTest reading = ReadingForTest.of("moisson", written(mediaType, events));

        assertThat(reading.codes()).isEmpty();
        assertThat(reading.records).hasSameSizeAs(events);
        for (int i = 0; i < events.size(); i++) {
            assertThat(reading.records.get(i).key()).isEqualTo(events.get(i).id());
            assertThat(reading.records.get(i).values()).isEqualTo(expected(events.get(i)));
        }
    }

    private static byte[] written(String mediaType, List<PublishedEvent> events) throws IOException {
        var graph = new EventGraph(new Iris(URI.create("https://moisson.example/")), EventForTest.EDITIONS);
        DatasetWriter writer = DatasetWriters.all(graph).stream()
                .filter(one -> one.mediaType().equals(mediaType))
                .findFirst()
                .orElseThrow();
        var bytes = new ByteArrayOutputStream();
        writer.write(new Dataset("evenements", events), bytes);
        return bytes.toByteArray();
    }

    /** By the published columns themselves: one that is added there must be understood here. */
    private static Map<Field, List<String>> expected(PublishedEvent event) {
        Map<Field, List<String>> values = new TreeMap<>();
        for (Column column : Columns.ALL) {
            Meaning meaning = ColumnNames.meaning(column.name()).orElseThrow();
            List<String> texts = texts(column.of(event));
            if (meaning.field() != null && !texts.isEmpty()) {
                values.put(meaning.field(), texts);
            }
        }
        return values;
    }

    private static List<String> texts(@Nullable Object value) {
        Stream<?> all = value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
        return all.map(one -> one instanceof BigDecimal number ? String.valueOf(number.doubleValue()) : one.toString())
                .map(Characters::sound)
                .filter(text -> !text.isBlank())
                .collect(Collectors.toList());
    }
}
