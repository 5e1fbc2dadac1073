package moisson.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
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

    /** The first bits of a spread hash: one event in eight is the last of its block. */
    private static final int SHIFT = 29;

    static List<Block> of(List<PublishedEvent> events, List<Edition> editions, Provenance provenance) {
        List<Block> blocks = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= events.size(); to++) {
            boolean last = to == events.size() || (events.get(to - 1).id().hashCode() * SPREAD) >>> SHIFT == 0;
            if (last) {
                List<PublishedEvent> some = events.subList(from, to);
                blocks.add(new Block(key(some, editions, provenance), some));
                from = to;
            }
        }
        return blocks;
    }

    /** One key for all of them, in their order. */
    static String together(List<Block> blocks) {
        return Sha256.of(String.join(" ", blocks.stream().map(Block::key).toList()));
    }

    private static String key(List<PublishedEvent> events, List<Edition> editions, Provenance provenance) {
        MessageDigest digest = Sha256.digest();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            // A version is opened again from these lines: they tell everything of an event.
            OriginFile.write(events, out);
            out.write(editions.toString().getBytes(UTF_8));
            for (PublishedEvent event : events) {
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
