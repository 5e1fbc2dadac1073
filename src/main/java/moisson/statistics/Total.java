package moisson.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import moisson.event.Mode;
import moisson.event.PublishedEvent;

/** The figures that are one number, in the order they are published. Those that need reference data are beside it. */
@SuppressWarnings("ImmutableEnumChecker") // its functions hold no state
enum Total {
    EVENTS("evenements", events -> whole(events.size())),
    SESSIONS(
            "seances",
            events -> whole(events.stream()
                    .mapToInt(event -> event.event().when().sessions().size())
                    .sum())),
    RECORDS(
            "fiches",
            events -> whole(
                    events.stream().mapToInt(event -> event.members().size()).sum())),
    SOURCES("sources", events -> distinct(events, event -> event.sources().stream())),
    DUPLICATES(
            "doublons",
            events -> whole(events.stream()
                    .mapToInt(event -> event.members().size() - 1)
                    .sum())),
    ORGANISERS("organisateurs", events -> distinct(events, event -> event.event().hosts().organisers().stream())),
    COMMUNES(
            "communes",
            events -> distinct(
                    events, event -> Stream.ofNullable(event.event().place().communeCode()))),
    DEPARTMENTS("departements", events -> distinct(events, Cut.DEPARTMENT::cells)),
    REGIONS("regions", events -> distinct(events, Cut.REGION::cells)),
    ONLINE(
            "part-en-ligne",
            events -> share(
                    events.stream()
                            .filter(event -> event.event().kind().mode() != Mode.ON_SITE)
                            .count(),
                    events.size())),
    FREE_KNOWN(
            "evenements-prix-connu",
            events -> whole(
                    events.stream().filter(event -> free(event).isPresent()).count())),
    FREE(
            "part-gratuits",
            events -> share(
                    events.stream().filter(event -> free(event).orElse(false)).count(),
                    events.stream().filter(event -> free(event).isPresent()).count())),
    ACCESSIBLE(
            "part-accessibles",
            events -> share(
                    events.stream()
                            .filter(event ->
                                    !event.event().access().accessibility().isEmpty())
                            .count(),
                    events.size())),
    COMPLETENESS("completude-moyenne", Total::completeness);

    private final String code;
    private final Function<List<PublishedEvent>, Optional<BigDecimal>> computation;

    Total(String code, Function<List<PublishedEvent>, Optional<BigDecimal>> computation) {
        this.code = code;
        this.computation = computation;
    }

    String code() {
        return code;
    }

    /** Empty when it cannot be known. */
    Optional<BigDecimal> of(List<PublishedEvent> events) {
        return computation.apply(events);
    }

    private static Optional<Boolean> free(PublishedEvent event) {
        return Optional.ofNullable(event.event().access().free());
    }

    private static Optional<BigDecimal> whole(long count) {
        return Optional.of(BigDecimal.valueOf(count));
    }

    private static Optional<BigDecimal> distinct(
            List<PublishedEvent> events, Function<PublishedEvent, Stream<String>> values) {
        return whole(events.stream()
                .flatMap(values)
                .filter(Objects::nonNull)
                .distinct()
                .count());
    }

    /** A percentage with one decimal; unknown when there is nothing to take a share of. */
    private static Optional<BigDecimal> share(long part, long all) {
        return all == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP));
    }

    private static Optional<BigDecimal> completeness(List<PublishedEvent> events) {
        long sum = events.stream().mapToLong(PublishedEvent::completeness).sum();
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(events.size()), 1, RoundingMode.HALF_UP));
    }
}
