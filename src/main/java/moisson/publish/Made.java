package moisson.publish;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a version was made; told by the process that made it, and by no file.
 *
 * @param recipes what each of its datasets was made of, by name
 * @param bodies where the events stand in the files that were written in parts, by their names
 * @param imprints what is known of the bytes of its files, by their names
 * @param merged sums of what its events were merged of, by id
 */
record Made(
        Map<String, String> recipes,
        Map<String, Body> bodies,
        Map<String, Imprint> imprints,
        Map<String, String> merged) {
    static final Made UNKNOWN = new Made(Map.of(), Map.of(), Map.of(), Map.of());

    Made {
        recipes = Map.copyOf(recipes);
        bodies = Map.copyOf(bodies);
        imprints = Map.copyOf(imprints);
        merged = Map.copyOf(merged);
    }

    /**
     * Of a version that was made before, by somebody else: nothing when any of its files is another one, such as a copy that
     * another Java compressed.
     */
    Made as(List<Manifest.Entry> built, Optional<Manifest> published) {
        return published.map(Manifest::files).map(Set::copyOf).equals(Optional.of(Set.copyOf(built))) ? this : UNKNOWN;
    }
}
