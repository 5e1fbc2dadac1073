package moisson.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import moisson.event.Event;
import moisson.event.Field;
import moisson.event.Moment;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.reference.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nights in which clocks change, and the clocks of the overseas territories. */
class SummerTimeTest {
    private static final Normalizer NORMALIZER = new Normalizer(Reference.shipped());

    private final List<Notice> notices = new ArrayList<>();

    /** Clocks went forward on 31 March 2019 in Paris, on 10 March 2019 in Saint-Pierre; back on 27 October and 3 November. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "75056 | 2019-03-31T01:59:00 | 2019-03-31T01:59+01:00 |",
                "75056 | 2019-03-31T02:00:00 | 2019-03-31T03:00+02:00 | SKIPPED_HOUR",
                "75056 | 2019-03-31T02:30:00 | 2019-03-31T03:30+02:00 | SKIPPED_HOUR",
                "75056 | 31/03/2019 à 2h30   | 2019-03-31T03:30+02:00 | SKIPPED_HOUR",
                "75056 | 2019-03-31T03:00:00 | 2019-03-31T03:00+02:00 |",
                "75056 | 2019-10-27T01:59:00 | 2019-10-27T01:59+02:00 |",
                "75056 | 2019-10-27T02:30:00 | 2019-10-27T02:30+02:00 | REPEATED_HOUR",
                "75056 | 2019-10-27T03:00:00 | 2019-10-27T03:00+01:00 |",
                "97502 | 2019-03-10T02:30:00 | 2019-03-10T03:30-02:00 | SKIPPED_HOUR",
                "97502 | 2019-03-31T02:30:00 | 2019-03-31T02:30-02:00 |",
                "97502 | 2019-11-03T01:30:00 | 2019-11-03T01:30-02:00 | REPEATED_HOUR",
                "97411 | 2019-03-31T02:30:00 | 2019-03-31T02:30+04:00 |",
            })
    void anHourThatIsNotThereMovesForwardAndOneThereTwiceIsTheFirst(
            String commune, String told, String expected, String notice) {
        assertThat(moment(commune, told).at()).asString().isEqualTo(expected);
        assertThat(codes()).isEqualTo(notice == null ? List.of() : List.of(NoticeCode.valueOf(notice)));
    }

    /** An offset, or UTC, leaves nothing open. */
    @ParameterizedTest
    @CsvSource({
        "2019-03-31T02:30:00+01:00, 2019-03-31T03:30+02:00",
        "2019-03-31T00:30:00Z, 2019-03-31T01:30+01:00",
        "2019-10-27T02:30:00+02:00, 2019-10-27T02:30+02:00",
        "2019-10-27T02:30:00+01:00, 2019-10-27T02:30+01:00",
        "2019-10-27T01:30:00Z, 2019-10-27T02:30+01:00"
    })
    void whoeverTellsTheOffsetIsTakenAtTheirWord(String told, String expected) {
        assertThat(moment("75056", told).at()).asString().isEqualTo(expected);
        assertThat(codes()).isEmpty();
    }

    /** In November, and in July, when Paris is an hour nearer to all of them but Saint-Pierre. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "97105 | America/Guadeloupe  | -04:00 | -04:00",
                "97209 | America/Martinique  | -04:00 | -04:00",
                "97302 | America/Cayenne     | -03:00 | -03:00",
                "97411 | Indian/Reunion      | +04:00 | +04:00",
                "97502 | America/Miquelon    | -03:00 | -02:00",
                "97611 | Indian/Mayotte      | +03:00 | +03:00",
                "97701 | America/St_Barthelemy | -04:00 | -04:00",
                "97801 | America/Marigot     | -04:00 | -04:00",
                "98611 | Pacific/Wallis      | +12:00 | +12:00",
                "98735 | Pacific/Tahiti      | -10:00 | -10:00",
                "98731 | Pacific/Marquesas   | -09:30 | -09:30",
                "98746 | Pacific/Marquesas   | -09:30 | -09:30",
                "98719 | Pacific/Gambier     | -09:00 | -09:00",
                "98818 | Pacific/Noumea      | +11:00 | +11:00",
            })
    void tenOClockIsTenOClockThere(String commune, String zone, String november, String july) {
        Event event = event(Map.of(Field.INSEE, commune, Field.START, "2020-11-05T10:00:00"));
        assertThat(event.when().zone()).isEqualTo(zone);
        assertThat(event.when().start().orElseThrow().at()).asString().isEqualTo("2020-11-05T10:00" + november);
        assertThat(moment(commune, "2020-07-05T10:00:00").at()).asString().isEqualTo("2020-07-05T10:00" + july);
        assertThat(codes()).isEmpty();
    }

    @Test
    void theAustralTerritoriesHaveNoCommunesAndTheZoneOfKerguelen() {
        Event event = event(Map.of(Field.DEPARTMENT, "984", Field.START, "2020-11-05T10:00:00"));
        assertThat(event.when().zone()).isEqualTo("Indian/Kerguelen");
        assertThat(event.when().start().orElseThrow().at()).asString().isEqualTo("2020-11-05T10:00+05:00");
    }

    @Test
    void aNightAcrossTheChangeEndsWhenTheClockOnTheWallSaysSo() {
        Event event = event(
                Map.of(Field.INSEE, "75056", Field.START, "2019-10-26T22:00:00", Field.END, "2019-10-27T06:00:00"));
        assertThat(event.when().start().orElseThrow().at()).asString().isEqualTo("2019-10-26T22:00+02:00");
        assertThat(event.when().end().orElseThrow().at()).asString().isEqualTo("2019-10-27T06:00+01:00");
    }

    private Moment moment(String commune, String told) {
        return event(Map.of(Field.INSEE, commune, Field.START, told))
                .when()
                .start()
                .orElseThrow();
    }

    private List<NoticeCode> codes() {
        return notices.stream()
                .map(Notice::code)
                .filter(code -> code == NoticeCode.SKIPPED_HOUR || code == NoticeCode.REPEATED_HOUR)
                .toList();
    }

    private Event event(Map<Field, String> told) {
        Map<Field, List<String>> values = new EnumMap<>(Field.class);
        values.put(Field.TITLE, List.of("Atelier fictif"));
        told.forEach((field, value) -> values.put(field, List.of(value)));
        Source source = new Source(
                "exemple", "Exemple", "csv", "https://exemple.example", null, "Europe/Paris", "Licence", true, 30);
        return NORMALIZER
                .normalize(new SourceRecord(1, "ligne 2", "42", values, "{}"), source, notices::add)
                .orElseThrow();
    }
}
