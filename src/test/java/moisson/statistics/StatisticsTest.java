package moisson.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import moisson.event.Edition;
import moisson.event.PublishedEvent;
import moisson.publish.EventForTest;
import moisson.reference.Reference;
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
        List<Figure> none = of(statistics, EventForTest.edition(1, 2014));
        assertThat(find(none, "evenements", null).value()).isEqualByComparingTo("0");
        assertThat(find(none, "part-en-ligne", null).value()).isNull();
        assertThat(find(none, "evenements-par-region", "32").value()).isEqualByComparingTo("0");
        assertThat(find(none, "evenements-pour-100000-par-region", "32").value())
                .as("no population is known here")
                .isNull();
        assertThat(find(none, "croissance-evenements", null).value()).isNull();
    }

    @Test
    void theCellsOfACutByOneValueAddUpToTheEvents() {
        for (String cut : List.of("region", "departement", "format", "mode", "statut", "type-organisateur", "delai")) {
            assertThat(of(statistics, of2020).stream()
                            .filter(figure -> figure.code().equals("evenements-par-" + cut))
                            .map(Figure::value)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(cut)
                    .isEqualByComparingTo("3");
        }
    }

    @Test
    void everyDayOfTheEditionHasACellAndAnEventCountsOnEachOfItsDays() {
        List<Figure> figures = of(statistics, of2020);
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
    void recordsAddUpByTheirSources() {
        assertThat(total("fiches")).isEqualByComparingTo("4");
        assertThat(find(of(statistics, of2020), "fiches-par-source", "source-a").value())
                .isEqualByComparingTo("3");
        assertThat(find(of(statistics, of2020), "fiches-par-source", "source-b").value())
                .isEqualByComparingTo("1");
        assertThat(find(of(statistics, of2020), "fiches-par-voie", "flux").value())
                .isEqualByComparingTo("4");
        assertThat(find(of(statistics, of2020), "fiches-par-voie", "formulaire").value())
                .isEqualByComparingTo("0");
    }

    @Test
    void aQuotientIsRoundedAsSparqlRounds() {
        assertThat(Ratio.of(1, 8, 2)).hasValue(new BigDecimal("0.13"));
        assertThat(Ratio.of(-1, 8, 2)).hasValue(new BigDecimal("-0.12"));
        assertThat(Ratio.of(-2, 3, 1)).hasValue(new BigDecimal("-0.7"));
        assertThat(Ratio.of(1, 0, 1)).isEmpty();
    }

    @Test
    void thePopulationsOfTheShippedTablesAreThoseInseeTells() {
        Territories shipped = Territories.of(Reference.shipped());
        assertThat(people(shipped.regions().get("11"))).isEqualTo(12_463_067L);
        assertThat(people(shipped.regions().get("27"))).isEqualTo(2_802_670L);
        assertThat(people(shipped.regions().get("53"))).isEqualTo(3_449_370L);
        assertThat(people(shipped.regions().get("94"))).isEqualTo(355_486L);
        assertThat(people(shipped.departments().get("971"))).isEqualTo(384_160L);
        assertThat(people(shipped.departments().get("972"))).isEqualTo(360_630L);
        assertThat(people(shipped.departments().get("973"))).isEqualTo(293_996L);
        assertThat(people(shipped.departments().get("984")))
                .as("nobody lives there")
                .isNull();
    }

    private static @Nullable Long people(@Nullable Territory territory) {
        return Objects.requireNonNull(territory).population();
    }

    @Test
    void theOrderOfTheEventsDoesNotMatter() {
        List<PublishedEvent> reversed = new ArrayList<>(events);
        Collections.reverse(reversed);
        assertThat(statistics.of(EventForTest.EDITIONS, reversed))
                .isEqualTo(statistics.of(EventForTest.EDITIONS, events));
    }

    @Test
    void everyFigureIsDefinedInBothLanguagesAndCodesAreUnique() {
        assertThat(statistics.definitions()).extracting(Definition::code).doesNotHaveDuplicates();
        assertThat(statistics.definitions())
                .extracting(Definition::code)
                .containsExactlyElementsOf(of(statistics, of2020).stream()
                        .map(Figure::code)
                        .distinct()
                        .toList());
        assertThat(statistics.definitions()).allSatisfy(definition -> {
            assertThat(definition.frenchText()).endsWith(".");
            assertThat(definition.englishText()).endsWith(".");
        });
    }

    private @Nullable BigDecimal total(String code) {
        return find(of(statistics, of2020), code, null).value();
    }

    private List<Figure> of(Statistics counting, Edition edition) {
        return counting.of(List.of(edition), events).getFirst().figures();
    }

    private static Figure find(List<Figure> figures, String code, @Nullable String cell) {
        return figures.stream()
                .filter(figure -> figure.code().equals(code) && Objects.equals(figure.valueCode(), cell))
                .findFirst()
                .orElseThrow();
    }
}
