package moisson.reference;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The régions, and the overseas collectivities beside them. */
public final class Regions {
    private final Map<String, Region> byCode = new HashMap<>();
    private final Map<String, Region> byName = new HashMap<>();

    /** @param otherNames code of the region by another of its names: "Occitania", "IDF" */
    Regions(List<Region> listed, Map<String, String> otherNames) {
        listed.forEach(region -> {
            byCode.put(region.code(), region);
            byName.put(Folding.fold(region.name()), region);
        });
        otherNames.forEach((name, code) -> {
            Region region = byCode.get(code);
            if (region != null) {
                byName.putIfAbsent(Folding.fold(name), region);
            }
        });
    }

    public Optional<Region> findByCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public Optional<Region> findByName(String name) {
        return Optional.ofNullable(byName.get(Folding.fold(name)));
    }

    public List<Region> list() {
        return byCode.values().stream()
                .sorted(Comparator.comparing(Region::code))
                .toList();
    }
}
