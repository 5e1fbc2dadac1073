package moisson.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import moisson.event.Edition;
import moisson.event.EventId;
import moisson.event.PublishedEvent;
import moisson.event.Sha256;
import moisson.publish.format.OriginFile;
import moisson.publish.graph.Provenance;

/**
 * Some events of an edition that stand together in its files: a change makes one block be written again. Where a block ends
 * depends on the last event alone, so that an event more or less moves no other block.
 *
 * @param key a sum over all that its bytes are made of, beside what is the same as long as a program runs
 */
record Block(String key, List<PublishedEvent> events) {
    private static final int SPREAD = 0x9E3779B9;

    /** The first bit of a spread hash: one event in two is the last of its block. */
    private static final int SHIFT = 31;

    /**
     * Whether events that stand together further than in a block end after these; also said by the last event alone.
     *
     * @param bits how many more: of two, one block in four is the last
     */
    boolean ends(int bits) {
        return last(events.getLast(), bits);
    }

    private static boolean last(PublishedEvent event, int bits) {
        return (event.id().hashCode() * SPREAD) >>> (SHIFT - bits) == 0;
    }

    /** @param merged sums of what events were merged of, by id, as far as they are known */
    static List<Block> of(
            List<PublishedEvent> events, List<Edition> editions, Provenance provenance, Map<String, String> merged) {
        byte[] known = editions.toString().getBytes(UTF_8);
        List<Block> blocks = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= events.size(); to++) {
            if (to == events.size() || last(events.get(to - 1), 0)) {
                List<PublishedEvent> some = events.subList(from, to);
                blocks.add(new Block(key(some, known, provenance, merged), some));
                from = to;
            }
        }
        return blocks;
    }

    /** One key for all of them, in their order. */
    static String together(List<Block> blocks) {
        return Sha256.of(String.join(" ", blocks.stream().map(Block::key).toList()));
    }

    private static String key(
            List<PublishedEvent> events, byte[] editions, Provenance provenance, Map<String, String> merged) {
        MessageDigest digest = Sha256.digest();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            out.write(editions);
            for (PublishedEvent event : events) {
                String sum = merged.get(event.id());
                if (sum == null) {
                    // A version is opened again from these lines: they tell everything of an event.
                    OriginFile.write(List.of(event), out);
                } else {
                    // An event is what is merged of the same, as long as a program runs, and when it was published.
                    out.write(String.join(
                                    " ",
                                    event.id(),
                                    sum,
                                    event.publishedAt().toString(),
                                    event.modifiedAt().toString())
                            .getBytes(UTF_8));
                }
                for (EventId member : event.members()) {
                    Long run = provenance.runs().get(member);
                    out.write(
                            (run + " " + (run == null ? "" : provenance.spans().get(run)) + "\n").getBytes(UTF_8));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("a sum is not written anywhere", e);
        }
        return Sha256.hex(digest.digest());
    }
}
