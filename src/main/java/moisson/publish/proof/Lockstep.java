package moisson.publish.proof;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Compares two files event by event while both are read. Both have the same order, so almost nothing is held: only events
 * that one of them has not told yet.
 */
final class Lockstep {
    private final String file;
    private final Findings findings;
    private final Map<String, Row> expected = new LinkedHashMap<>();
    private final Map<String, Row> met = new LinkedHashMap<>();

    Lockstep(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** @param with name of the reference */
    void compare(Iterator<Row> reference, Iterator<Row> other, String with) {
        long rows = 0;
        long values = 0;
        while (reference.hasNext() || other.hasNext()) {
            Row left = reference.hasNext() ? reference.next() : null;
            Row right = other.hasNext() ? other.next() : null;
            rows += left == null ? 0 : 1;
            if (left != null && right != null && left.id().equals(right.id())) {
                values += compare(left, right);
                continue;
            }
            if (left != null) {
                values += meet(left, met.remove(left.id()), true);
            }
            if (right != null) {
                values += meet(right, expected.remove(right.id()), false);
            }
        }
        expected.keySet().forEach(id -> findings.differ(file, id, "ligne", "présente", "absente"));
        met.keySet().forEach(id -> findings.differ(file, id, "ligne", "absente", "présente"));
        findings.compared(file, with, rows, "événements", values);
    }

    private int meet(Row row, @org.jspecify.annotations.Nullable Row known, boolean reference) {
        if (known == null) {
            Row twice = (reference ? expected : met).put(row.id(), row);
            if (twice != null) {
                findings.differ(file, row.id(), "ligne", "une fois", "deux fois");
            }
            return 0;
        }
        return reference ? compare(row, known) : compare(known, row);
    }

    private int compare(Row left, Row right) {
        for (Map.Entry<String, String> value : left.values().entrySet()) {
            String other = right.get(value.getKey());
            if (!Objects.equals(value.getValue(), other)) {
                findings.differ(file, left.id(), value.getKey(), value.getValue(), other);
            }
        }
        for (Map.Entry<String, String> value : right.values().entrySet()) {
            if (!left.values().containsKey(value.getKey())) {
                findings.differ(file, left.id(), value.getKey(), "", value.getValue());
            }
        }
        return left.values().size();
    }
}
