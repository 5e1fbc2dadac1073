package moisson.publish.proof;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Compares two files event by event while both are read. Both have the same order, so almost nothing is held: only events
 * that one of them has not told yet.
 */
final class Lockstep {
    private final String file;
    private final Findings findings;
    private final Map<String, Row> expected = new LinkedHashMap<>();
    private final Map<String, Row> met = new LinkedHashMap<>();
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong values = new AtomicLong();

    Lockstep(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** @param with name of the reference */
    void compare(Iterator<Row> reference, Iterator<Row> other, String with) {
        while (reference.hasNext()) {
            step(reference.next(), other);
        }
        end(other, with);
    }

    /** The next row of the reference, and with it the next of the other file. */
    void step(Row left, Iterator<Row> other) {
        rows.getAndIncrement();
        Row right = other.hasNext() ? other.next() : null;
        if (right != null && left.id().equals(right.id())) {
            compare(left, right);
            return;
        }
        meet(left, met.remove(left.id()), true);
        if (right != null) {
            meet(right, expected.remove(right.id()), false);
        }
    }

    /** The reference has no more rows. */
    void end(Iterator<Row> other, String with) {
        while (other.hasNext()) {
            Row right = other.next();
            meet(right, expected.remove(right.id()), false);
        }
        expected.keySet().forEach(id -> findings.differ(file, id, "ligne", "présente", "absente"));
        met.keySet().forEach(id -> findings.differ(file, id, "ligne", "absente", "présente"));
        findings.compared(file, with, rows.get(), "événements", values.get());
    }

    private void meet(Row row, @org.jspecify.annotations.Nullable Row known, boolean reference) {
        if (known == null) {
            Row twice = (reference ? expected : met).put(row.id(), row);
            if (twice != null) {
                findings.differ(file, row.id(), "ligne", "une fois", "deux fois");
            }
        } else {
            compare(reference ? row : known, reference ? known : row);
        }
    }

    private void compare(Row left, Row right) {
        values.getAndAdd(left.values().size());
        if (left.values().equals(right.values())) {
            return;
        }
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
    }
}
