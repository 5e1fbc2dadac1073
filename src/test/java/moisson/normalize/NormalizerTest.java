package moisson.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import moisson.event.Event;
import moisson.event.Field;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Severity;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.reference.Reference;
import org.junit.jupiter.api.Test;

class NormalizerTest {
    private static final Normalizer NORMALIZER = new Normalizer(Reference.shipped());
    private static final String[] SCRAPS = {
        "5",
        "novembre",
        "2020",
        "du",
        "au",
        " ",
        "/",
        "-",
        "h",
        "30",
        ":",
        "Paris",
        "75007",
        "&amp;",
        "<p>",
        "</p>",
        "Ã",
        "©",
        "\u0000",
        "\u200b",
        "\ud83d",
        "\ude00",
        "(",
        ")",
        "[",
        "annulé",
        "]",
        "COMPLET",
        "@",
        "a.b@c.fr",
        "http://",
        "?utm_a=b",
        "é",
        "e\u0301",
        "🙂",
        "|",
        ";",
        ",",
        "%",
        "€",
        "9999999999",
        "0",
        "T",
        "Z",
        "+01:00",
        "et",
        "midi",
        "lundi",
        "1er",
        "«",
        "\n",
        "\t",
        "\u00a0",
        "cedex",
        "Saint",
        "en ligne",
        "&#x41;",
        "&",
        "<",
        ">",
        "'",
        "’",
        "2A004",
        ".",
        "24",
        "\udc00",
    };

    @Test
    void aRejectedRecordEndsWithItsError() {
        List<Notice> notices = new ArrayList<>();
        Optional<Event> event =
                normalize(Map.of(Field.TITLE, List.of("Atelier"), Field.START, List.of("bientôt")), notices);
        assertThat(event).isEmpty();
        assertThat(notices.getLast().code()).isEqualTo(NoticeCode.UNREADABLE_DATE);
        assertThat(notices.getLast().value()).isEqualTo("bientôt");
        assertThat(notices.getLast().place()).isEqualTo("ligne 2");
    }

    @Test
    void aRecordWithoutAKeyIsNamedByItsContentBeforeItComesHere() {
        Map<Field, List<String>> values = Map.of(Field.TITLE, List.of("Atelier"), Field.START, List.of("2020-11-05"));
        SourceRecord record = new SourceRecord(1, "ligne 2", null, values, "Atelier;2020-11-05");
        assertThatThrownBy(() -> NORMALIZER.normalize(record, source(Source.FORM), notice -> {}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(NORMALIZER.normalize(record.keyed(), source(Source.FORM), notice -> {}))
                .hasValueSatisfying(event -> assertThat(event.id().key()).matches("sans-cle-[0-9a-f]{20}"));
    }

    @Test
    void noPersonalDatumIsEchoedInANotice() {
        List<Notice> notices = new ArrayList<>();
        Map<Field, List<String>> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            values.put(field, List.of("prenom.nom@exemple.org 06 12 34 56 78"));
        }
        values.put(Field.START, List.of("2020-11-05"));
        normalize(values, notices);
        assertThat(notices)
                .isNotEmpty()
                .allSatisfy(notice -> assertThat(String.valueOf(notice.value()))
                        .doesNotContain("prenom.nom")
                        .doesNotContain("34 56"));
    }

    @Test
    void everyRandomRecordIsEitherAnEventOrAnErrorAndNothingIsThrown() {
        Random random = new Random(20201105);
        for (int i = 0; i < 3000; i++) {
            Map<Field, List<String>> values = new EnumMap<>(Field.class);
            for (Field field : Field.values()) {
                if (random.nextInt(3) > 0) {
                    values.put(field, List.of(scribble(random), scribble(random)));
                }
            }
            values.putIfAbsent(Field.TITLE, List.of("Atelier"));
            List<Notice> notices = new ArrayList<>();
            Optional<Event> event = normalize(values, notices);
            boolean error = notices.stream().anyMatch(notice -> notice.code().severity() == Severity.ERROR);
            assertThat(event.isEmpty()).as("%s %s", values, notices).isEqualTo(error);
        }
    }

    @Test
    void theSameRecordIsTheSameEventOnEveryThread() {
        Map<Field, List<String>> values = Map.of(
                Field.TITLE, List.of("[ANNULÉ] Atelier"),
                Field.WHEN, List.of("Du 16/11/2020 au 20/11/2020 de 17h à 17h30"),
                Field.COMMUNE, List.of("Lille"));
        Event alone = normalize(values, new ArrayList<>()).orElseThrow();
        assertThat(IntStream.range(0, 2000).parallel().mapToObj(i -> normalize(values, new ArrayList<>())))
                .allSatisfy(event -> assertThat(event).contains(alone));
    }

    @Test
    void monstrousValuesCostLittle() {
        for (String scrap :
                new String[] {"a", "<", "<p>", "(", "&amp;", "1 ", "a@", "0 ", "é", "Ã©", "5 novembre, ", "\u200b"}) {
            String monster = scrap.repeat(1_000_000 / scrap.length());
            Map<Field, List<String>> values = new EnumMap<>(Field.class);
            for (Field field : Field.values()) {
                values.put(field, List.of(monster));
            }
            assertThatCode(() -> assertTimeout(Duration.ofSeconds(20), () -> normalize(values, new ArrayList<>())))
                    .as(scrap)
                    .doesNotThrowAnyException();
        }
    }

    private static String scribble(Random random) {
        StringBuilder text = new StringBuilder();
        int scraps = random.nextInt(12);
        for (int i = 0; i < scraps; i++) {
            text.append(SCRAPS[random.nextInt(SCRAPS.length)]).append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    private static Optional<Event> normalize(Map<Field, List<String>> values, List<Notice> notices) {
        return NORMALIZER.normalize(
                new SourceRecord(1, "ligne 2", "42", values, "{}"), source("ville-exemple"), notices::add);
    }

    private static Source source(String id) {
        return new Source(
                id, "Exemple", "csv", "https://exemple.fr", null, "Europe/Paris", "Licence Ouverte", true, 30);
    }
}
