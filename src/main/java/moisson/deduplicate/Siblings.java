package moisson.deduplicate;

import java.util.BitSet;

/**
 * Records that are told alike and never are the same: sessions of one day, rooms of one hour. Where some are known, what a
 * record leaves open may be that of any of them, and the machine does not guess.
 */
final class Siblings {
    /** So many other candidates are looked at. */
    private static final int MOST_RIVALS = 24;

    private final Profile[] profiles;
    private final Edges edges;
    private final Adjacency adjacency;
    private final BitSet some = new BitSet();

    Siblings(Profile[] profiles, Edges edges, Adjacency adjacency) {
        this.profiles = profiles;
        this.edges = edges;
        this.adjacency = adjacency;
        for (int edge = edges.size() - 1; edge >= 0 && edges.score(edge) < Weights.THOUGHT; edge--) {
            some.set(edges.left(edge));
            some.set(edges.right(edge));
        }
    }

    /**
     * Whether two leave an hour or a room open of which siblings tell others. A page vouches when each sibling has another.
     *
     * @param mine all rows of the group of {@code left}
     * @param others all rows of that of {@code right}
     */
    boolean openTo(int left, int right, int[] mine, int[] others) {
        Profile one = profiles[left];
        Profile other = profiles[right];
        boolean hour = Untold.hour(one, other);
        boolean room = !Markers.sameRoom(one.traits().markers(), other.traits().markers());
        if (some.isEmpty() || (!hour && !room)) {
            return false;
        }
        long page = TextScale.page(one, other) > 0 ? one.traits().page().key() : 0;
        return any(mine, hour, room, page)
                || any(others, hour, room, page)
                || (room && (between(left, right, page) || between(right, left, page)));
    }

    private boolean any(int[] rows, boolean hour, boolean room, long page) {
        for (int row : rows) {
            if (some.get(row) && any(row, hour, room, page)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row has siblings at another hour, or in another room, but for a page that none of them has. */
    private boolean any(int row, boolean hour, boolean room, long page) {
        for (int rank = adjacency.count(row) - 1; rank >= 0; rank--) {
            int edge = adjacency.edge(row, rank);
            if (edges.score(edge) >= Weights.THOUGHT) {
                return false;
            }
            Profile sibling = profiles[edges.other(edge, row)];
            TimeRelation time = TimeRelation.of(
                    profiles[row].traits().schedule(), sibling.traits().schedule());
            if ((time == TimeRelation.APART ? hour : room)
                    && (page == 0
                            || !sibling.traits().page().exists()
                            || sibling.traits().page().key() == page)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row fits another one too that has siblings in other rooms: what fits them all may be any of them. */
    private boolean between(int row, int chosen, long page) {
        int rivals = Math.min(adjacency.count(row), MOST_RIVALS);
        for (int rank = 0; rank < rivals; rank++) {
            int edge = adjacency.edge(row, rank);
            int rival = edges.other(edge, row);
            if (edges.score(edge) < Weights.THOUGHT) {
                return false;
            }
            if (rival != chosen && some.get(rival) && any(rival, false, true, page)) {
                return true;
            }
        }
        return false;
    }
}
