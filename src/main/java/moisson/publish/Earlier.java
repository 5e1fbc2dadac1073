package moisson.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The version before, for what need not be made again: a dataset of events that would be made of the very same, by the same
 * program, has the very same files.
 *
 * @param folder of that version
 * @param made how; told by this process only
 */
record Earlier(Path folder, Manifest manifest, Made made) {
    /**
     * A file that is what its sum says.
     *
     * @param mark of the file, from before it was found to be right
     */
    record Right(Manifest.Entry entry, Optional<Mark> mark) {}

    /** The files of a dataset, in their order and without its Table Schema, if it was made of the same and they are still what their sums say. */
    Optional<List<Right>> files(String dataset, String recipe) throws IOException {
        if (!recipe.equals(made.recipes().get(dataset))) {
            return Optional.empty();
        }
        List<Right> right = new ArrayList<>();
        List<Manifest.Entry> files = manifest.files().stream()
                .filter(entry ->
                        entry.dataset().equals(dataset) && !entry.path().endsWith(Building.SCHEMA))
                .toList();
        for (Manifest.Entry entry : files) {
            Path file = folder.resolve(entry.path());
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            Optional<Mark> mark = Mark.of(file);
            if (!untouched(entry, file) && !SummedFile.sumOf(file).equals(entry.sha256())) {
                return Optional.empty();
            }
            right.add(new Right(entry, mark));
        }
        return right.isEmpty() ? Optional.empty() : Optional.of(right);
    }

    /** It was read back when its version was proven: what nobody has touched since need not be read again. */
    private boolean untouched(Manifest.Entry entry, Path file) throws IOException {
        Imprint imprint = made.imprints().get(entry.path());
        return imprint != null && imprint.untouched(file);
    }

    /** What stands in a file of events, by what it is made of. */
    Map<String, Body.Stretch> stretches(String path) {
        return parts(path, Body::stretches, Body.Stretch::key);
    }

    /** What stands in its compressed copy, by what it is made of. */
    Map<String, Body.Piece> pieces(String path) {
        return parts(path, Body::pieces, Body.Piece::key);
    }

    private <T> Map<String, T> parts(String path, Function<Body, List<T>> all, Function<T, String> key) {
        Body body = made.bodies().get(path);
        return body == null
                ? Map.of()
                : all.apply(body).stream().collect(Collectors.toMap(key, Function.identity(), (one, other) -> one));
    }
}
