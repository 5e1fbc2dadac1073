package moisson.harvest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import moisson.event.Source;
import moisson.store.RecordTable.Known;
import moisson.store.Store;

/** What it means that a known record is not in a delivery that holds everything the source has. */
final class Absences {
    private final Source source;
    private final Instant now;
    private final RollCall roll;
    private final Store store;

    Absences(Source source, Instant now, RollCall roll, Store store) {
        this.source = source;
        this.now = now;
        this.roll = roll;
        this.store = store;
    }

    /** The living records whose absence means something. */
    Set<String> found() {
        Set<String> absent = new HashSet<>();
        roll.forEachUnmet((key, before) -> {
            if (!isOver(before)) {
                absent.add(key);
            }
        });
        return absent;
    }

    /**
     * Most agendas drop what is over: its absence says nothing, unless it began before. A day of patience covers every
     * time zone.
     */
    private boolean isOver(Known before) {
        LocalDate lastDay = before.lastDay();
        return source.bounds().pastStays()
                && before.missingSince() == null
                && lastDay != null
                && lastDay.isBefore(now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1));
    }

    /**
     * An absent record and a new one with the same title, days, place and organisers are one record whose key the source
     * has changed; only when no other absent or new one looks the same.
     *
     * @param absent loses those that are recognized
     * @param news what makes each new record recognizable, by key
     * @return former key by new key
     */
    Map<String, String> recognized(Set<String> absent, Map<String, Long> news) {
        Map<String, String> renamed = new LinkedHashMap<>();
        if (news.isEmpty() || absent.isEmpty()) {
            return renamed;
        }
        Map<Long, String> former =
                onlyOnes(store.read(tables -> tables.records().contents(source.id(), absent)));
        onlyOnes(news).forEach((content, key) -> {
            String before = former.get(content);
            if (before != null) {
                renamed.put(key, before);
            }
        });
        absent.removeAll(Set.copyOf(renamed.values()));
        return renamed;
    }

    private static Map<Long, String> onlyOnes(Map<String, Long> contents) {
        Map<Long, String> only = new HashMap<>();
        Set<Long> several = new HashSet<>();
        contents.forEach((key, content) -> {
            if (only.putIfAbsent(content, key) != null) {
                several.add(content);
            }
        });
        only.keySet().removeAll(several);
        return only;
    }

    /** Those of the absent whose grace is over. */
    Set<String> overdue(Set<String> absent) {
        Grace grace = new Grace(source, now);
        return absent.stream()
                .filter(key -> {
                    Known before = roll.before(key);
                    return before != null && grace.isOver(before.missingSince());
                })
                .collect(Collectors.toCollection(HashSet::new));
    }
}
