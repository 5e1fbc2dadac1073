package moisson.publish.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import moisson.event.Sha256;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A sum over triples that does not depend on their order: two graphs that tell the same have the same. Each term stands
 * for 128 bits of its SHA-256, each triple for a mix of its three, and these are added up.
 */
final class TripleSum {
    private static final char END = 0;
    /** Terms that come again and again, such as properties and concepts, are summed once. */
    private static final int MOST_KNOWN = 8_192;

    private static final long SUBJECT = 0x9E3779B97F4A7C15L;
    private static final long PREDICATE = 0xC2B2AE3D27D4EB4FL;
    private static final long FIRST_MIX = 0xFF51AFD7ED558CCDL;
    private static final long SECOND_MIX = 0xC4CEB9FE1A85EC53L;
    private static final int SHIFT = 33;

    private final MessageDigest digest;
    private final Map<Node, Term> known;
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong first = new AtomicLong();
    private final AtomicLong second = new AtomicLong();

    private record Term(long first, long second) {}

    /** What some triples add to a sum. */
    record Part(long count, long first, long second) {}

    TripleSum() {
        this(Sha256.digest(), new HashMap<>());
    }

    private TripleSum(MessageDigest digest, Map<Node, Term> known) {
        this.digest = digest;
        this.known = known;
    }

    /** Another sum that begins at nothing and shares what is known of terms: not for another thread. */
    TripleSum beginning() {
        return new TripleSum(digest, known);
    }

    /** What was added up to now. */
    Part part() {
        return new Part(count.getPlain(), first.getPlain(), second.getPlain());
    }

    void add(Triple triple) {
        Term subject = term(triple.getSubject());
        Term predicate = term(triple.getPredicate());
        Term object = term(triple.getObject());
        add(new Part(
                1,
                mix(subject.first() * SUBJECT + predicate.first() * PREDICATE + object.first()),
                mix(subject.second() * SUBJECT + predicate.second() * PREDICATE + object.second())));
    }

    void add(Part part) {
        count.setPlain(count.getPlain() + part.count());
        first.setPlain(first.getPlain() + part.first());
        second.setPlain(second.getPlain() + part.second());
    }

    /** So that what two triples have in common does not cancel out in a sum: the last steps of MurmurHash3. */
    private static long mix(long number) {
        long mixed = (number ^ (number >>> SHIFT)) * FIRST_MIX;
        mixed = (mixed ^ (mixed >>> SHIFT)) * SECOND_MIX;
        return mixed ^ (mixed >>> SHIFT);
    }

    private Term term(Node node) {
        if (!node.isURI()) {
            return sum('"'
                    + node.getLiteralLexicalForm()
                    + END
                    + '@'
                    + node.getLiteralLanguage()
                    + END
                    + '^'
                    + node.getLiteralDatatypeURI());
        }
        Term met = known.get(node);
        if (met == null) {
            met = sum('<' + node.getURI());
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            known.put(node, met);
        }
        return met;
    }

    private Term sum(String told) {
        byte[] sum = digest.digest(told.getBytes(UTF_8));
        return new Term(number(sum, 0), number(sum, Long.BYTES));
    }

    static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            number = (number << Byte.SIZE) | (bytes[i] & 0xFF);
        }
        return number;
    }

    long count() {
        return count.get();
    }

    /** How many triples, and a number that stands for them. */
    String told() {
        return count + " triplets, somme %016x%016x".formatted(first.get(), second.get());
    }
}
