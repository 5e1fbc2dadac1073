package moisson.intake.rdf;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * For each resource of a large graph, known by 64 bits of a hash: where it was last told of, and whether anything points to
 * it. Takes 24 to 48 bytes for each, in many small tables, so that no growing one needs much at once.
 */
final class Whereabouts {
    private static final int TABLES = 1024;
    private static final int FIRST = 16;

    private final List<Table> tables = Stream.generate(Table::new).limit(TABLES).toList();
    private final AtomicInteger count = new AtomicInteger();

    /** Resources so far. */
    int count() {
        return count.get();
    }

    /**
     * Notes that a resource is told of here.
     *
     * @return where it was before, or -1
     */
    long told(long hash, long place) {
        Table table = table(hash);
        long before = table.value(hash);
        put(table, hash, ((place + 1) << 1) | (before & 1));
        return (before >> 1) - 1;
    }

    /** Where a resource was last told of, or -1. */
    long last(long hash) {
        return (table(hash).value(hash) >> 1) - 1;
    }

    void pointedTo(long hash) {
        Table table = table(hash);
        put(table, hash, table.value(hash) | 1);
    }

    boolean isPointedTo(long hash) {
        return (table(hash).value(hash) & 1) == 1;
    }

    private Table table(long hash) {
        return tables.get((int) (hash & (TABLES - 1)));
    }

    private void put(Table table, long hash, long value) {
        if (table.put(hash, value)) {
            count.incrementAndGet();
        }
    }

    /** Hashes and their values by turns, open addressing. No value is 0, so that 0 stands for a free place. */
    private record Table(AtomicReference<long[]> cells, AtomicInteger used) {
        Table() {
            this(new AtomicReference<>(new long[2 * FIRST]), new AtomicInteger());
        }

        long value(long hash) {
            long[] cells = this.cells.get();
            return cells[cell(cells, hash) + 1];
        }

        /** Whether it is new. */
        boolean put(long hash, long value) {
            long[] cells = this.cells.get();
            int cell = cell(cells, hash);
            boolean free = cells[cell + 1] == 0;
            cells[cell] = hash;
            cells[cell + 1] = value;
            if (free && used.incrementAndGet() * 3 > cells.length) {
                grow(cells);
            }
            return free;
        }

        /** Beyond two thirds full, looking for a free place would take long. */
        private void grow(long[] cells) {
            long[] grown = new long[2 * cells.length];
            for (int from = 0; from < cells.length; from += 2) {
                if (cells[from + 1] != 0) {
                    int to = cell(grown, cells[from]);
                    grown[to] = cells[from];
                    grown[to + 1] = cells[from + 1];
                }
            }
            this.cells.set(grown);
        }

        private static int cell(long[] cells, long hash) {
            int mask = cells.length / 2 - 1;
            int place = (int) (hash >>> 32) & mask;
            while (cells[2 * place + 1] != 0 && cells[2 * place] != hash) {
                place = (place + 1) & mask;
            }
            return 2 * place;
        }
    }
}
