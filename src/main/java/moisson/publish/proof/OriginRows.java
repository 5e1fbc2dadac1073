package moisson.publish.proof;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import moisson.event.PublishedEvent;
import moisson.publish.format.Column;
import moisson.publish.format.Columns;
import moisson.publish.format.OriginFile;
import moisson.publish.format.Told;

/** What the pages will show: the events as they are opened again from {@code origines.jsonl}. */
final class OriginRows {
    private OriginRows() {}

    static Rows of(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        var events = OriginFile.stream(in);
        return new Rows(
                new java.util.Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return events.hasNext();
                    }

                    @Override
                    public Row next() {
                        return row(events.next());
                    }
                },
                events);
    }

    private static Row row(PublishedEvent event) {
        Map<String, String> values = new LinkedHashMap<>();
        Told told = new Told(event);
        for (Column column : Columns.ALL) {
            Object value = column.of(told);
            values.put(
                    column.name(),
                    switch (value) {
                        case null -> "";
                        case List<?> items ->
                            Alike.list(items.stream().map(Object::toString).toList());
                        default -> Alike.numeric(column.name()) ? Alike.number(value.toString()) : value.toString();
                    });
        }
        return new Row(event.id(), values);
    }
}
