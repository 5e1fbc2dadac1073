package moisson.publish.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicLong;
import moisson.event.Sha256;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** A sum over triples that does not depend on their order: two graphs that tell the same have the same. */
final class TripleSum {
    private static final char END = 0;

    private final MessageDigest digest = Sha256.digest();
    private final AtomicLong count = new AtomicLong();
    private final AtomicLong first = new AtomicLong();
    private final AtomicLong second = new AtomicLong();

    void add(Triple triple) {
        StringBuilder told = new StringBuilder();
        add(triple.getSubject(), told);
        add(triple.getPredicate(), told);
        add(triple.getObject(), told);
        byte[] sum = digest.digest(told.toString().getBytes(UTF_8));
        count.incrementAndGet();
        first.addAndGet(number(sum, 0));
        second.addAndGet(number(sum, Long.BYTES));
    }

    private static void add(Node node, StringBuilder told) {
        if (node.isURI()) {
            told.append('<').append(node.getURI()).append(END);
        } else {
            told.append('"').append(node.getLiteralLexicalForm()).append(END);
            told.append('@').append(node.getLiteralLanguage()).append(END);
            told.append('^').append(node.getLiteralDatatypeURI()).append(END);
        }
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
