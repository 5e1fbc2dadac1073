package moisson.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The communes of France, overseas included, with the parts and former codes of those that merged. */
public final class Communes {
    private static final Comparator<Commune> LARGEST_FIRST =
            Comparator.comparingInt(Commune::population).reversed().thenComparing(Commune::code);

    /** More different names than this are looked up each time. */
    private static final int REMEMBERED = 100_000;

    private static final int LONGEST_REMEMBERED = 80;

    private final Map<String, Commune> byCode = HashMap.newHashMap(45_000);
    private final Map<String, List<Commune>> namesakes = HashMap.newHashMap(40_000);
    private final Map<String, List<Commune>> former = new HashMap<>();
    private final Map<String, List<Commune>> byPostcode = new HashMap<>();
    /** By names as they were written: the same few thousand come again and again. */
    private final Map<String, List<Commune>> remembered = new ConcurrentHashMap<>();

    /** In the order of the names, for whoever searches; most programs never do. */
    private final AtomicReference<@Nullable NavigableMap<String, List<Commune>>> sorted = new AtomicReference<>();

    private final Middles middles;

    Communes(List<Commune> listed, Middles middles) {
        this.middles = middles;
        listed.stream().filter(c -> c.status() == Commune.Status.CURRENT).forEach(c -> byCode.put(c.code(), c));
        for (Commune commune : listed) {
            Commune whole = commune.with(byCode.getOrDefault(commune.now(), commune));
            byCode.putIfAbsent(whole.code(), whole);
            Map<String, List<Commune>> names = whole.status() == Commune.Status.FORMER ? former : namesakes;
            names.computeIfAbsent(CommuneName.key(whole.name()), key -> new ArrayList<>(1))
                    .add(whole);
            if (whole.status() == Commune.Status.CURRENT) {
                whole.postcodes()
                        .forEach(code -> byPostcode
                                .computeIfAbsent(code, key -> new ArrayList<>(1))
                                .add(whole));
            }
        }
        namesakes.values().forEach(Communes::sort);
        former.values().forEach(Communes::sort);
        byPostcode.values().forEach(Communes::sort);
    }

    private static void sort(List<Commune> list) {
        if (list.size() > 1) { // most have one
            list.sort(LARGEST_FIRST);
        }
    }

    /** The commune of this INSEE code: today's when a part of it bears the same code. */
    public Optional<Commune> findByCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Everything that bears this name today, however it is written; the most populated first. */
    public List<Commune> findByName(String name) {
        List<Commune> known = remembered.get(name);
        if (known != null) {
            return known;
        }
        List<Commune> found = found(namesakes, CommuneName.key(name));
        if (name.length() <= LONGEST_REMEMBERED && remembered.size() < REMEMBERED) {
            remembered.put(name, found);
        }
        return found;
    }

    /** Communes of the past that bore this name: those that merged, and those that are called otherwise now. */
    public List<Commune> findByFormerName(String name) {
        return found(former, CommuneName.key(name));
    }

    private static List<Commune> found(Map<String, List<Commune>> names, String key) {
        List<Commune> found = names.get(key);
        return found == null ? List.of() : Collections.unmodifiableList(found);
    }

    /** Today's commune in which a point surely lies; empty near borders, at sea, abroad, and where no contour is known. */
    public Optional<Commune> findByPosition(double latitude, double longitude) {
        return middles.find(latitude, longitude).flatMap(this::findByCode).map(this::today);
    }

    /** Code of the département in which a point surely lies. */
    public Optional<String> findDepartmentByPosition(double latitude, double longitude) {
        return middles.findDepartment(latitude, longitude);
    }

    /** How far a point lies outside a commune, taken for a disc; empty when it is not known where the commune lies. */
    public OptionalDouble kilometresOutside(Commune commune, double latitude, double longitude) {
        Double far = middles.kilometresOutside(commune.code(), latitude, longitude);
        return far == null ? OptionalDouble.empty() : OptionalDouble.of(far);
    }

    /** Today's communes served by this postal code, the most populated first. */
    public List<Commune> findByPostcode(String postcode) {
        return Collections.unmodifiableList(byPostcode.getOrDefault(postcode, List.of()));
    }

    /** Paris for one of its arrondissements, the commune of today for a merged one, itself otherwise. */
    public Commune today(Commune commune) {
        return byCode.getOrDefault(commune.now(), commune);
    }

    /** Today's communes whose name or postal code begins so, the exact name first, then the most populated. */
    public List<Commune> search(String beginning, int atMost) {
        String key = CommuneName.key(beginning);
        if (key.isEmpty()) {
            return List.of();
        }
        Set<Commune> found = new LinkedHashSet<>();
        keep(namesakes.getOrDefault(key, List.of()), found);
        List<Commune> others = new ArrayList<>();
        sorted().subMap(key, key + Character.MAX_VALUE).values().forEach(list -> keep(list, others));
        if (key.length() > 1 && Character.isDigit(key.charAt(0))) {
            byPostcode.forEach((code, list) -> {
                if (code.startsWith(key)) {
                    keep(list, others);
                }
            });
        }
        others.sort(LARGEST_FIRST);
        found.addAll(others);
        return found.stream().limit(atMost).toList();
    }

    private NavigableMap<String, List<Commune>> sorted() {
        NavigableMap<String, List<Commune>> known = sorted.get();
        if (known == null) {
            known = new TreeMap<>(namesakes);
            sorted.set(known);
        }
        return known;
    }

    /** Today's communes, by code. */
    public List<Commune> list() {
        return byCode.values().stream()
                .filter(commune -> commune.status() == Commune.Status.CURRENT)
                .sorted(Comparator.comparing(Commune::code))
                .toList();
    }

    private static void keep(List<Commune> some, Collection<Commune> into) {
        some.stream()
                .filter(commune -> commune.status() == Commune.Status.CURRENT)
                .forEach(into::add);
    }
}
