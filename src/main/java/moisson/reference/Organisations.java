package moisson.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moisson.event.OrganiserType;

/** Public bodies by their acronym or name, and kinds of bodies by how their names begin. */
public final class Organisations {
    private final Map<String, Organisation> byName = new HashMap<>();
    private final Map<String, OrganiserType> byBeginning = new HashMap<>();
    private final Map<String, OrganiserType> byEnd = new HashMap<>();

    /**
     * @param beginnings kind of body by the first words of its name: "Préfecture", "Ville de"
     * @param ends kind of body by the last words of its name: "Métropole"
     */
    Organisations(List<Organisation> listed, Map<String, OrganiserType> beginnings, Map<String, OrganiserType> ends) {
        for (Organisation body : listed) {
            byName.put(Folding.fold(body.acronym()), body);
            byName.putIfAbsent(Folding.fold(body.name()), body);
            byName.putIfAbsent(Folding.fold(withoutAcronym(body.name())), body);
        }
        beginnings.forEach((words, type) -> byBeginning.put(Folding.fold(words), type));
        ends.forEach((words, type) -> byEnd.put(Folding.fold(words), type));
    }

    /** The body of this acronym or name, if we know it. */
    public Optional<Organisation> find(String name) {
        return Optional.ofNullable(byName.get(Folding.fold(name)));
    }

    /** The kind of a body, from our table, or from the longest known beginning or else end of its name. */
    public Optional<OrganiserType> findType(String name) {
        String folded = Folding.fold(name);
        return find(name)
                .map(Organisation::type)
                .or(() -> typeByBeginning(folded))
                .or(() -> typeByEnd(folded));
    }

    private Optional<OrganiserType> typeByBeginning(String folded) {
        for (int end = folded.length(); end > 0; end = folded.lastIndexOf(' ', end - 1)) {
            OrganiserType type = byBeginning.get(folded.substring(0, end));
            if (type != null) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private Optional<OrganiserType> typeByEnd(String folded) {
        for (int start = folded.indexOf(' '); start >= 0; start = folded.indexOf(' ', start + 1)) {
            OrganiserType type = byEnd.get(folded.substring(start + 1));
            if (type != null) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static String withoutAcronym(String name) {
        int open = name.lastIndexOf(" (");
        return open > 0 && name.endsWith(")") ? name.substring(0, open) : name;
    }
}
