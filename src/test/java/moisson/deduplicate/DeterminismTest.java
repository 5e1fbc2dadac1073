package moisson.deduplicate;

import static moisson.event.EventForTest.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import moisson.event.Event;
import moisson.event.EventForTest;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.event.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties that hold for any input, tried on invented programmes from a fixed seed. */
class DeterminismTest {
    private static final String[] WORDS = {
        "atelier",
        "budget",
        "participatif",
        "données",
        "ouvertes",
        "jardin",
        "simplification",
        "accueil",
        "design",
        "usagers",
        "hôpital",
        "école",
        "mobilité",
        "climat",
        "lecture",
        "réemploi",
        "numérique",
        "inclusion",
        "quartier"
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void anyOrderAndAnyNumberOfThreadsGiveTheSameResult(int threads) {
        List<Event> events = programme(1, 3000);
        Clustering expected = new Deduplicator(1).cluster(events, verdicts(events));
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(threads));

        Clustering clustering = new Deduplicator(threads).cluster(shuffled, verdicts(events));

        assertThat(clustering).isEqualTo(expected);
        assertThat(expected.groups().size()).isBetween(1000, 2900);
    }

    @Test
    void everyEventIsInExactlyOneGroup() {
        for (int seed = 2; seed < 6; seed++) {
            List<Event> events = programme(seed, 500);
            List<EventId> members = new Deduplicator(2)
                    .cluster(events, List.of()).groups().stream()
                            .flatMap(List::stream)
                            .toList();

            assertThat(members)
                    .containsExactlyInAnyOrderElementsOf(
                            events.stream().map(Event::id).toList());
        }
    }

    @Test
    void aGroupHasOneJoiningPairLessThanMembersAndNoVerdictIsBroken() {
        List<Event> events = programme(7, 1500);
        List<Verdict> verdicts = verdicts(events);
        Clustering clustering = new Deduplicator(2).cluster(events, verdicts);

        long joined = clustering.matches().stream()
                .filter(match -> match.decision() == Match.Decision.JOINED)
                .count();
        assertThat(joined).isEqualTo(events.size() - clustering.groups().size());
        assertThat(verdicts)
                .filteredOn(verdict -> !verdict.same())
                .isNotEmpty()
                .noneMatch(verdict -> clustering.groups().stream()
                        .anyMatch(group -> group.containsAll(Set.of(verdict.left(), verdict.right()))));
    }

    @Test
    void noPairIsToldTwice() {
        Clustering clustering = new Deduplicator(2).cluster(programme(8, 1500), List.of());
        Set<String> pairs = new HashSet<>();

        assertThat(clustering.matches()).allMatch(match -> pairs.add(match.left() + " " + match.right()));
    }

    private static List<Verdict> verdicts(List<Event> events) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i + 1 < events.size(); i += 50) {
            verdicts.add(new Verdict(events.get(i).id(), events.get(i + 1).id(), i % 100 == 0));
        }
        return verdicts;
    }

    private static List<Event> programme(int seed, int size) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        while (events.size() < size) {
            String title = WORDS[random.nextInt(WORDS.length)] + " " + WORDS[random.nextInt(WORDS.length)] + " "
                    + WORDS[random.nextInt(WORDS.length)];
            String day = "2020-11-%02d".formatted(1 + random.nextInt(30));
            int hour = 9 + random.nextInt(9);
            int town = random.nextInt(40);
            int copies = 1 + random.nextInt(3);
            for (int i = 0; i < copies && events.size() < size; i++) {
                EventForTest event = event("s" + random.nextInt(4), "k" + events.size())
                        .title(random.nextBoolean() ? title : title.toUpperCase(java.util.Locale.ROOT) + " !")
                        .commune("Ville" + (char) ('a' + town % 26), "%05d".formatted(10000 + town));
                if (random.nextInt(3) > 0) {
                    event.venue("Salle des " + WORDS[town % WORDS.length], town + " rue du Quai");
                }
                event.at(random.nextInt(10) == 0 ? day : day + "T%02d:00:00+01:00".formatted(hour));
                events.add(event.build());
            }
        }
        return events;
    }
}
