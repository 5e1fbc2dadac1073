package moisson.publish.proof;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.HydratorSupplier;
import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Spliterators;
import moisson.publish.format.Column;
import moisson.publish.format.Columns;
import org.jspecify.annotations.Nullable;

/** Reads published Parquet files. */
final class ParquetRows {
    private ParquetRows() {}

    static Rows of(Path file) throws IOException {
        ParquetReader<Map<String, String>, Row> reader =
                ParquetReader.spliterator(file.toFile(), HydratorSupplier.constantly(new Texts()));
        return new Rows(Spliterators.iterator(reader), reader);
    }

    private static final class Texts implements Hydrator<Map<String, String>, Row> {
        @Override
        public Map<String, String> start() {
            Map<String, String> values = new LinkedHashMap<>();
            Columns.ALL.forEach(column -> values.put(column.name(), ""));
            return values;
        }

        @Override
        public Map<String, String> add(Map<String, String> values, String column, @Nullable Object value) {
            if (value != null) {
                values.put(column, text(Alike.KINDS.get(column), value));
            }
            return values;
        }

        @Override
        public Row finish(Map<String, String> values) {
            return new Row(values.getOrDefault("id", ""), values);
        }
    }

    private static String text(Column.@Nullable Kind kind, Object value) {
        if (kind == Column.Kind.DATE && value instanceof Integer day) {
            return LocalDate.ofEpochDay(day).toString();
        }
        if (kind == Column.Kind.INSTANT && value instanceof Long milliseconds) {
            return Instant.ofEpochMilli(milliseconds).toString();
        }
        return value instanceof Number number ? Alike.number(new BigDecimal(number.toString())) : value.toString();
    }
}
