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

    /** @param otherNames code of the département by another of its names: "Métropole de Lyon", "Loire-Inférieure" */
    Departments(List<Department> listed, Map<String, String> otherNames) {
        listed.forEach(department -> {
            byCode.put(department.code(), department);
            byName.put(Folding.fold(department.name()), department);
        });
        otherNames.forEach((name, code) -> {
            Department department = byCode.get(code);
            if (department != null) {
                byName.putIfAbsent(Folding.fold(name), department);
            }
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
