package moisson.statistics;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import moisson.reference.Commune;
import moisson.reference.Department;
import moisson.reference.Reference;
import org.jspecify.annotations.Nullable;

/** The territories that can be reached, by INSEE code: those without an event count as not reached. */
public record Territories(SortedMap<String, Territory> departments, SortedMap<String, Territory> regions) {
    public Territories {
        departments = Collections.unmodifiableSortedMap(new TreeMap<>(departments));
        regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
    }

    /** Those of the shipped tables. Their populations are the sums of those of the communes of today. */
    public static Territories of(Reference reference) {
        Map<String, Long> people = reference.communes().list().stream()
                .collect(Collectors.groupingBy(Commune::department, Collectors.summingLong(Commune::population)));
        Map<String, Long> byRegion = reference.departments().list().stream()
                .collect(Collectors.groupingBy(
                        Department::region,
                        Collectors.summingLong(department -> people.getOrDefault(department.code(), 0L))));
        SortedMap<String, Territory> departments = new TreeMap<>();
        reference
                .departments()
                .list()
                .forEach(one -> departments.put(one.code(), new Territory(one.name(), known(people.get(one.code())))));
        SortedMap<String, Territory> regions = new TreeMap<>();
        reference
                .regions()
                .list()
                .forEach(one -> regions.put(one.code(), new Territory(one.name(), known(byRegion.get(one.code())))));
        return new Territories(departments, regions);
    }

    /** Named only, with no population known. */
    static Territories named(SortedMap<String, String> departments, SortedMap<String, String> regions) {
        return new Territories(unpeopled(departments), unpeopled(regions));
    }

    private static SortedMap<String, Territory> unpeopled(SortedMap<String, String> names) {
        SortedMap<String, Territory> territories = new TreeMap<>();
        names.forEach((code, name) -> territories.put(code, new Territory(name, null)));
        return territories;
    }

    /** The tables write 0 where INSEE gives none. */
    private static @Nullable Long known(@Nullable Long population) {
        return population == null || population == 0 ? null : population;
    }
}
