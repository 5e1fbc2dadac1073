package moisson.app.fetch;

import jakarta.activation.DataHandler;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which attachments of a message are deliveries: the bean {@code attachments}. */
public final class Attachments {
    Attachments() {}

    /**
     * Those whose names match, by name.
     *
     * @param pattern such as {@code *.csv} or {@code agenda*.{csv,xlsx}}, as {@link java.nio.file.FileSystem#getPathMatcher}
     * @throws RefusedException when there is none
     */
    public List<DataHandler> select(@Nullable Map<String, DataHandler> attachments, String pattern)
            throws RefusedException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        List<DataHandler> selected = new TreeMap<>(attachments == null ? Map.<String, DataHandler>of() : attachments)
                .entrySet().stream()
                        .filter(entry -> matcher.matches(Path.of(entry.getKey().replaceAll("[/\\\\\\x00]", "_"))))
                        .map(Map.Entry::getValue)
                        .toList();
        if (selected.isEmpty()) {
            throw new RefusedException(
                    "Le message du partenaire n'a pas de pièce jointe dont le nom réponde à « " + pattern + " ».");
        }
        return selected;
    }
}
