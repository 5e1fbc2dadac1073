package moisson.deduplicate;

import java.util.ArrayList;
import java.util.List;

/** The pairs that share a blocking key and score high enough to be thought about. */
record Candidates(Edges same, Edges parts) {
    static Candidates of(Profile[] profiles, Blocks blocks, Workers workers) {
        List<PairScoring> found = workers.split(blocks.size(), (from, to) -> {
            PairScoring part = new PairScoring(profiles);
            blocks.visit(from, to, part);
            return part;
        });
        List<Longs> same = new ArrayList<>();
        List<Longs> parts = new ArrayList<>();
        found.forEach(each -> {
            same.add(each.same());
            parts.add(each.parts());
        });
        return new Candidates(Edges.of(same), Edges.of(parts));
    }

    /** @param numbers of the records, row by row */
    List<Memory.Pair> pairs(long[] numbers) {
        List<Memory.Pair> pairs = new ArrayList<>(same.size() + parts.size());
        add(same, false, numbers, pairs);
        add(parts, true, numbers, pairs);
        return pairs;
    }

    private static void add(Edges edges, boolean part, long[] numbers, List<Memory.Pair> pairs) {
        for (int edge = 0; edge < edges.size(); edge++) {
            pairs.add(new Memory.Pair(
                    numbers[edges.left(edge)], numbers[edges.right(edge)], edges.thousandths(edge), part));
        }
    }
}
