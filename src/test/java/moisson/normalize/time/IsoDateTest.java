package moisson.normalize.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoDateTest {
    @ParameterizedTest
    @CsvSource({
        "2020-11-05, 2020-11-05 null null",
        "20201105, 2020-11-05 null null",
        "2020-11-05T09:00, 2020-11-05 09:00 null",
        "2020-11-05 09:00:00, 2020-11-05 09:00 null",
        "2020-11-05T09:00:00.123456+00:00, 2020-11-05 09:00 Z",
        "2020-11-05T09:00:00Z, 2020-11-05 09:00 Z",
        "20201105T080000Z, 2020-11-05 08:00 Z",
        "2020-11-05T09:00:00+0100, 2020-11-05 09:00 +01:00",
        "2020-11-05T09:00:00-09:30, 2020-11-05 09:00 -09:30",
        "2019-9-13, 2019-09-13 null null",
    })
    void readsWhatMachinesWrite(String text, String expected) {
        assertThat(IsoDate.find(text))
                .hasValueSatisfying(date -> assertThat(date.day() + " " + date.time() + " " + date.offset())
                        .isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2020",
                "2020-13-01",
                "2020-11-31",
                "05/11/2020",
                "2019-9-13T10-10-00-00",
                "2020-11-05T25:00",
                "2020-11-05T09:00:00+99:00",
                "2020-11-05T",
                "2020-11-05 au 7",
                "99999999T999999Z",
            })
    void leavesTheRestToOthers(String text) {
        assertThat(IsoDate.find(text)).isEmpty();
    }
}
