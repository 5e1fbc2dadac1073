package moisson.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Where communes lie: the middle of each and the radius of a disc as large as it. Distances are told in these radiuses:
 * below one a point lies in the commune, as a rule; a large commune reaches farther than a small neighbour.
 */
final class Middles {
    private static final double KILOMETRES = 111.195; // of a degree of latitude
    private static final int CELLS = 5; // in a degree
    /** A point this near to the middle, and no other commune nearly as near: no real point we checked was misplaced. */
    private static final double SURELY_IN = 0.8;

    private static final double LEAST_RATIO = 1.6;
    private static final double PERHAPS_IN = 1.5;

    private final List<Told> told;
    /** By code of the commune, in words until somebody asks. */
    private final Map<String, Told> byCode = new HashMap<>();
    /** Made when a point is looked up first: most runs of the program that are soon over never do. */
    private final AtomicReference<@Nullable Map<Long, List<Middle>>> grid = new AtomicReference<>();

    /** A line of the table: its numbers are read when somebody asks for them, which few are. */
    record Told(Commune commune, String latitude, String longitude, String radius) {
        Middle middle() {
            return new Middle(
                    commune.code(),
                    commune.now(),
                    commune.department(),
                    Double.parseDouble(latitude),
                    Double.parseDouble(longitude),
                    Double.parseDouble(radius));
        }
    }

    /**
     * @param now code of the commune of today
     * @param radius kilometres
     */
    record Middle(String code, String now, String department, double latitude, double longitude, double radius) {
        double kilometres(double lat, double lon) {
            double north = (lat - latitude) * KILOMETRES;
            double east = (lon - longitude) * KILOMETRES * Math.cos(Math.toRadians(latitude));
            return Math.hypot(north, east);
        }
    }

    Middles(List<Told> told) {
        this.told = told;
        for (Told one : told) {
            byCode.putIfAbsent(one.commune().code(), one);
        }
    }

    private Map<Long, List<Middle>> grid() {
        Map<Long, List<Middle>> known = grid.get();
        if (known == null) {
            known = new HashMap<>();
            for (Told one : told) {
                Middle middle = one.middle();
                known.computeIfAbsent(cell(row(middle.latitude()), row(middle.longitude())), key -> new ArrayList<>(4))
                        .add(middle);
            }
            grid.set(known);
        }
        return known;
    }

    /** Code of the commune of today in which a point surely lies. */
    Optional<String> find(double latitude, double longitude) {
        Middle best = null;
        double least = Double.MAX_VALUE;
        List<Middle> near = near(latitude, longitude);
        for (Middle middle : near) {
            double far = middle.kilometres(latitude, longitude) / middle.radius();
            if (far < least) {
                least = far;
                best = middle;
            }
        }
        if (best == null || least > SURELY_IN) {
            return Optional.empty();
        }
        double other = Math.max(least, 0.35) * LEAST_RATIO;
        for (Middle middle : near) {
            if (!middle.now().equals(best.now()) && middle.kilometres(latitude, longitude) / middle.radius() <= other) {
                return Optional.empty();
            }
        }
        return Optional.of(best.now());
    }

    /** Code of the département, when every commune a point may lie in is of the same one. */
    Optional<String> findDepartment(double latitude, double longitude) {
        String department = null;
        for (Middle middle : near(latitude, longitude)) {
            if (middle.kilometres(latitude, longitude) / middle.radius() < PERHAPS_IN) {
                if (department != null && !department.equals(middle.department())) {
                    return Optional.empty();
                }
                department = middle.department();
            }
        }
        return Optional.ofNullable(department);
    }

    /** From the edge of the commune, or of the former commune, of this code; null when we do not know where it lies. */
    @Nullable
    Double kilometresOutside(String code, double latitude, double longitude) {
        Told one = byCode.get(code);
        if (one == null) {
            return null;
        }
        Middle middle = one.middle();
        return Double.valueOf(Math.max(0, middle.kilometres(latitude, longitude) - middle.radius()));
    }

    private List<Middle> near(double latitude, double longitude) {
        List<Middle> near = new ArrayList<>();
        Map<Long, List<Middle>> cells = grid();
        for (int lat = row(latitude) - 1; lat <= row(latitude) + 1; lat++) {
            for (int lon = row(longitude) - 1; lon <= row(longitude) + 1; lon++) {
                near.addAll(cells.getOrDefault(cell(lat, lon), List.of()));
            }
        }
        return near;
    }

    private static int row(double degrees) {
        return (int) Math.floor(degrees * CELLS);
    }

    private static long cell(int lat, int lon) {
        return lat * 10_000L + lon;
    }
}
