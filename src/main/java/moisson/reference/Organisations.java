package moisson.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import moisson.event.OrganiserType;
import org.jspecify.annotations.Nullable;

/** Public bodies by their acronym or name, and kinds of bodies by how their names begin. */
public final class Organisations {
    /** Names that come back are looked up once; more different ones than this are looked up each time. */
    private static final int REMEMBERED = 100_000;

    private static final int LONGEST_REMEMBERED = 200;

    private final Map<String, Organisation> byName = new HashMap<>();
    private final Map<String, Organisation> byFormerBeginning = new HashMap<>();
    private final Map<String, OrganiserType> byBeginning = new HashMap<>();
    private final Map<String, OrganiserType> byEnd = new HashMap<>();
    private final BodyFamilies families;
    private final Map<String, Found> remembered = new ConcurrentHashMap<>();

    /** What we know of a name. */
    private record Found(Optional<Organisation> body, Optional<OrganiserType> type) {}

    /**
     * @param former bodies by the first words of all the names they had: "Ministère de l’Éducation nationale"
     * @param beginnings kind of body by the first words of its name: "Préfecture", "Ville de"
     * @param ends kind of body by the last words of its name: "Métropole"
     */
    Organisations(
            List<Organisation> listed,
            List<Organisation> former,
            BodyFamilies families,
            Map<String, OrganiserType> beginnings,
            Map<String, OrganiserType> ends) {
        for (Organisation body : listed) {
            byName.put(Folding.fold(body.acronym()), body);
            byName.putIfAbsent(Folding.fold(body.name()), body);
            byName.putIfAbsent(Folding.fold(withoutAcronym(body.name())), body);
        }
        former.forEach(body -> byFormerBeginning.put(Folding.fold(body.acronym()), body));
        this.families = families;
        beginnings.forEach((words, type) -> byBeginning.put(Folding.fold(words), type));
        ends.forEach((words, type) -> byEnd.put(Folding.fold(words), type));
    }

    /** The body of this acronym or name, if we know it. */
    public Optional<Organisation> find(String name) {
        return found(name).body();
    }

    /** The kind of a body, from our table, or from the longest known beginning or else end of its name. */
    public Optional<OrganiserType> findType(String name) {
        return found(name).type();
    }

    private Found found(String name) {
        Found known = remembered.get(name);
        if (known != null) {
            return known;
        }
        Found found = lookedUp(name);
        if (name.length() <= LONGEST_REMEMBERED && remembered.size() < REMEMBERED) {
            remembered.put(name, found);
        }
        return found;
    }

    private Found lookedUp(String name) {
        String folded = Folding.fold(name);
        Organisation listed = byName.get(folded);
        boolean several = name.contains(" - ") || name.indexOf('/') >= 0; // a ministry, then one of its services
        Organisation body = listed != null || several ? listed : longest(byFormerBeginning, folded);
        if (body == null) {
            body = families.find(name).orElse(null);
        }
        if (body != null) {
            return new Found(Optional.of(body), Optional.of(body.type()));
        }
        OrganiserType type = longest(byBeginning, folded);
        return new Found(Optional.empty(), Optional.ofNullable(type != null ? type : typeByEnd(folded)));
    }

    private static <T> @Nullable T longest(Map<String, T> beginnings, String folded) {
        for (int end = folded.length(); end > 0; end = folded.lastIndexOf(' ', end - 1)) {
            T value = beginnings.get(folded.substring(0, end));
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private @Nullable OrganiserType typeByEnd(String folded) {
        for (int start = folded.indexOf(' '); start >= 0; start = folded.indexOf(' ', start + 1)) {
            OrganiserType type = byEnd.get(folded.substring(start + 1));
            if (type != null) {
                return type;
            }
        }
        return null;
    }

    private static String withoutAcronym(String name) {
        int open = name.lastIndexOf(" (");
        return open > 0 && name.endsWith(")") ? name.substring(0, open) : name;
    }
}
