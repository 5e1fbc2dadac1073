package moisson.publish.graph;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * Triples as numbers of nodes, three times, each time sorted in another way, so that whatever is asked for stands together:
 * 24 bytes a triple.
 *
 * @param subjects where the rows of each subject begin, sorted by property and object, and where the last one's end
 * @param objects where the rows of each object begin, sorted by subject and property, and where the last one's end
 * @param properties the properties there are, in the order of their numbers
 * @param beginnings where the rows of each of them begin, sorted by object and subject, and where the last one's end
 */
// Never compared, and never handed out.
@SuppressWarnings("ArrayRecordComponent")
record TripleOrders(
        int[] subjects,
        int[] subjectsProperty,
        int[] subjectsObject,
        int[] objects,
        int[] objectsSubject,
        int[] objectsProperty,
        int[] properties,
        int[] beginnings,
        int[] propertiesObject,
        int[] propertiesSubject) {
    /** Of a triple. */
    static final int TERMS = 3;

    private static final int WORD = 32;

    int size() {
        return subjectsProperty.length;
    }

    /**
     * Sorts triples, and leaves out repeated ones.
     *
     * @param nodes how many numbers there are
     * @param pieces subject, property and object of each triple, one after the other
     */
    static TripleOrders of(int nodes, Collection<int[]> pieces) {
        int[] subjects = new int[nodes + 1];
        for (int[] piece : pieces) {
            for (int at = 0; at < piece.length; at += TERMS) {
                subjects[piece[at] + 1]++;
            }
        }
        Arrays.parallelPrefix(subjects, Integer::sum);
        long[] rows = new long[subjects[nodes]];
        int[] next = Arrays.copyOf(subjects, nodes);
        for (int[] piece : pieces) {
            for (int at = 0; at < piece.length; at += TERMS) {
                rows[next[piece[at]]++] = (long) piece[at + 1] << WORD | piece[at + 2];
            }
        }
        int kept = sort(nodes, subjects, rows);
        int[] subjectsProperty = new int[kept];
        int[] subjectsObject = new int[kept];
        for (int at = 0; at < kept; at++) {
            subjectsProperty[at] = (int) (rows[at] >>> WORD);
            subjectsObject[at] = (int) rows[at];
        }
        return of(nodes, subjects, subjectsProperty, subjectsObject);
    }

    /** Sorts the rows of each subject, and moves them together where one was there twice. */
    private static int sort(int nodes, int[] subjects, long[] rows) {
        int kept = 0;
        int from = 0;
        for (int node = 0; node < nodes; node++) {
            int to = subjects[node + 1];
            Arrays.sort(rows, from, to);
            subjects[node] = kept;
            for (int at = from; at < to; at++) {
                if (at == from || rows[at] != rows[at - 1]) {
                    rows[kept++] = rows[at];
                }
            }
            from = to;
        }
        subjects[nodes] = kept;
        return kept;
    }

    /** The rows are taken in the order of the order before, so that they stay sorted by what they were sorted by. */
    private static TripleOrders of(int nodes, int[] subjects, int[] subjectsProperty, int[] subjectsObject) {
        int count = subjectsProperty.length;
        int[] objects = beginnings(nodes, subjectsObject, count);
        int[] objectsSubject = new int[count];
        int[] objectsProperty = new int[count];
        int[] next = Arrays.copyOf(objects, nodes);
        for (int node = 0; node < nodes; node++) {
            for (int at = subjects[node]; at < subjects[node + 1]; at++) {
                int to = next[subjectsObject[at]]++;
                objectsSubject[to] = node;
                objectsProperty[to] = subjectsProperty[at];
            }
        }
        int[] all = beginnings(nodes, objectsProperty, count);
        int[] propertiesObject = new int[count];
        int[] propertiesSubject = new int[count];
        next = Arrays.copyOf(all, nodes);
        for (int node = 0; node < nodes; node++) {
            for (int at = objects[node]; at < objects[node + 1]; at++) {
                int to = next[objectsProperty[at]]++;
                propertiesObject[to] = node;
                propertiesSubject[to] = objectsSubject[at];
            }
        }
        int[] properties = IntStream.range(0, nodes)
                .filter(node -> all[node] < all[node + 1])
                .toArray();
        int[] beginnings = IntStream.concat(Arrays.stream(properties).map(node -> all[node]), IntStream.of(count))
                .toArray();
        return new TripleOrders(
                subjects,
                subjectsProperty,
                subjectsObject,
                objects,
                objectsSubject,
                objectsProperty,
                properties,
                beginnings,
                propertiesObject,
                propertiesSubject);
    }

    /** Where the rows of each number begin when they are sorted by it. */
    private static int[] beginnings(int nodes, int[] column, int count) {
        int[] beginnings = new int[nodes + 1];
        for (int at = 0; at < count; at++) {
            beginnings[column[at] + 1]++;
        }
        Arrays.parallelPrefix(beginnings, Integer::sum);
        return beginnings;
    }
}
