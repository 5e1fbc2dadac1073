package moisson.intake;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values of one character or one short word, again and again: an expression that looks at them twice per character
 * takes milliseconds, one that goes back for each takes minutes.
 */
class HostileValuesTest {
    private static final int LENGTH = 100_000;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String VALUE = "VALEUR";

    private static final Map<String, String> FEEDS = Map.of(
            "csv", "titre;debut;description;seances;motscles;VALEUR\nVALEUR;VALEUR;\"VALEUR\";VALEUR;VALEUR;[VALEUR\n",
            "openagenda", """
                    [{"uid":1,"title":"VALEUR","timings":"[VALEUR","registration":["VALEUR"],"keywords":"VALEUR",
                    "firstdate_begin":"T12:00VALEUR","location":{"name":"VALEUR"},"accessibility":"VALEUR"}]""",
            "ical", """
                    BEGIN:VCALENDAR
                    VALEUR
                    X-WR-TIMEZONE:VALEUR
                    BEGIN:VEVENT
                    UID:VALEUR
                    DTSTART;TZID="VALEUR":20201105T090000
                    DTEND:20201105T09VALEUR
                    RRULE:FREQ=DAILY;VALEUR
                    RDATE:VALEUR,20201105VALEUR
                    GEO:VALEUR
                    DURATION:VALEUR
                    ORGANIZER;CN=VALEUR:mailto:x
                    SUMMARY:VALEUR
                    END:VEVENT
                    END:VCALENDAR
                    """,
            "rss", """
                    <rss version="2.0" xmlns:georss="http://www.georss.org/georss" xmlns:ev="http://purl.org/rss/1.0/modules/event/">
                    <channel><item><guid>1</guid><title><![CDATA[VALEUR]]></title><pubDate><![CDATA[VALEUR]]></pubDate>
                    <description><![CDATA[VALEUR]]></description><ev:startdate><![CDATA[VALEUR]]></ev:startdate>
                    <georss:point><![CDATA[VALEUR]]></georss:point><link><![CDATA[VALEUR]]></link></item></channel></rss>""",
            "schema-org", """
                    <html><script type="application/ld+json">VALEUR{"@type":"Event","name":"VALEUR"}VALEUR</script>
                    <script type="application/ld+json">{"@type":"schema:Event","name":"VALEUR","startDate":"VALEUR",
                    "keywords":"VALEUR","offers":{"price":"VALEUR"},"eventSchedule":{"startDate":"VALEUR","startTime":"VALEUR"}}
                    </script></html>""",
            "rdf",
                    "@prefix s: <https://schema.org/> .\n<urn:1> a s:Event ; s:name \"\"\"VALEUR\"\"\" ; s:startDate '''VALEUR''' .\n",
            "json", "[{\"titre\":\"VALEUR\",\"debut\":\"VALEUR\",\"VALEUR\":1}]",
            "formulaire", "{\"titre\":\"VALEUR\",\"debut\":\"VALEUR\",\"VALEUR\":1}");

    static Stream<String> formats() {
        return FEEDS.keySet().stream().sorted();
    }

    /** Repeated as a whole, or what stands after the ellipsis. */
    static Stream<String> words() {
        return Stream.of(
                " ",
                "\t",
                "\n",
                "\r",
                "\u00A0",
                "0",
                "a",
                "A",
                "<",
                "{",
                "[",
                "(",
                "\\",
                "\"",
                "'",
                "/",
                "-",
                ".",
                ",",
                ";",
                ":",
                "a ",
                "1/",
                "{{",
                "/*",
                "//\n",
                "<!--",
                "]]>",
                "<a ",
                "&amp;",
                ". A",
                "12 mai ",
                " \n",
                "@prefix <",
                "<a:b> ",
                "'use strict';",
                "<a…:",
                "_:…a",
                "BEGIN…:",
                "{\"a\":1}…}",
                "@prefix a: <…a>");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aValueThatRepeatsItselfIsReadInNoTime(String format) {
        words().forEach(word -> assertTimeoutPreemptively(
                SOON, () -> read(format, word), () -> format + " with «" + word + "» repeated"));
    }

    @ParameterizedTest
    @MethodSource("words")
    void aHeadThatRepeatsItselfIsGuessedInNoTime(String word) {
        byte[] head = repeated(word).substring(0, Formats.HEAD).getBytes(StandardCharsets.ISO_8859_1);

        assertTimeoutPreemptively(SOON, () -> {
            Formats.guess(head, null, null);
            for (String format : FeedReaders.formats()) {
                readOrRefuse(format, head);
            }
        });
    }

    private static void read(String format, String word) throws IOException {
        String value = repeated(word);
        String feed = FEEDS.getOrDefault(format, "");
        // Each alone: one that is not text breaks its file for the others.
        for (int at = feed.indexOf(VALUE); at >= 0; at = feed.indexOf(VALUE, at + 1)) {
            String one = feed.substring(0, at) + value + feed.substring(at + VALUE.length());
            readOrRefuse(format, one.replace(VALUE, "1").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void readOrRefuse(String format, byte[] bytes) throws IOException {
        try {
            ReadingForTest.of(format, bytes);
        } catch (UnreadableFeedException refused) {
            // As it should be.
            return;
        }
    }

    private static String repeated(String word) {
        String[] parts = word.split("…", 2);
        String again = parts[parts.length - 1];
        return (parts.length == 2 ? parts[0] : "") + again.repeat(LENGTH / again.length() + 1);
    }
}
