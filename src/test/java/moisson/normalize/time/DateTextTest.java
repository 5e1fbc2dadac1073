package moisson.normalize.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import moisson.normalize.time.Reading.Doubt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
    private static final Clue EDITION = new Clue(LocalDate.of(2020, 11, 1), true);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Le 05/11 à 9h | 2020-11-05 09:00/",
                "05/11/2020 | 2020-11-05/",
                "5.11.2020 | 2020-11-05/",
                "Le 09/11 de 14h à 15h15 | 2020-11-09 14:00/2020-11-09 15:15",
                "26 novembre 2020 de 9h30 à 12h | 2020-11-26 09:30/2020-11-26 12:00",
                "26 novembre 2020 de 9 à 12h | 2020-11-26 09:00/2020-11-26 12:00",
                "Jeudi 6 mars 2025, 09h00 | 2025-03-06 09:00/",
                "19 et 20 septembre | 2020-09-19/ 2020-09-20/",
                "7, 8 et 9 septembre 2021 | 2021-09-07/ 2021-09-08/ 2021-09-09/",
                "du 2 au 30 novembre 2020 | 2020-11-02/2020-11-30",
                "Du 1er au 4 novembre | 2020-11-01/2020-11-04",
                "du 28 décembre au 3 janvier 2021 | 2020-12-28/2021-01-03",
                "8 juin 2022 - 5 juillet 2025 | 2022-06-08/2025-07-05",
                "12 - 14 mars | 2020-03-12/2020-03-14",
                "samedi 23 janvier 2021, 17h00, 20h45 | 2021-01-23 17:00/ 2021-01-23 20:45/",
                "Le 05/11/2020 - A 14h30 Le 12/11/2020 - A 20h | 2020-11-05 14:30/ 2020-11-12 20:00/",
                "5/11/2020 à 9h au 7/11/2020 à 17h | 2020-11-05 09:00/2020-11-07 17:00",
                "le jeudi 5 novembre de 9h à 12h et de 14h à 17h | 2020-11-05 09:00/2020-11-05 12:00 2020-11-05 14:00/2020-11-05 17:00",
                "28/03/2025 15-18h | 2025-03-28 15:00/2025-03-28 18:00",
                "5 novembre, de midi à minuit | 2020-11-05 12:00/2020-11-06 00:00",
                "5 novembre de 20h à 2h du matin | 2020-11-05 20:00/2020-11-06 02:00",
                "5 novembre à 8h du soir | 2020-11-05 20:00/",
                "14h-16h, 5 novembre 2020 | 2020-11-05 14:00/2020-11-05 16:00",
                "mardi 27 octobre 13:00 | 2020-10-27 13:00/",
                "dim. 29 nov. / 17h30 | 2020-11-29 17:30/",
                "JEUDI 5 NOVEMBRE │ 14:00 │ | 2020-11-05 14:00/",
                "5 novembre à 10h 12 novembre à 11h | 2020-11-05 10:00/ 2020-11-12 11:00/",
                "du samedi 19 septembre 2015 au dimanche 20 septembre 2015 à Mairie du 10e | 2015-09-19/2015-09-20",
                "le 5 novembre 2020 dans la salle 12 | 2020-11-05/",
                "14 12 2024 | 2024-12-14/",
                "du 12 mars au 28 juin à la Mairie 11/12 | 2020-03-12/2020-06-28",
            })
    void readsWhatPeopleWrite(String text, String expected) {
        assertThat(told(DateText.read(text, EDITION))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "prochainement",
                "novembre 2020",
                "certains vendredis",
                "31 novembre 2020",
                "11/25/2020",
                "10 - 25",
                "jusqu'au 5 novembre 2020",
                "inscriptions avant le 5 novembre 2020",
                "Inscription le 5 novembre 2020",
                "annulé le 5 novembre 2020",
                "initialement prévu le 5 novembre 2020",
                "du 20 au 5 novembre 2020",
                "ouvert 24/7",
                "01 23 45 67 89",
            })
    void neverGuesses(String text) {
        assertThat(DateText.read(text, EDITION).spans()).isEmpty();
    }

    @Test
    void aRangeWithHoursIsOneSessionADay() {
        Reading reading = DateText.read("Du 16/11 au 20/11 de 17h à 17h30", EDITION);
        assertThat(reading.spans())
                .hasSize(5)
                .allSatisfy(span -> assertThat(span.to()).isEqualTo("17:30"));
    }

    @Test
    void aLongRangeOrSomeDaysOfOneKeepOnlyTheirDays() {
        Reading weekdays =
                DateText.read("Du 03/06/2020 au 15/06/2020 - Du mercredi au dimanche sauf férié de 12h à 18h.", null);
        Reading months = DateText.read("du 1er septembre 2020 au 30 juin 2021 de 9h à 18h", null);
        assertThat(told(weekdays)).isEqualTo("2020-06-03/2020-06-15");
        assertThat(told(months)).isEqualTo("2020-09-01/2021-06-30");
        assertThat(weekdays.has(Doubt.COARSE)).isTrue();
        assertThat(months.has(Doubt.COARSE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "November 5, 2020 | 2020-11-05/",
                "Thursday, November 5, 2020, 2:30 pm | 2020-11-05 14:30/",
                "Thu 5 November 2020 at 9am | 2020-11-05 09:00/",
                "5th November 2020 from 9 am to 12 pm | 2020-11-05 09:00/2020-11-05 12:00",
                "5 November, 9 to 11am | 2020-11-05 09:00/2020-11-05 11:00",
                "November 5-7, 2020 | 2020-11-05/2020-11-07",
                "from 2 to 6 November 2020 | 2020-11-02/2020-11-06",
                "5 and 6 November, noon | 2020-11-05 12:00/ 2020-11-06 12:00/",
                "12:30 am, 5 November 2020 | 2020-11-05 00:30/",
            })
    void readsEnglishToo(String text, String expected) {
        assertThat(told(DateText.read(text, EDITION))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tous les mardis du 3 au 24 novembre de 14h à 16h | 03 10 17 24",
                "Du 3 au 20 novembre 2020, les mardis et jeudis de 14h à 16h | 03 05 10 12 17 19",
                "Chaque mardi de 14h à 16h, du 3 au 17 novembre 2020 | 03 10 17",
                "Du 4 au 12 novembre 2020 - Du mercredi au vendredi de 14h à 16h | 04 05 06 11 12",
                "3 - 17 novembre 2020, les mardis, 14h-16h | 03 10 17",
            })
    void recurringPhrasesAreTheirSessions(String text, String days) {
        Reading reading = DateText.read(text, EDITION);
        assertThat(reading.spans())
                .allSatisfy(span -> assertThat(span.from()).isEqualTo("14:00"))
                .extracting(span -> span.first().toString().substring(8))
                .containsExactly(days.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Du 3 au 24 novembre 2020, certains mardis de 14h à 16h",
                "Du 3 au 24 novembre 2020, les mardis sauf le 10, de 14h à 16h",
                "Du 3 au 24 novembre 2020, mardi 14h-16h, jeudi 10h-12h",
                "Du 3 au 24 novembre 2020 de 14h à 16h, fermé le mardi",
            })
    void whatIsNotEveryWeekIsNotSpreadOverTheWeeks(String text) {
        assertThat(DateText.read(text, EDITION).spans()).hasSizeLessThan(2);
    }

    @Test
    void aJanuaryWithoutYearWrittenInDecemberIsTheNext() {
        Clue december = new Clue(LocalDate.of(2024, 12, 20), false);
        assertThat(told(DateText.read("14 janvier à 18h", december))).isEqualTo("2025-01-14 18:00/");
        assertThat(told(DateText.read("14 juin à 18h", december))).isEqualTo("2024-06-14 18:00/");
    }

    @Test
    void withoutAClueADayWithoutYearIsNotUnderstood() {
        Reading reading = DateText.read("Le 05/11 à 9h", null);
        assertThat(reading.understood()).isFalse();
        assertThat(reading.has(Doubt.NO_YEAR)).isTrue();
    }

    @Test
    void theWeekdayFindsTheYear() {
        Clue december = new Clue(LocalDate.of(2024, 12, 20), false);
        assertThat(told(DateText.read("mardi 14 janvier 18:00", december))).isEqualTo("2025-01-14 18:00/");
    }

    @Test
    void aWrongWeekdayIsToldWhenTheYearIsSure() {
        Reading reading = DateText.read("vendredi 5 novembre", EDITION);
        assertThat(told(reading)).isEqualTo("2020-11-05/");
        assertThat(reading.has(Doubt.WEEKDAY)).isTrue();
    }

    @Test
    void aYearOfTwoDigitsIsAmbiguousAndAnOldOneImpossible() {
        assertThat(DateText.read("05/11/20", null).has(Doubt.AMBIGUOUS)).isTrue();
        assertThat(DateText.read("5 novembre 1995", null).has(Doubt.IMPOSSIBLE_YEAR))
                .isTrue();
    }

    private static String told(Reading reading) {
        return reading.spans().stream()
                .map(span -> moment(span.first(), span.from()) + "/"
                        + (span.endKnown() ? moment(span.last(), span.to()) : ""))
                .collect(Collectors.joining(" "));
    }

    private static String moment(LocalDate day, @Nullable Object hour) {
        return hour == null ? day.toString() : day + " " + hour;
    }
}
