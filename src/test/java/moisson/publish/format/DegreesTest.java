package moisson.publish.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DegreesTest {
    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                -0.0,
                1,
                -1,
                2.35,
                -20.8823,
                48.8566,
                90,
                -180,
                0.001,
                0.0009,
                1e-7,
                1e9,
                0.1 + 0.2,
                Double.MIN_VALUE
            })
    void aNumberIsThatOfItsText(double degrees) {
        assertThat(Degrees.of(degrees)).isEqualTo(BigDecimal.valueOf(degrees));
    }

    @Test
    void soItIsForManyOfAnyNumberOfDigits() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            double scale = Math.pow(10, random.nextInt(17));
            double degrees = Math.round(random.nextDouble(-180, 180) * scale) / scale;
            assertThat(Degrees.of(degrees)).isEqualTo(BigDecimal.valueOf(degrees));
        }
    }
}
