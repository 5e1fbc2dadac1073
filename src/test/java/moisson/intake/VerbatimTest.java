package moisson.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerbatimTest {
    @Test
    void aRowIsKeptWithItsUnknownColumnsAndExtraCells() {
        assertThat(verbatim("csv", "titre;inconnue;inconnue;\nAtelier fictif;a;b;c;d\n"))
                .isEqualTo("""
                        {"titre":"Atelier fictif","inconnue":"a","inconnue (2)":"b","colonne 4":"c","colonne 5":"d"}""");
    }

    @Test
    void anItemIsKeptWithWhatWeDoNotRead() {
        assertThat(verbatim("openagenda", "[{uid: 1, title: 'Atelier fictif', image: {base: 'x'}}]"))
                .isEqualTo("""
                        {"uid":1,"title":"Atelier fictif","image":{"base":"x"}}""");
    }

    @Test
    void anEventIsKeptWithItsAlarmAndWithoutItsCalendar() {
        assertThat(verbatim("ical", """
                                BEGIN:VCALENDAR
                                X-WR-CALNAME:Agenda fictif
                                BEGIN:VEVENT
                                UID:1
                                SUMMARY;LANGUAGE=fr:Atelier fic
                                 tif
                                BEGIN:VALARM
                                TRIGGER:-PT15M
                                END:VALARM
                                END:VEVENT
                                END:VCALENDAR
                                """)).isEqualToNormalizingNewlines("""
                        BEGIN:VEVENT
                        UID:1
                        SUMMARY;LANGUAGE=fr:Atelier fictif
                        BEGIN:VALARM
                        TRIGGER:-PT15M
                        END:VALARM
                        END:VEVENT
                        """);
    }

    private static String verbatim(String format, String text) {
        return ReadingForTest.of(format, text).records.getFirst().verbatim();
    }
}
