package moisson.deduplicate;

import java.util.Arrays;

/** Which rows stand together (union-find). The smallest row of a group is its root. */
final class Forest {
    private static final int[] NONE = {};

    private final int[] parents;
    /** Members of groups of more than one, at their root. */
    private final int[][] members;

    Forest(int rows) {
        parents = new int[rows];
        Arrays.setAll(parents, row -> row);
        members = new int[rows][];
        Arrays.fill(members, NONE);
    }

    int rows() {
        return parents.length;
    }

    int root(int row) {
        int at = row;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    boolean together(int left, int right) {
        return root(left) == root(right);
    }

    /** In rising order only for groups of one; callers sort. */
    int[] members(int root) {
        return members[root].length == 0 ? new int[] {root} : members[root];
    }

    int size(int root) {
        return Math.max(1, members[root].length);
    }

    void join(int left, int right) {
        int root = Math.min(root(left), root(right));
        int gone = Math.max(root(left), root(right));
        int[] first = members(root);
        int[] second = members(gone);
        int[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        parents[gone] = root;
        members[root] = all;
        members[gone] = NONE;
    }
}
