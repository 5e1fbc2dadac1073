package moisson.harvest;

import static moisson.event.EventForTest.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import moisson.deduplicate.Deduplicator;
import moisson.event.Cluster;
import moisson.event.Event;
import moisson.event.EventForTest;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.event.Verdict;
import moisson.store.Kept;
import moisson.store.Store;
import moisson.store.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One store brought up to date step by step, beside another in which everything is compared anew after every step. */
class JoiningTest {
    private static final Instant AT = Instant.parse("2020-11-05T08:00:00Z");
    private static final String[] TITLES = {"Atelier budget participatif", "Fête de la musique", "Portes ouvertes"};

    private final Joining joining = new Joining(new Deduplicator(1));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void stepByStepGivesTheSameClustersIdsRedirectsAndLedgerAsEverythingAnew(int seed) {
        Random random = new Random(seed);
        try (Store steps = open("steps");
                Store anew = open("anew")) {
            Set<EventId> living = new TreeSet<>();
            for (int step = 0; step < 25; step++) {
                Map<EventId, Event> changed = new HashMap<>();
                Set<EventId> removed = new HashSet<>();
                int portion = step == 0 ? 150 : 1 + random.nextInt(12);
                for (int i = 0; i < portion; i++) {
                    EventId id = new EventId("s" + random.nextInt(4), "k" + random.nextInt(60));
                    if (living.contains(id) && random.nextInt(3) == 0 && !changed.containsKey(id)) {
                        removed.add(id);
                    } else if (!removed.contains(id)) {
                        changed.put(id, programme(id, random));
                    }
                }
                living.addAll(changed.keySet());
                living.removeAll(removed);
                Verdict verdict = verdict(living, random);
                write(steps, changed.values(), removed, verdict);
                write(anew, changed.values(), removed, verdict);

                steps.inTransaction(tables -> update(tables, changed.keySet(), removed));
                anew.inTransaction(tables -> {
                    joining.everything(tables, AT);
                    return true;
                });

                assertThat(all(steps, Joined::of)).isEqualTo(all(anew, Joined::of));
                assertThat(steps.<Integer>read(tables -> joining.told(tables, "s1", Set.of())))
                        .isEqualTo(anew.<Integer>read(tables -> joining.told(tables, "s1", Set.of())))
                        .isPositive();
            }
        }
    }

    @Test
    void anotherVersionOfTheWeightsMakesEverythingBeComparedAnew() {
        try (Store store = open("versions")) {
            Map<EventId, Event> events = new HashMap<>();
            for (int i = 0; i < 40; i++) {
                EventId id = new EventId("s" + i % 2, "k" + i);
                events.put(
                        id,
                        event(id.source(), id.key())
                                .title("Atelier fictif " + i / 2)
                                .commune("Lille", "59350")
                                .venue("Mairie", null)
                                .at("2020-11-12T10:00:00+01:00")
                                .build());
            }
            write(store, events.values(), Set.of(), null);
            store.inTransaction(tables -> update(tables, events.keySet(), Set.of()));
            Joined before = all(store, Joined::of);
            assertThat(before.clusters()).hasSize(20);

            store.inTransaction(tables -> {
                tables.matching().restart("une autre", Map.of(), Map.of(), List.of());
                return update(tables, Set.of(), Set.of());
            });

            assertThat(all(store, Joined::of)).isEqualTo(before);
            assertThat(store.<Long>read(tables -> tables.matching().count(99))).isEqualTo(40);
        }
    }

    private record Joined(
            List<Cluster> clusters,
            List<Match> matches,
            Map<String, String> redirects,
            Map<EventId, String> membership,
            Map<String, Integer> ledger) {
        static Joined of(Tables tables) {
            Map<String, Integer> ledger = new HashMap<>();
            Map<EventId, String> membership = tables.clusters().membership();
            membership
                    .values()
                    .forEach(id -> ledger.put(id, tables.clusters().ledger(id).size()));
            return new Joined(
                    tables.clusters().all(),
                    tables.clusters().matches(),
                    tables.clusters().redirects(),
                    membership,
                    ledger);
        }
    }

    private Store open(String name) {
        return Store.open("jdbc:sqlite:" + folder.resolve(name + ".db"), null, null);
    }

    private static <T> T all(Store store, Function<Tables, T> question) {
        return store.read(question);
    }

    private boolean update(Tables tables, Set<EventId> changed, Set<EventId> removed) {
        joining.update(tables, changed, removed, AT);
        return true;
    }

    private static void write(Store store, Collection<Event> changed, Set<EventId> removed, @Nullable Verdict verdict) {
        store.inTransaction(tables -> {
            long run = tables.runs().begin("s1", AT);
            tables.records()
                    .keep(
                            changed.stream()
                                    .sorted(Comparator.comparing(Event::id))
                                    .map(event -> Kept.of(event, "ligne", "mots"))
                                    .toList(),
                            run);
            removed.forEach(id -> tables.records().remove(id.source(), List.of(id.key()), AT, "absent"));
            if (verdict != null) {
                tables.clusters().decide(verdict, "vu", AT);
            }
            return true;
        });
    }

    private static @Nullable Verdict verdict(Set<EventId> living, Random random) {
        List<EventId> ids = List.copyOf(living);
        EventId left = ids.get(random.nextInt(ids.size()));
        EventId right = ids.get(random.nextInt(ids.size()));
        return left.equals(right) || random.nextInt(3) > 0 ? null : new Verdict(left, right, random.nextBoolean());
    }

    private static Event programme(EventId id, Random random) {
        int town = random.nextInt(3);
        EventForTest event = event(id.source(), id.key())
                .title(TITLES[random.nextInt(TITLES.length)])
                .commune("Ville" + (char) ('a' + town), "%05d".formatted(10000 + town));
        if (random.nextBoolean()) {
            event.venue(random.nextBoolean() ? "Mairie" : "Médiathèque", null);
        }
        return event.at("2020-11-%02dT%02d:00:00+01:00".formatted(1 + random.nextInt(5), 9 + random.nextInt(2)))
                .build();
    }
}
