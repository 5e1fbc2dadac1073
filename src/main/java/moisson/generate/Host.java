package moisson.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import moisson.reference.Organisation;
import moisson.reference.Organisations;

/** Who holds an event: a real body, or one that any town has. */
record Host(String name, String shortName) {
    private static final List<List<String>> LOCAL = Words.rows("organisateurs");

    /** The national bodies that the table of organisations knows, with their acronyms. */
    static List<Host> national(Organisations organisations) {
        List<Host> hosts = new ArrayList<>();
        for (String acronym : Words.lines("organisations")) {
            Optional<Organisation> body = organisations.find(acronym);
            body.ifPresent(known -> hosts.add(new Host(withoutAcronym(known.name()), acronym)));
        }
        return hosts;
    }

    static Host local(Town town, Chance chance) {
        List<String> names = chance.of(LOCAL);
        return new Host(town.in(names.getFirst()), town.in(names.getLast()));
    }

    private static String withoutAcronym(String name) {
        int open = name.lastIndexOf(" (");
        return open > 0 ? name.substring(0, open) : name;
    }
}
