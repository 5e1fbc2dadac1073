package moisson.publish.format;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import moisson.event.PublishedEvent;
import moisson.publish.Dataset;
import moisson.publish.EventForTest;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;

class ParquetWriterTest {
    private static final int MANY = 20_000;

    /** Left to the library, their order is that of a hash that differs from process to process. */
    @Test
    void theEncodingsOfAColumnAreToldInOrder() throws IOException {
        PublishedEvent event = EventForTest.published("id", 2020, EventForTest.workshop("source-a", "1"));
        List<PublishedEvent> events = IntStream.range(0, MANY)
                .mapToObj(i -> event.dated(event.publishedAt().plusSeconds(i), event.modifiedAt()))
                .toList();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new ParquetWriter().write(new Dataset("evenements", events), file);

        FileMetaData metadata = metadata(file.toByteArray());
        assertThat(metadata.getNum_rows()).isEqualTo(MANY);
        assertThat(metadata.getRow_groups())
                .flatExtracting(group -> requireNonNull(group.getColumns()))
                .extracting(column -> requireNonNull(column.getMeta_data()).getEncodings())
                .allSatisfy(encodings -> assertThat(encodings).isSorted())
                .anySatisfy(encodings -> assertThat(encodings).hasSizeGreaterThan(1));
    }

    private static FileMetaData metadata(byte[] file) throws IOException {
        int end = file.length - 8;
        int length =
                ByteBuffer.wrap(file, end, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
        return Util.readFileMetaData(new ByteArrayInputStream(file, end - length, length));
    }
}
