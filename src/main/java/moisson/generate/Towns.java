package moisson.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import moisson.reference.Commune;
import moisson.reference.Department;
import moisson.reference.Reference;
import org.jspecify.annotations.Nullable;

/** The communes of France, the populated ones more often: one event in thirty is in Paris. */
final class Towns {
    private static final double SKEW = 1.02;
    private static final int SMALLEST = 60;
    private static final int FIRST_OVERSEAS = 3;

    private final List<Town> towns = new ArrayList<>();
    private final double[] weights;

    Towns(Reference reference) {
        List<String> regions = reference.departments().list().stream()
                .map(Department::region)
                .distinct()
                .sorted()
                .toList();
        List<Commune> listed = reference.communes().list().stream()
                .filter(commune ->
                        commune.population() > 0 && !commune.postcodes().isEmpty())
                .toList();
        double[] sums = new double[listed.size()];
        double sum = 0;
        for (Commune commune : listed) {
            Optional<Department> department = reference.departments().findByCode(commune.department());
            if (department.isPresent()) {
                // StrictMath: the same bits on every processor.
                sum += StrictMath.pow(Math.max(SMALLEST, commune.population()), SKEW);
                sums[towns.size()] = sum;
                towns.add(town(commune, department.get(), regions, reference));
            }
        }
        weights = Arrays.copyOf(sums, towns.size());
    }

    Town any(Chance chance) {
        int at = Arrays.binarySearch(weights, chance.share() * weights[weights.length - 1]);
        return towns.get(Math.min(at < 0 ? -at - 1 : at, weights.length - 1));
    }

    private static Town town(Commune commune, Department department, List<String> regions, Reference reference) {
        boolean overseas = department.code().length() >= FIRST_OVERSEAS;
        return new Town(
                commune.name(),
                commune.code(),
                commune.postcodes().getFirst(),
                department.name(),
                regions.indexOf(department.region()),
                reference.zones().of(commune.department()),
                overseas ? null : degrees(43.5, 6, department.code()) + degrees(0, 0.5, commune.code()),
                overseas ? null : degrees(-1, 7, "." + department.code()) + degrees(0, 0.5, "." + commune.code()));
    }

    /** Always the same for the same name. */
    static double degrees(double least, double width, @Nullable String name) {
        long mixed = (String.valueOf(name).hashCode() * 0x9E3779B97F4A7C15L) >>> 40;
        return least + width * mixed / (1 << 24);
    }
}
