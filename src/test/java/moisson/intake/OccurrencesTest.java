package moisson.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import moisson.event.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OccurrencesTest {
    @Test
    void anEndlessSeriesStopsAfterThreeYearsAndSaysSo() {
        ReadingForTest reading = read("DTSTART:20200106T090000Z", "RRULE:FREQ=WEEKLY");

        assertThat(reading.values(0, Field.SESSION)).hasSize(157).last().isEqualTo("2023-01-02T09:00:00Z/");
        assertThat(reading.codes()).containsOnlyKeys("TRUNCATED_TEXT");
    }

    @Test
    void aDenseSeriesStopsAfter800SessionsAndSaysSo() {
        ReadingForTest reading = read("DTSTART:20200106T090000Z", "RRULE:FREQ=HOURLY");

        assertThat(reading.values(0, Field.SESSION)).hasSize(Limits.OCCURRENCES);
        assertThat(reading.codes()).containsOnlyKeys("TRUNCATED_TEXT");
    }

    @Test
    void aSeriesThatEndsInTimeIsWholeAndSaysNothing() {
        ReadingForTest reading = read("DTSTART:20200106T090000Z", "RRULE:FREQ=DAILY;COUNT=800");

        assertThat(reading.values(0, Field.SESSION)).hasSize(800);
        assertThat(reading.codes()).isEmpty();
    }

    @Test
    void tenOClockStaysTenOClockInSummer() {
        ReadingForTest reading = read(
                "DTSTART;TZID=Europe/Paris:20200328T100000",
                "DTEND;TZID=Europe/Paris:20200328T110000",
                "RRULE:FREQ=DAILY;COUNT=2");

        assertThat(reading.values(0, Field.SESSION))
                .containsExactly(
                        "2020-03-28T10:00:00+01:00/2020-03-28T11:00:00+01:00",
                        "2020-03-29T10:00:00+02:00/2020-03-29T11:00:00+02:00");
    }

    /** RFC 5545, 3.3.5: an hour that does not exist is read with the offset before, one there twice is the first. */
    @Test
    void anOccurrenceInTheNightOfTheChangeKeepsItsInstant() {
        assertThat(read("DTSTART;TZID=Europe/Paris:20190330T023000", "RRULE:FREQ=DAILY;COUNT=3")
                        .values(0, Field.SESSION))
                .containsExactly(
                        "2019-03-30T02:30:00+01:00/", "2019-03-31T02:30:00+01:00/", "2019-04-01T02:30:00+02:00/");
        assertThat(read("DTSTART;TZID=Europe/Paris:20191026T023000", "RRULE:FREQ=DAILY;COUNT=3")
                        .values(0, Field.SESSION))
                .containsExactly(
                        "2019-10-26T02:30:00+02:00/", "2019-10-27T02:30:00+02:00/", "2019-10-28T02:30:00+01:00/");
    }

    @Test
    void aStartInTheNightOfTheChangeIsToldOf() {
        assertThat(read("DTSTART;TZID=Europe/Paris:20190331T023000").codes()).containsOnlyKeys("SKIPPED_HOUR");
        assertThat(read("DTSTART;TZID=Europe/Paris:20191027T023000").codes()).containsOnlyKeys("REPEATED_HOUR");
        assertThat(read("DTSTART;TZID=Indian/Reunion:20191027T023000").codes()).isEmpty();
    }

    /** RFC 5545, 3.3.6: hours are as long as they are, days are days. */
    @Test
    void eightHoursAreEightHoursAlsoInTheNightOfTheChange() {
        assertThat(read("DTSTART;TZID=Europe/Paris:20191026T220000", "DURATION:PT8H", "RRULE:FREQ=DAILY;COUNT=1")
                        .values(0, Field.SESSION))
                .containsExactly("2019-10-26T22:00:00+02:00/2019-10-27T05:00:00+01:00");
        assertThat(read("DTSTART;TZID=Europe/Paris:20191026T220000", "DURATION:P1D", "RRULE:FREQ=DAILY;COUNT=1")
                        .values(0, Field.SESSION))
                .containsExactly("2019-10-26T22:00:00+02:00/2019-10-27T22:00:00+01:00");
    }

    @Test
    void theLastDayOfARuleIsIncluded() {
        assertThat(read("DTSTART:20200106T090000", "RRULE:FREQ=DAILY;UNTIL=20200108")
                        .values(0, Field.SESSION))
                .hasSize(3);
        assertThat(read("DTSTART;TZID=Europe/Paris:20200106T090000", "RRULE:FREQ=DAILY;UNTIL=20200108T080000Z")
                        .values(0, Field.SESSION))
                .hasSize(3);
        assertThat(read("DTSTART;TZID=Europe/Paris:20200106T090000", "RRULE:FREQ=DAILY;UNTIL=20200108T075959Z")
                        .values(0, Field.SESSION))
                .hasSize(2);
    }

    @Test
    void anExceptionGivenAsADayExceptsTheWholeDay() {
        assertThat(read("DTSTART:20200106T090000Z", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20200107")
                        .values(0, Field.SESSION))
                .containsExactly("2020-01-06T09:00:00Z/", "2020-01-08T09:00:00Z/");
    }

    @Test
    void anExceptionMayBeGivenInAnotherZone() {
        assertThat(read(
                                "DTSTART;TZID=Europe/Paris:20200106T090000",
                                "RRULE:FREQ=DAILY;COUNT=3",
                                "EXDATE:20200107T080000Z")
                        .values(0, Field.SESSION))
                .hasSize(2)
                .noneMatch(session -> session.startsWith("2020-01-07"));
    }

    @Test
    void periodsAndBrokenDatesAmongTheExtraOnesAreRead() {
        ReadingForTest reading =
                read("DTSTART:20200106T090000Z", "DURATION:PT2H", "RDATE;VALUE=PERIOD:20200109T090000Z/PT1H,demain");

        assertThat(reading.values(0, Field.SESSION))
                .containsExactly(
                        "2020-01-06T09:00:00Z/2020-01-06T11:00:00Z", "2020-01-09T09:00:00Z/2020-01-09T10:00:00Z");
        assertThat(reading.codes()).containsOnlyKeys("UNREADABLE_SESSION");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=WEEKLY;BYDAY=MO;BYMONTH=13",
                "FREQ=YEARLY;BYWEEKNO=99",
                "FREQ=HOURLY;BYHOUR=25",
                "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=31",
                "FREQ=DAILY;INTERVAL=2147483647",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;INTERVAL=-1",
                "FREQ=DAILY;COUNT=-5",
                "FREQ=MONTHLY;BYSETPOS=400;BYDAY=MO",
                "FREQ=YEARLY;BYYEARDAY=366;INTERVAL=999",
                "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
                "UNTIL=20200101",
                "W1 MO #3"
            })
    void aRuleThatNeverMeetsEndsAllTheSame(String rule) {
        List<String> sessions =
                read("DTSTART:20200106T090000Z", "RRULE:" + rule).values(0, Field.SESSION);

        assertThat(sessions).isNotEmpty().first().isEqualTo("2020-01-06T09:00:00Z/");
    }

    @Test
    void anOverrideMayComeBeforeItsSeries() {
        String override = "BEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20200107T090000Z\nDTSTART:20200107T150000Z\nEND:VEVENT\n";
        ReadingForTest reading = ReadingForTest.of(
                "ical",
                "BEGIN:VCALENDAR\n" + override
                        + "BEGIN:VEVENT\nUID:1\nDTSTART:20200106T090000Z\nRRULE:FREQ=DAILY;COUNT=3\nEND:VEVENT\nEND:VCALENDAR\n");

        assertThat(reading.values(1, Field.SESSION)).hasSize(2);
        assertThat(reading.records).extracting("key").containsExactly("1#20200107T090000Z", "1");
    }

    private static ReadingForTest read(String... lines) {
        return ReadingForTest.of(
                "ical",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Fictif\n" + String.join("\n", lines)
                        + "\nEND:VEVENT\nEND:VCALENDAR\n");
    }
}
