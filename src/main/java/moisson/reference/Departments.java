package moisson.reference;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The départements and overseas collectivities. */
public final class Departments {
    private final Map<String, Department> byCode = new HashMap<>();
    private final Map<String, Department> byName = new HashMap<>();

    Departments(List<Department> listed) {
        listed.forEach(department -> {
            byCode.put(department.code(), department);
            byName.put(Folding.fold(department.name()), department);
        });
    }

    public Optional<Department> findByCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** However it is written: "HAUTE GARONNE", "Haute-Garonne". */
    public Optional<Department> findByName(String name) {
        return Optional.ofNullable(byName.get(Folding.fold(name)));
    }

    public List<Department> list() {
        return byCode.values().stream()
                .sorted(Comparator.comparing(Department::code))
                .toList();
    }
}
