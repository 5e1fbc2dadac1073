package moisson.deduplicate;

import static moisson.event.EventForTest.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import moisson.event.Event;
import moisson.event.EventForTest;
import moisson.event.EventId;
import moisson.event.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in whatever portions, the clusters are those that comparing everything anew gives. */
class IncrementTest {
    private static final String[] TITLES = {
        "Atelier budget participatif",
        "Fête de la musique",
        "Visite de l'hôpital",
        "Conférence : données ouvertes",
        "Jardin partagé",
        "Lecture à voix haute",
        "Portes ouvertes",
        "Réemploi au quartier",
        "Concert de poche"
    };
    private static final String[] VENUES = {"Mairie", "Médiathèque centrale", "Salle des fêtes", "Musée du quai"};

    private final Deduplicator deduplicator = new Deduplicator(1);
    private final MemoryForTest memory = new MemoryForTest();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void everyStepGivesWhatComparingEverythingAnewWouldGive(int seed) {
        Random random = new Random(seed);
        // From a crowded month to one where everything happens on two days and blocks overflow.
        int days = seed % 3 == 0 ? 2 : 20;
        int size = seed % 3 == 0 ? 900 : 400;
        for (int step = 0; step < 20; step++) {
            Set<Long> changed = new HashSet<>();
            Set<Long> removed = new HashSet<>();
            int portion = step == 0 ? size / 2 : 1 + random.nextInt(40);
            for (int i = 0; i < portion; i++) {
                long number = 1L + random.nextInt(size);
                if (memory.living.containsKey(number) && random.nextInt(3) == 0) {
                    memory.living.remove(number);
                    removed.add(number);
                    changed.remove(number);
                } else {
                    memory.living.put(number, programme(number, days, random));
                    changed.add(number);
                    removed.remove(number);
                }
            }
            changed.addAll(judged(random));
            step(changed, removed);
            assertEqualsAFullRun();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 299})
    void aBlockThatOverflowsAndShrinksAgainIsFollowed(int portion) {
        List<Long> numbers = new ArrayList<>();
        for (long number = 1; number <= 450; number++) {
            numbers.add(number);
        }
        for (boolean growing : new boolean[] {true, false}) {
            for (int from = 0; from < numbers.size(); from += Math.max(portion, from < 280 || from > 320 ? 30 : 1)) {
                int to = Math.min(numbers.size(), from + Math.max(portion, from < 280 || from > 320 ? 30 : 1));
                Set<Long> some = new HashSet<>(numbers.subList(from, to));
                some.forEach(number -> {
                    if (growing) {
                        memory.living.put(number, national(number));
                    } else {
                        memory.living.remove(number);
                    }
                });
                step(growing ? some : Set.of(), growing ? Set.of() : some);
                assertEqualsAFullRun();
            }
        }
    }

    private void step(Set<Long> changed, Set<Long> removed) {
        changed.forEach(number -> {
            Event event = memory.living.get(number);
            if (event != null) {
                memory.numbers.put(event.id(), number);
            }
        });
        Renewed renewed = deduplicator.renew(changed, removed, memory);
        Set<EventId> touched = new HashSet<>(renewed.numbers().keySet());
        removed.forEach(number -> touched.add(id(number)));
        memory.write(touched, renewed.clustering());
    }

    private void assertEqualsAFullRun() {
        List<Verdict> verdicts = memory.rulings.stream()
                .map(ruling -> new Verdict(id(ruling.left()), id(ruling.right()), ruling.same()))
                .toList();
        Clustering full = deduplicator.cluster(memory.living.values(), verdicts);

        assertThat(memory.groups()).isEqualTo(new HashSet<>(full.groups()));
        assertThat(memory.matches()).isEqualTo(new HashSet<>(full.matches()));
    }

    /** Now and then a person says something, or takes a word back. */
    private Set<Long> judged(Random random) {
        List<Long> known = memory.numbers.values().stream().sorted().toList();
        if (known.isEmpty() || random.nextInt(3) > 0) {
            return Set.of();
        }
        long left = known.get(random.nextInt(known.size()));
        long right = known.get(random.nextInt(known.size()));
        Set<Long> concerned = new HashSet<>(Set.of(left));
        concerned.add(right);
        memory.rulings.removeIf(ruling -> {
            boolean takenBack = ruling.left() == left || (ruling.right() == right && random.nextInt(20) == 0);
            if (takenBack) {
                concerned.add(ruling.right());
                concerned.add(ruling.left());
            }
            return takenBack;
        });
        memory.rulings.add(new Memory.Ruling(left, right, random.nextBoolean()));
        concerned.retainAll(memory.living.keySet());
        return concerned;
    }

    private static EventId id(long number) {
        return new EventId("s" + number % 4, "k" + number);
    }

    private static Event programme(long number, int days, Random random) {
        int town = random.nextInt(days == 2 ? 2 : 6);
        String title = TITLES[random.nextInt(TITLES.length)];
        EventForTest event = event(id(number).source(), id(number).key())
                .title(random.nextInt(4) == 0 ? title + " " + random.nextInt(3) : title)
                .commune("Ville" + (char) ('a' + town), "%05d".formatted(10000 + town));
        if (random.nextInt(3) > 0) {
            event.venue(VENUES[random.nextInt(VENUES.length)], null);
        }
        if (random.nextInt(3) == 0) {
            event.page("https://exemple.example/" + title.hashCode() + "/" + random.nextInt(4));
        }
        String day = "2020-11-%02d".formatted(1 + random.nextInt(days));
        switch (random.nextInt(8)) {
            case 0 -> event.at(day);
            case 1 -> event.at(day + "T10:00:00+01:00").at("2020-11-28T10:00:00+01:00");
            default -> event.at(day + "T%02d:00:00+01:00".formatted(9 + random.nextInt(days == 2 ? 2 : 4)));
        }
        return event.build();
    }

    /** All have one title, one day, one minute and one town; some have a page in common. */
    private static Event national(long number) {
        return event(id(number).source(), id(number).key())
                .title("Nuit européenne des musées")
                .commune("Villea", "10000")
                .venue("Musée " + (char) ('a' + number % 20) + number % 7, null)
                .page("https://exemple.example/" + number % 100)
                .at("2020-11-14T19:00:00+01:00")
                .build();
    }
}
