package moisson.publish.format;

import java.util.List;
import moisson.publish.DatasetWriter;
import moisson.publish.graph.EventGraph;

/** Every format events are published in. A new format is one class and one name here. */
public final class DatasetWriters {
    private DatasetWriters() {}

    public static List<DatasetWriter> all(EventGraph graph) {
        return List.of(
                new CsvWriter(),
                new XlsxWriter(),
                new ParquetWriter(),
                JsonWriter.object(),
                JsonWriter.lines(),
                JsonWriter.features(),
                new CalendarWriter(),
                GraphWriter.turtle(graph),
                GraphWriter.nTriples(graph),
                GraphWriter.jsonLd(graph));
    }
}
