package moisson.publish.format;

import blue.strategic.parquet.ValueWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import moisson.event.PublishedEvent;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * Apache Parquet, one flat column per column of the table: texts, integers, doubles, booleans, dates, instants in UTC.
 * Lists are texts joined as in CSV, without the apostrophe that guards a spreadsheet.
 */
final class ParquetWriter implements DatasetWriter {
    @Override
    public String extension() {
        return "parquet";
    }

    @Override
    public String mediaType() {
        return "application/vnd.apache.parquet";
    }

    /** Through a file of its own: the library writes only files. */
    @Override
    public void write(Dataset dataset, OutputStream out) throws IOException {
        Path aside = Files.createTempFile("moisson-", ".parquet");
        try {
            try (var writer = blue.strategic.parquet.ParquetWriter.<PublishedEvent>writeFile(
                    schema(), aside.toFile(), ParquetWriter::write)) {
                for (PublishedEvent event : dataset.events()) {
                    writer.write(event);
                }
            }
            Files.copy(aside, out);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static MessageType schema() {
        return new MessageType(
                "evenements", Headings.EVENTS.stream().map(ParquetWriter::type).toList());
    }

    private static Type type(Heading heading) {
        var repetition = heading.required() ? Type.Repetition.REQUIRED : Type.Repetition.OPTIONAL;
        return switch (heading.kind()) {
            case INTEGER -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(heading.name());
            case DECIMAL ->
                Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(heading.name());
            case BOOLEAN ->
                Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(heading.name());
            case DATE ->
                Types.primitive(PrimitiveTypeName.INT32, repetition)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(heading.name());
            case INSTANT ->
                Types.primitive(PrimitiveTypeName.INT64, repetition)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS))
                        .named(heading.name());
            case TEXT, TERM, LIST, SESSIONS, MOMENT, URL ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(heading.name());
        };
    }

    private static void write(PublishedEvent event, ValueWriter row) {
        for (Column column : Columns.ALL) {
            Object value = column.of(event);
            if (value != null) {
                row.write(column.name(), stored(column.kind(), value));
            }
        }
    }

    private static Object stored(Column.Kind kind, Object value) {
        return switch (kind) {
            case DECIMAL -> ((BigDecimal) value).doubleValue();
            case DATE -> (int) LocalDate.parse(value.toString()).toEpochDay();
            case INSTANT -> Instant.parse(value.toString()).toEpochMilli();
            default -> value instanceof List<?> items ? Cells.joined(items) : value;
        };
    }
}
