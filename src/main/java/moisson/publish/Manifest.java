package moisson.publish;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import moisson.event.Publication;
import org.jspecify.annotations.Nullable;

/** What a version is made of: every file with its size and sum. Itself the only file that tells number and time. */
public record Manifest(Publication publication, List<Entry> files) {
    public Manifest {
        Objects.requireNonNull(publication, "publication");
        files = List.copyOf(files);
    }

    /**
     * One file of a version.
     *
     * @param path its name in the folder of the version
     * @param sha256 lower-case hexadecimal
     * @param dataset the dataset it is a distribution of, such as {@code evenements-2019}
     * @param edition null for the files of all editions
     * @param rows how many events, figures or lines it tells; null when that means nothing
     */
    public record Entry(
            String path,
            String mediaType,
            long bytes,
            String sha256,
            String dataset,
            @Nullable Integer edition,
            @Nullable Integer rows) {
        public Entry {
            // Read from a file, which anything may have happened to.
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(mediaType, "mediaType");
            Objects.requireNonNull(sha256, "sha256");
            Objects.requireNonNull(dataset, "dataset");
        }
    }

    public Optional<Entry> find(String path) {
        return files.stream().filter(entry -> entry.path().equals(path)).findFirst();
    }
}
