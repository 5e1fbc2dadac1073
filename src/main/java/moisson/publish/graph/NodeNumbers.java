package moisson.publish.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.mem2.collection.FastHashSet;

/** Gives each node a number, from 0, in the order in which they come; equal nodes have one, and are held once. */
final class NodeNumbers extends FastHashSet<Node> {
    private static final int UNKNOWN = -1;
    /** Below, its table would not grow. */
    private static final int LEAST = 16;

    /** @param expected how many there may be; more find room, too */
    NodeNumbers(int expected) {
        super(Math.max(LEAST, expected));
    }

    @Override
    protected Node[] newKeysArray(int size) {
        return new Node[size];
    }

    /** The number of a node, a new one when it has none yet. */
    int give(Node node) {
        int number = addAndGetIndex(node);
        return number < 0 ? ~number : number;
    }

    /** The number of a node; negative when it has none. */
    int find(Node node) {
        int position = findPosition(node, node.hashCode());
        return position < 0 ? UNKNOWN : ~positions[position];
    }
}
