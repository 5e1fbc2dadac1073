package moisson.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import moisson.event.Publication;
import moisson.publish.graph.GraphShelf;
import org.jspecify.annotations.Nullable;

/** The versions on the shelf. The current one is switched at once: whoever took it before keeps reading it whole. */
public final class Library {
    private final PublisherSettings settings;
    private final Folders folders;
    private final GraphShelf graphs;
    private final AtomicReference<@Nullable Version> current = new AtomicReference<>();
    private final AtomicReference<Consumer<Version>> readying = new AtomicReference<>(version -> {});

    public Library(PublisherSettings settings) {
        this.settings = settings;
        this.folders = new Folders(settings.folder());
        this.graphs = GraphShelf.of(settings);
    }

    /** What the public sees now; empty before the first publication. */
    public Optional<Version> current() {
        return Optional.ofNullable(current.get());
    }

    /** Every version whose folder is there, the oldest first. */
    public List<Integer> numbers() throws IOException {
        return folders.numbers();
    }

    /** What an older version is made of, without opening it. */
    public Optional<Manifest> manifest(int number) throws IOException {
        return Files.isRegularFile(folders.version(number).resolve(ManifestFile.NAME))
                ? Optional.of(ManifestFile.read(folders.version(number)))
                : Optional.empty();
    }

    /** Opens a version whole; takes as long as reading all its events. */
    public Optional<Version> version(int number) throws IOException {
        Version open = current.get();
        if (open != null && open.number() == number) {
            return Optional.of(open);
        }
        return manifest(number).isPresent()
                ? Optional.of(Version.open(folders.version(number), settings, graphs, false, open))
                : Optional.empty();
    }

    /** What has to be done with a version before it is shown, while readers see the one before; when it fails, they go on. */
    public void beforeShowing(Consumer<Version> ready) {
        readying.updateAndGet(before -> before.andThen(ready));
    }

    /** Opens a version that is to be shown. */
    Version opened(int number) throws IOException {
        Version version = Version.open(folders.version(number), settings, graphs, true, current.get());
        readying.get().accept(version);
        return version;
    }

    public void switchTo(Version version) {
        current.set(version);
    }

    /**
     * Opens the latest recorded version after a start and makes it current when nothing of it is damaged.
     *
     * @return what is missing or damaged, in French; empty when all is well. The next publication repairs it.
     */
    public List<String> open(Publication latest) throws IOException {
        List<String> damage = damage(latest);
        if (damage.isEmpty()) {
            graphs.sweep(Version.name(latest));
            switchTo(opened(latest.number()));
        }
        return damage;
    }

    /** Whether every file of a version is there, with its size; whether its bytes are right takes reading them all. */
    boolean complete(Version version) throws IOException {
        if (!Files.isRegularFile(version.folder().resolve(ManifestFile.NAME))) {
            return false;
        }
        for (Manifest.Entry entry : version.manifest().files()) {
            Path file = version.folder().resolve(entry.path());
            if (!Files.isRegularFile(file) || Files.size(file) != entry.bytes()) {
                return false;
            }
        }
        return true;
    }

    /** What is missing or damaged of a recorded version. */
    List<String> damage(Publication publication) throws IOException {
        Optional<Manifest> manifest;
        try {
            manifest = manifest(publication.number());
        } catch (JsonProcessingException e) {
            return List.of("Le manifeste de la version " + publication.number() + " est illisible.");
        }
        if (manifest.isEmpty()) {
            return List.of("La version " + publication.number() + " n’a pas de manifeste.");
        }
        if (!ManifestFile.contentHash(manifest.get().files()).equals(publication.contentHash())) {
            return List.of("Le manifeste de la version " + publication.number() + " n’est pas celui qui a été publié.");
        }
        return new Proof(folders.version(publication.number()))
                .damage(manifest.get().files());
    }
}
