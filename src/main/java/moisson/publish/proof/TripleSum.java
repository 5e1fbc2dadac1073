package moisson.publish.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicLong;
import moisson.event.Sha256;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** A sum over triples that does not depend on their order: two graphs that tell the same have the same. */
final class TripleSum {
    private final MessageDigest digest = Sha256.digest();
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong first = new AtomicLong();
    private final AtomicLong second = new AtomicLong();

    void add(Triple triple) {
        add(triple.getSubject());
        add(triple.getPredicate());
        add(triple.getObject());
        byte[] sum = digest.digest();
        count.incrementAndGet();
        first.addAndGet(number(sum, 0));
        second.addAndGet(number(sum, Long.BYTES));
    }

    private void add(Node node) {
        if (node.isURI()) {
            update("<" + node.getURI());
        } else {
            update("\"" + node.getLiteralLexicalForm());
            update("@" + node.getLiteralLanguage());
            update("^" + node.getLiteralDatatypeURI());
        }
    }

    private void update(String text) {
        digest.update(text.getBytes(UTF_8));
        digest.update((byte) 0);
    }

    private static long number(byte[] bytes, int from) {
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
