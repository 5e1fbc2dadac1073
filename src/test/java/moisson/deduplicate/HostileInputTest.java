package moisson.deduplicate;

import static moisson.event.EventForTest.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import moisson.event.Event;
import moisson.event.EventForTest;
import moisson.event.EventId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a broken or malicious source may send costs little and merges nothing that is not the same. */
@Timeout(value = 240, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileInputTest {
    private static final String[] SYLLABLES = {"ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru"};

    @Test
    void tensOfThousandsOfEventsOnOneDateAndPlaceStayApart() {
        List<Event> events = events(
                60_000,
                i -> event("s" + i % 50, "k" + i)
                        .title("Rendez-vous " + word(i) + " " + word(i * 7 + 3))
                        .description("Le même texte pour tous, répété par chaque source sans y penser.")
                        .venue("Grande halle", "1 place du Marché")
                        .commune("Nantes", "44109")
                        .at("2020-11-05T10:00:00+01:00"));

        assertThat(largest(events)).isLessThanOrEqualTo(2);
    }

    @Test
    void allEventsOfTheCountryAtOneHourStayApart() {
        List<Event> events = events(
                30_000,
                i -> event("s" + i % 50, "k" + i)
                        .title("Rendez-vous " + word(i) + " " + word(i * 7 + 3))
                        .venue("Salle " + word(i % 900), i % 200 + " rue " + word(i % 700))
                        .commune("Ville" + word(i % 3_000), "%05d".formatted(10_000 + i % 3_000))
                        .at("2020-11-05T10:00:00+01:00"));

        assertThat(largest(events)).isLessThanOrEqualTo(2);
    }

    @Test
    void allEventsAtOnePlaceOnManyDaysStayApart() {
        List<Event> events = events(
                30_000,
                i -> event("s" + i % 50, "k" + i)
                        .title("Rendez-vous " + word(i) + " " + word(i * 7 + 3))
                        .description("Le même texte pour tous, répété par chaque source sans y penser.")
                        .venue("Grande halle", "1 place du Marché")
                        .commune("Nantes", "44109")
                        .at("2020-%02d-%02dT%02d:00:00+01:00"
                                .formatted(1 + i % 12, 1 + i / 12 % 28, 8 + i / 336 % 10)));

        assertThat(largest(events)).isLessThanOrEqualTo(2);
    }

    @Test
    void textsMadeToWearOutComparisonsAreComparedQuicklyAndStayApart() {
        List<String> texts = List.of(
                "a".repeat(3_000),
                "ab".repeat(1_500),
                "é".repeat(2_000),
                "x" + "\u0301".repeat(1_500),
                "\u202e\u202d".repeat(400) + "abc",
                "\ud83d\ude00".repeat(800),
                "(".repeat(1_500),
                "x ".repeat(1_500),
                "1 2 3 4 5 ".repeat(300),
                "salle 1 ".repeat(400));
        List<Event> events = events(
                20_000,
                i -> event("s" + i % 50, "k" + i)
                        .title(texts.get(i % 10) + " " + word(i))
                        .venue(texts.get(i * 7 % 10), texts.get(i * 3 % 10))
                        .by(texts.get(i / 10 % 10))
                        .commune("Nantes", "44109")
                        .at("2020-11-05T10:00:00+01:00"));

        assertThat(largest(events)).isLessThanOrEqualTo(2);
    }

    @Test
    void oneWordTitlesOnOneDayStayApart() {
        List<Event> events = events(
                20_000,
                i -> event("s" + i % 50, "k" + i)
                        .title(i % 2 == 0 ? "Atelier" : "…")
                        .at("2020-11-05"));

        assertThat(largest(events)).isEqualTo(1);
    }

    @Test
    void oneRecordRepeatedByOneSourceMakesNoHeap() {
        List<Event> events = events(
                100_000,
                i -> event("s", "k" + i)
                        .title("Atelier")
                        .venue("Grande halle", "1 place du Marché")
                        .commune("Nantes", "44109")
                        .at("2020-11-05T10:00:00+01:00"));

        assertThat(largest(events)).isEqualTo(1);
    }

    @Test
    void oneRecordRepeatedByAHundredThousandSourcesIsBounded() {
        List<Event> events = events(
                100_000,
                i -> event("s" + i, "k")
                        .title("Portes ouvertes")
                        .venue("Grande halle", "1 place du Marché")
                        .commune("Nantes", "44109")
                        .page("https://exemple.example/portes-ouvertes")
                        .at("2020-11-05T10:00:00+01:00"));

        assertThat(largest(events)).isEqualTo(1);
    }

    @Test
    void hundredsOfSessionsOfOneDayStayApart() {
        List<Event> events = events(
                7_600,
                i -> event("s" + i % 7, "k" + i)
                        .title("Permanence du guichet")
                        .venue("Grande halle", "1 place du Marché")
                        .commune("Ville" + (char) ('a' + i % 20), "%05d".formatted(10_000 + i % 20))
                        .at("2020-11-05T%02d:%02d:00+01:00".formatted(8 + i / 20 / 40, i / 20 % 40)));

        assertThat(largest(events)).isEqualTo(1);
    }

    @Test
    void tenThousandWordsInEveryDescriptionAreReadOnlyAtTheirBeginning() {
        String words = "Venez nombreux à cette journée ouverte à tous. ".repeat(1_250);
        List<Event> events = events(
                2_000,
                i -> event("s" + i % 50, "k" + i)
                        .title("Rencontre " + word(i) + " " + word(i * 7 + 3))
                        .description(words)
                        .commune("Nantes", "44109")
                        .at("2020-11-05T10:00:00+01:00"));

        assertThat(largest(events)).isLessThanOrEqualTo(2);
    }

    @Test
    void aMegabyteInEveryTextIsReadOnlyAtItsBeginning() {
        String words = "mot ".repeat(250_000);
        String one = "x".repeat(1_000_000);
        List<Event> events = events(
                200,
                i -> event("s" + i, "k" + i)
                        .title(i % 2 == 0 ? word(i) + " " + words : one + i)
                        .description(words)
                        .venue(one, words)
                        .by(words, one)
                        .page("https://exemple.example/" + one)
                        .commune(one, one)
                        .at("2020-11-05T10:00:00+01:00"));

        assertThat(new Deduplicator(2).cluster(events, List.of()).groups()).isNotEmpty();
    }

    @Test
    void charactersOfEveryKindAreRead() {
        List<Event> events = events(
                300,
                i -> event("s" + i % 3, "k" + i)
                        .title(new String(Character.toChars(0x20 + i * 37)) + "\uD83D\uDE00\u0301 # /° 1/ n°")
                        .venue("#", "°5 / 12")
                        .by("", " ")
                        .page("://?#")
                        .commune("·", "2A004")
                        .at("2020-11-05T10:00:00+01:00"));

        assertThat(new Deduplicator(1).cluster(events, List.of()).groups()).isNotEmpty();
    }

    @Test
    void thousandsOfSessionsAreBounded() {
        List<Event> events = events(20, i -> {
            EventForTest event = event("s" + i, "k" + i)
                    .title("Permanence du guichet mobile")
                    .venue("Le Quai", "3 quai des Brumes")
                    .commune("Nantes", "44109");
            IntStream.range(0, 5000).forEach(n -> event.at("%d-01-01".formatted(1000 + n)));
            return event;
        });

        assertThat(new Deduplicator(1).cluster(events, List.of()).groups()).hasSize(1);
    }

    private static List<Event> events(int count, IntFunction<EventForTest> make) {
        return IntStream.range(0, count).mapToObj(i -> make.apply(i).build()).toList();
    }

    private static int largest(List<Event> events) {
        List<List<EventId>> groups =
                new Deduplicator(2).cluster(events, List.of()).groups();
        return groups.stream().mapToInt(List::size).max().orElse(0);
    }

    private static String word(int i) {
        StringBuilder word = new StringBuilder();
        for (int rest = Math.floorMod(i * 7919, 1_000_003); rest > 0; rest /= 10) {
            word.append(SYLLABLES[rest % 10]);
        }
        return word.toString();
    }
}
