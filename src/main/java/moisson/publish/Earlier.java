package moisson.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * @param recipes what each of its datasets was made of, by name; told by this process only
 * @param bodies where the events stand in its files, by their names
 */
record Earlier(Path folder, Manifest manifest, Map<String, String> recipes, Map<String, Body> bodies) {
    Earlier {
        bodies = Map.copyOf(bodies);
        recipes = Map.copyOf(recipes);
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

    /** What stands in a file of events, by what it is made of. */
    Map<String, Body.Stretch> stretches(String path) {
        Body body = bodies.get(path);
        return body == null
                ? Map.of()
                : body.stretches().stream()
                        .collect(Collectors.toMap(Body.Stretch::key, Function.identity(), (one, other) -> one));
    }
}
