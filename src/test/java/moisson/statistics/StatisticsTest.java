package moisson.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import moisson.event.Edition;
import moisson.event.PublishedEvent;
import moisson.publish.EventForTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final URI BASE = URI.create("https://moisson.example/");

    private final Statistics statistics = new Statistics(EventForTest.departments(), EventForTest.regions(), BASE);
    private final List<PublishedEvent> events = EventForTest.some();
    private final Edition of2020 = EventForTest.edition(7, 2020);

    @Test
    void eventsSessionsRecordsAndDuplicatesAddUp() {
        assertThat(total("evenements")).isEqualByComparingTo("3");
        assertThat(total("seances")).isEqualByComparingTo("4");
        assertThat(total("fiches")).isEqualByComparingTo("4");
        assertThat(total("doublons")).isEqualByComparingTo("1");
        assertThat(total("sources")).isEqualByComparingTo("2");
        assertThat(total("organisateurs")).isEqualByComparingTo("2");
    }

    @Test
    void territoriesReachedAndNotReachedMakeUpTheReference() {
        assertThat(total("departements")).isEqualByComparingTo("1");
        assertThat(total("departements-non-atteints")).isEqualByComparingTo("2");
        assertThat(total("regions")).isEqualByComparingTo("1");
        assertThat(total("regions-non-atteintes")).isEqualByComparingTo("1");
    }

    @Test
    void zeroIsZeroAndUnknownIsUnknown() {
        List<Figure> none = statistics.of(EventForTest.edition(1, 2014), events);
        assertThat(find(none, "evenements", null).value()).isEqualByComparingTo("0");
        assertThat(find(none, "part-en-ligne", null).value()).isNull();
        assertThat(find(none, "evenements-par-region", "32").value()).isEqualByComparingTo("0");
        Statistics without = new Statistics(new TreeMap<>(), new TreeMap<>(), BASE);
        assertThat(find(without.of(of2020, events), "regions-non-atteintes", null)
                        .value())
                .isNull();
    }

    @Test
    void theCellsOfACutByOneValueAddUpToTheEvents() {
        for (String cut : List.of("region", "departement", "format", "mode", "statut", "type-organisateur")) {
            assertThat(statistics.of(of2020, events).stream()
                            .filter(figure -> figure.code().equals("evenements-par-" + cut))
                            .map(Figure::value)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(cut)
                    .isEqualByComparingTo("3");
        }
    }

    @Test
    void everyDayOfTheEditionHasACellAndAnEventCountsOnEachOfItsDays() {
        List<Figure> figures = statistics.of(of2020, events);
        assertThat(figures.stream().filter(figure -> figure.code().equals("evenements-par-jour")))
                .extracting(Figure::valueCode)
                .containsExactly(
                        "2020-11-16",
                        "2020-11-17",
                        "2020-11-18",
                        "2020-11-19",
                        "2020-11-20",
                        "2020-11-21",
                        "2020-11-22",
                        "inconnu");
        assertThat(find(figures, "evenements-par-jour", "2020-11-18").value()).isEqualByComparingTo("2");
        assertThat(find(figures, "evenements-par-jour", "2020-11-19").value()).isEqualByComparingTo("2");
        assertThat(find(figures, "evenements-par-jour", "inconnu").value()).isEqualByComparingTo("1");
        assertThat(find(figures, "evenements-par-heure", "10").value()).isEqualByComparingTo("2");
        assertThat(find(figures, "evenements-par-jour-de-semaine", "3").valueLabel())
                .isEqualTo("mercredi");
        assertThat(find(figures, "evenements-par-semaine", "2020-W47").value()).isEqualByComparingTo("2");
    }

    @Test
    void sharesAreTakenOfWhatIsKnown() {
        assertThat(total("evenements-prix-connu")).isEqualByComparingTo("2");
        assertThat(total("part-gratuits")).isEqualByComparingTo("100");
        assertThat(total("part-en-ligne")).isEqualByComparingTo("33.3");
        assertThat(total("part-accessibles")).isEqualByComparingTo("66.7");
    }

    @Test
    void theOrderOfTheEventsDoesNotMatter() {
        List<PublishedEvent> reversed = new ArrayList<>(events);
        Collections.reverse(reversed);
        assertThat(statistics.of(null, reversed)).isEqualTo(statistics.of(null, events));
    }

    @Test
    void everyFigureIsDefinedInBothLanguagesAndCodesAreUnique() {
        assertThat(statistics.definitions()).extracting(Definition::code).doesNotHaveDuplicates();
        assertThat(statistics.definitions())
                .extracting(Definition::code)
                .containsAll(statistics.of(null, events).stream()
                        .map(Figure::code)
                        .distinct()
                        .toList());
        assertThat(statistics.definitions()).allSatisfy(definition -> {
            assertThat(definition.frenchText()).endsWith(".");
            assertThat(definition.englishText()).endsWith(".");
        });
    }

    private @Nullable BigDecimal total(String code) {
        return find(statistics.of(of2020, events), code, null).value();
    }

    private static Figure find(List<Figure> figures, String code, @Nullable String cell) {
        return figures.stream()
                .filter(figure -> figure.code().equals(code) && Objects.equals(figure.valueCode(), cell))
                .findFirst()
                .orElseThrow();
    }
}
