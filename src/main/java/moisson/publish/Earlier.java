package moisson.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moisson.event.Edition;
import moisson.event.EventId;
import moisson.event.PublishedEvent;
import moisson.event.Sha256;
import moisson.publish.format.OriginFile;
import moisson.publish.graph.Provenance;

/**
 * The version before, for what need not be made again: a dataset of events that would be made of the very same, by the same
 * program, has the very same files.
 *
 * @param folder of that version
 * @param recipes what each of its datasets was made of, by name; told by this process only
 * @param bodies where the events stand in its files, by their names
 */
record Earlier(Path folder, Manifest manifest, Map<String, String> recipes, Map<String, Body> bodies) {
    Earlier {
        bodies = Map.copyOf(bodies);
        recipes = Map.copyOf(recipes);
    }

    /** A sum over all that the files of a dataset of events are made of, beside what is the same as long as a program runs. */
    static String recipe(List<PublishedEvent> events, List<Edition> editions, Provenance provenance) {
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

    /** The files of a dataset, in their order and without its Table Schema, if it was made of the same and they are still what their sums say. */
    Optional<List<Manifest.Entry>> files(String dataset, String recipe) throws IOException {
        if (!recipe.equals(recipes.get(dataset))) {
            return Optional.empty();
        }
        List<Manifest.Entry> files = manifest.files().stream()
                .filter(entry ->
                        entry.dataset().equals(dataset) && !entry.path().endsWith(Building.SCHEMA))
                .toList();
        for (Manifest.Entry entry : files) {
            Path file = folder.resolve(entry.path());
            if (!Files.isRegularFile(file) || !SummedFile.sumOf(file).equals(entry.sha256())) {
                return Optional.empty();
            }
        }
        return files.isEmpty() ? Optional.empty() : Optional.of(files);
    }
}
