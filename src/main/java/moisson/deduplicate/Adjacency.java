package moisson.deduplicate;

/** The edges of every row, the best first. */
final class Adjacency {
    private final int[] starts;
    private final int[] edges;

    Adjacency(Edges all, int rows) {
        starts = new int[rows + 1];
        for (int edge = 0; edge < all.size(); edge++) {
            starts[all.left(edge) + 1]++;
            starts[all.right(edge) + 1]++;
        }
        for (int row = 0; row < rows; row++) {
            starts[row + 1] += starts[row];
        }
        edges = new int[starts[rows]];
        int[] next = starts.clone();
        for (int edge = 0; edge < all.size(); edge++) {
            edges[next[all.left(edge)]++] = edge;
            edges[next[all.right(edge)]++] = edge;
        }
    }

    int count(int row) {
        return starts[row + 1] - starts[row];
    }

    int edge(int row, int rank) {
        return edges[starts[row] + rank];
    }
}
