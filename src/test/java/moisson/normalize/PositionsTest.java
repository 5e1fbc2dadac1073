package moisson.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import moisson.event.Field;
import moisson.event.Severity;
import moisson.event.SourceRecord;
import moisson.normalize.Positions.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coordinates are the numbers that the source wrote, to the last bit. */
class PositionsTest {
    @Test
    void anyNumberOfDigitsIsReadAsJavaReadsIt() {
        Random random = new Random(4);
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "").append(random.nextInt(90));
            text.append('.');
            for (int digits = 1 + random.nextInt(20); digits > 0; digits--) {
                text.append(random.nextInt(10));
            }
            assertThat(latitude(text.toString())).as(text.toString()).contains(Double.valueOf(text.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"48.85", "48.", ".5", "+48.85", "-0.0", "48", "-48.850", "0.000000000000001"})
    void aNumberIsReadHoweverItIsWritten(String text) {
        assertThat(latitude(text)).contains(Double.valueOf(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.8.5", "48-85", "--48.85", ".", "-", "-.", "48.8+"})
    void whatIsNoNumberIsNone(String text) {
        assertThat(latitude(text)).isEmpty();
    }

    private static Optional<Double> latitude(String text) {
        SourceRecord record = new SourceRecord(
                1, "ligne 2", "42", Map.of(Field.LATITUDE, List.of(text), Field.LONGITUDE, List.of("2.35")), "{}");
        return new Positions(new Findings(record, Severity.ERROR, notice -> {}))
                .position(record)
                .map(Position::latitude);
    }
}
