package moisson.app.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * One harvest of a bucket.
 *
 * @param source whose bucket it is
 * @param prefix what the keys of its objects begin with
 * @param delete whether an object goes once it was taken
 * @param rations for each object
 * @param folder where an object waits as a temporary file
 */
record Bucket(
        String source,
        S3Client client,
        String name,
        String prefix,
        boolean delete,
        Rations rations,
        Path folder,
        Clock clock) {
    private static final int CHUNK = 1 << 16;
    private static final int MOST = 100_000;

    /**
     * The objects to take, the oldest first: what is newer is applied last. All pages of the list; Camel's own operation
     * would answer with the first thousand and not say so.
     *
     * @param taken whether an object with this {@link #mark} was taken before
     * @throws RefusedException when nothing is there at all: the name is wrong, or the partner has stopped
     */
    List<GetObjectRequest> waiting(Predicate<String> taken) throws RefusedException {
        List<S3Object> waiting = new ArrayList<>();
        int met = 0;
        for (S3Object object : client.listObjectsV2Paginator(ListObjectsV2Request.builder()
                        .bucket(name)
                        .prefix(prefix)
                        .build())
                .contents()) {
            if (object.key().endsWith("/")) {
                // What consoles make for what they show as a folder.
                continue;
            }
            if (++met > MOST) {
                throw new RefusedException("Le seau contient plus de " + MOST
                        + " objets sous ce préfixe : précisez « prefix », ou écrivez deleteAfterRead: true.");
            }
            if (!taken.test(mark(object.key(), object.eTag()))) {
                waiting.add(object);
            }
        }
        if (met == 0 && !delete) {
            throw new RefusedException(
                    prefix.isEmpty()
                            ? "Le seau ne contient aucun objet."
                            : "Le seau ne contient aucun objet dont la clé commence par « " + prefix + " ».");
        }
        waiting.sort(Comparator.comparing(S3Object::lastModified).thenComparing(S3Object::key));
        return waiting.stream()
                .map(object -> GetObjectRequest.builder()
                        .bucket(name)
                        .key(object.key())
                        // Never other bytes than those that are remembered.
                        .ifMatch(object.eTag())
                        .build())
                .toList();
    }

    /** What an object is remembered by: the same bytes under the same key are not taken again. One line. */
    String mark(String key, String etag) {
        return source + " " + name + " " + URLEncoder.encode(key, StandardCharsets.UTF_8) + " " + etag;
    }

    /** A whole object in a temporary file, or a failure that can be tried again. */
    Spooled spool(ResponseInputStream<GetObjectResponse> object) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "objet-", ".part");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                copy(Counted.limited(object, rations.bytes()), out);
            }
            object.close();
            return Spooled.open(file, Origin.NONE);
        } catch (IOException | RuntimeException e) {
            // Closing would read to the end, which may never come.
            object.abort();
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        Instant end = clock.instant().plus(rations.time());
        byte[] chunk = new byte[CHUNK];
        for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
            out.write(chunk, 0, got);
            if (clock.instant().isAfter(end)) {
                throw Keeping.tooSlow(rations.time());
            }
        }
    }
}
