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
}
