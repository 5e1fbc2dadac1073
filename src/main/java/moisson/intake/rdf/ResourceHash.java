package moisson.intake.rdf;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.jena.graph.Node;

/**
 * 64 bits that stand for a resource while one graph is read. Among ten million, two are the same once in three hundred
 * thousand graphs.
 *
 * @param seed another one for each graph, so that nobody can make a file whose hashes are all the same
 */
record ResourceHash(int seed) {
    static ResourceHash any() {
        return new ResourceHash(new SecureRandom().nextInt());
    }

    long of(Node resource) {
        byte[] name = (resource.isURI() ? resource.getURI() : resource.toString()).getBytes(StandardCharsets.UTF_8);
        return MurmurHash3.hash128x64(name, 0, name.length, seed)[0];
    }
}
