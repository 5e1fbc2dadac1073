package moisson.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moisson.event.Notice;
import moisson.event.SourceRecord;

/** What came out of a feed, in the form of the expectations. */
final class Telling {
    private Telling() {}

    static JsonNode of(GoldenFeeds feed) throws IOException {
        ObjectNode telling = JsonNodeFactory.instance.objectNode();
        try {
            ReadingForTest reading = ReadingForTest.of(feed.format(), feed.file());
            ArrayNode records = telling.putArray("records");
            for (int i = 0; i < reading.records.size(); i++) {
                records.add(record(reading.records.get(i), reading.notices.get(i)));
            }
            put(telling, "rejects", reading.rejects);
            put(telling, "remarks", reading.remarks);
        } catch (UnreadableFeedException e) {
            telling.put("refused", e.getMessage());
        }
        return telling;
    }

    private static ObjectNode record(SourceRecord record, List<Notice> notices) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("number", record.number()).put("place", record.place()).put("key", record.key());
        ObjectNode values = told.putObject("values");
        new TreeMap<>(record.values())
                .forEach((field, list) -> list.forEach(values.withArray("/" + field.name())::add));
        put(told, "notices", notices);
        return told;
    }

    private static void put(ObjectNode telling, String name, List<Notice> notices) {
        ArrayNode array = telling.putArray(name);
        notices.forEach(notice -> array.add(line(notice)));
    }

    private static String line(Notice notice) {
        return Stream.of(notice.code().name(), notice.place(), notice.field(), notice.value())
                .map(part -> part == null ? "-" : part)
                .collect(Collectors.joining(" | "));
    }
}
