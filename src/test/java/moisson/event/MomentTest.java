package moisson.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-05T09:00:00+01:00",
                "2026-01-31T23:59:59-09:30",
                "2026-12-01T00:05:07+00:00",
                "0987-07-14T10:00:00+05:45",
                "1066-10-14T08:00:00-18:00"
            })
    void writesWhatItReads(String text) {
        assertThat(Moment.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-05T09:00:00.5+01:00", "2026-11-05T09:00:00+01:00"})
    void saysNothingOfPartsOfASecond(String text) {
        assertThat(Moment.of(OffsetDateTime.parse(text))).hasToString("2026-11-05T09:00:00+01:00");
    }
}
