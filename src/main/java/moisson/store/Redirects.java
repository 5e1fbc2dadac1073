package moisson.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Ids that were merged away. Each is kept with the id that took it over, and followed to the end when asked. */
final class Redirects {
    private final Handle handle;

    Redirects(Handle handle) {
        this.handle = handle;
    }

    /** Sorted by id, each led to its end. */
    Map<String, String> followed() {
        Map<String, String> steps = steps();
        Map<String, String> followed = new LinkedHashMap<>();
        steps.keySet().forEach(id -> followed.put(id, end(id, steps)));
        return followed;
    }

    /** Where one id leads to in the end, step by step; empty when it was never merged. {@link #add} allows no circle. */
    Optional<String> followed(String id) {
        Optional<String> step = step(id);
        while (step.isPresent()) {
            Optional<String> next = step(step.get());
            if (next.isEmpty()) {
                return step;
            }
            step = next;
        }
        return step;
    }

    private Optional<String> step(String id) {
        return handle.createQuery("select target from redirect where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne();
    }

    /** Those of these ids that were merged away, each led to its end. */
    Map<String, String> followed(Collection<String> ids) {
        Map<String, String> followed = new HashMap<>();
        known(ids).forEach(id -> followed.put(id, followed(id).orElseThrow()));
        return followed;
    }

    /** Those of these ids that were merged away. */
    Set<String> known(Collection<String> ids) {
        return steps(ids).keySet();
    }

    private Map<String, String> steps(Collection<String> ids) {
        Map<String, String> steps = new HashMap<>();
        Lists.forEach(
                handle,
                "select id, target from redirect where id in (<values>)",
                ids,
                row -> steps.put(row.getString(1), row.getString(2)));
        return steps;
    }

    /** Adds a few, without reading all that are known; like {@link #add(Map, Set)} in all else. */
    void addFew(Map<String, String> redirects, Set<String> living) {
        Set<String> asked = new HashSet<>(living);
        asked.addAll(redirects.keySet());
        Map<String, String> before = steps(asked);
        Map<String, String> after = new TreeMap<>(before);
        after.keySet().removeAll(living);
        after.putAll(redirects);
        // The way of each new one, as far as it leads through what is known.
        Set<String> ahead = new HashSet<>(redirects.values());
        Map<String, String> steps = new HashMap<>(after);
        while (!ahead.isEmpty()) {
            Set<String> next = new HashSet<>();
            for (String id : ahead) {
                if (!steps.containsKey(id) && !living.contains(id)) {
                    step(id).ifPresent(target -> {
                        steps.put(id, target);
                        next.add(target);
                    });
                }
            }
            ahead = next;
        }
        require(redirects, living, steps);
        write(before, after);
    }

    /**
     * Adds to those known. An id that is a living cluster again is no longer redirected.
     *
     * @throws IllegalArgumentException when they would run in a circle, or lead away from a living cluster
     */
    void add(Map<String, String> redirects, Set<String> living) {
        Map<String, String> before = steps();
        Map<String, String> after = new TreeMap<>(before);
        after.keySet().removeAll(living);
        after.putAll(redirects);
        require(redirects, living, after);
        write(before, after);
    }

    private static void require(Map<String, String> redirects, Set<String> living, Map<String, String> steps) {
        for (String id : redirects.keySet()) {
            if (living.contains(id)) {
                throw new IllegalArgumentException("a living cluster cannot be redirected: " + id);
            }
            end(id, steps);
        }
    }

    private void write(Map<String, String> before, Map<String, String> after) {
        Set<String> gone = new HashSet<>(before.keySet());
        gone.removeAll(after.keySet());
        Batch.forEach(handle, "delete from redirect where id = :id", gone, (batch, id) -> batch.bind("id", id));
        Map<String, String> come = new TreeMap<>(after);
        come.entrySet().removeAll(before.entrySet());
        Batch.forEach(
                handle,
                """
                insert into redirect (id, target) values (:id, :target)
                on conflict (id) do update set target = excluded.target""",
                come.entrySet(),
                (batch, step) -> batch.bind("id", step.getKey()).bind("target", step.getValue()));
    }

    private static String end(String id, Map<String, String> steps) {
        Set<String> passed = new HashSet<>();
        String at = id;
        while (steps.containsKey(at)) {
            if (!passed.add(at)) {
                throw new IllegalArgumentException("redirects run in a circle: " + passed);
            }
            at = Objects.requireNonNull(steps.get(at));
        }
        return at;
    }

    private Map<String, String> steps() {
        Map<String, String> steps = new TreeMap<>();
        handle.createQuery("select id, target from redirect")
                .map((row, context) -> steps.put(row.getString(1), row.getString(2)))
                .list();
        return steps;
    }
}
