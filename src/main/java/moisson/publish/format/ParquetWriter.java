package moisson.publish.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import blue.strategic.parquet.ParquetReader;
import blue.strategic.parquet.ValueWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import moisson.event.Moment;
import moisson.event.PublishedEvent;
import moisson.publish.Dataset;
import moisson.publish.DatasetWriter;
import org.apache.commons.io.IOUtils;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * Apache Parquet, one flat column per column of the table: texts, integers, doubles, booleans, dates, instants in UTC.
 * Lists are texts joined as in CSV, without the apostrophe that guards a spreadsheet. The row groups of all events are those
 * of the editions.
 */
final class ParquetWriter implements DatasetWriter.Joining {
    private static final byte[] MARK = "PAR1".getBytes(US_ASCII);

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
            copy(aside, out);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** Row group by row group, byte for byte: nothing is decoded. */
    @Override
    public void join(List<Path> files, OutputStream out) throws IOException {
        Path aside = Files.createTempFile("moisson-", ".parquet");
        try {
            ParquetFileWriter writer = new ParquetFileWriter(
                    new LocalOutputFile(aside),
                    schema(),
                    ParquetFileWriter.Mode.OVERWRITE,
                    org.apache.parquet.hadoop.ParquetWriter.DEFAULT_BLOCK_SIZE,
                    org.apache.parquet.hadoop.ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
                    ParquetProperties.DEFAULT_COLUMN_INDEX_TRUNCATE_LENGTH,
                    ParquetProperties.DEFAULT_STATISTICS_TRUNCATE_LENGTH,
                    ParquetProperties.DEFAULT_PAGE_WRITE_CHECKSUM_ENABLED);
            try (writer) {
                writer.start();
                for (Path file : files) {
                    writer.appendFile(new LocalInputFile(file));
                }
                writer.end(ParquetReader.readMetadata(files.getFirst().toFile())
                        .getFileMetaData()
                        .getKeyValueMetaData());
            }
            copy(aside, out);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** With the encodings of each column in order: the library names them in one that is another in every process. */
    private static void copy(Path file, OutputStream out) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            // A file ends with its metadata, the length of these, least byte first, and its mark.
            in.seek(in.length() - MARK.length - Integer.BYTES);
            byte[] footer = new byte[Integer.reverseBytes(in.readInt())];
            long from = in.length() - MARK.length - Integer.BYTES - footer.length;
            in.seek(from);
            in.readFully(footer);
            FileMetaData metadata = Util.readFileMetaData(new ByteArrayInputStream(footer));
            for (RowGroup group : requireNonNull(metadata.getRow_groups())) {
                for (ColumnChunk column : requireNonNull(group.getColumns())) {
                    Collections.sort(
                            requireNonNull(requireNonNull(column.getMeta_data()).getEncodings()));
                }
            }
            ByteArrayOutputStream sorted = new ByteArrayOutputStream();
            Util.writeFileMetaData(metadata, sorted);
            in.seek(0);
            IOUtils.copyLarge(Channels.newInputStream(in.getChannel()), out, 0, from);
            sorted.writeTo(out);
            out.write(ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(sorted.size())
                    .array());
            out.write(MARK);
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
        Told told = new Told(event);
        for (Column column : Columns.ALL) {
            Object value = stored(column, told);
            if (value != null) {
                row.write(column.name(), value);
            }
        }
    }

    private static @Nullable Object stored(Column column, Told told) {
        return switch (column.kind()) {
            case DECIMAL -> column.of(told) instanceof BigDecimal number ? number.doubleValue() : null;
            case DATE -> {
                Moment moment = told.moment(column);
                yield moment == null ? null : (int) moment.day().toEpochDay();
            }
            case INSTANT -> told.instant(column).toEpochMilli();
            default -> {
                Object value = column.of(told);
                yield value instanceof List<?> items ? Cells.joined(items) : value;
            }
        };
    }
}
