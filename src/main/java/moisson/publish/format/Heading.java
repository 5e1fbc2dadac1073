package moisson.publish.format;

import java.util.List;

/**
 * What is said of a column of any published table, in every description of it.
 *
 * @param required never empty
 * @param allowed the only values there are; empty when any will do
 */
public record Heading(
        String name, Column.Kind kind, boolean required, List<String> allowed, String french, String english) {
    public Heading {
        allowed = List.copyOf(allowed);
    }

    static Heading required(String name, Column.Kind kind, String french, String english) {
        return new Heading(name, kind, true, List.of(), french, english);
    }

    static Heading optional(String name, Column.Kind kind, String french, String english) {
        return new Heading(name, kind, false, List.of(), french, english);
    }
}
