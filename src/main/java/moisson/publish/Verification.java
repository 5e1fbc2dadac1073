package moisson.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moisson.event.Publication;
import moisson.publish.graph.GraphShelf;
import moisson.publish.proof.Difference;
import moisson.publish.proof.FilesProof;
import moisson.publish.proof.Findings;
import moisson.publish.proof.SparqlProof;
import org.apache.jena.shared.JenaException;

/**
 * Proves that the files, the figures and the SPARQL dataset of a published version tell the same.
 *
 * @param publication as its manifest says
 * @param undeclared names of files in its folder that the manifest does not name
 */
public record Verification(Publication publication, Set<String> undeclared, Findings findings) {
    /** Reads a version back; nothing when there is none of that number on the disk. */
    public static Optional<Verification> of(PublisherSettings settings, int number) throws IOException {
        Path folder = new Folders(settings.folder()).version(number);
        if (!Files.isRegularFile(folder.resolve(ManifestFile.NAME))) {
            return Optional.empty();
        }
        Manifest manifest = ManifestFile.read(folder);
        Findings findings = new Findings();
        new FilesProof(folder, manifest.files(), findings).check();
        String unreadable = "";
        try (GraphShelf graphs = GraphShelf.temporary(settings)) {
            Version version = Version.open(folder, settings, graphs, true, null);
            new SparqlProof(folder, version.graph(), findings).check();
        } catch (IOException | JenaException | IllegalArgumentException e) {
            unreadable = Findings.why(e);
        }
        if (!unreadable.isEmpty()) {
            findings.differ(new Difference("SPARQL", "", "ouverture", "une version lisible", unreadable));
        }
        String hash = ManifestFile.contentHash(manifest.files());
        if (!hash.equals(manifest.publication().contentHash())) {
            findings.differ(new Difference(
                    ManifestFile.NAME, "", "contentHash", manifest.publication().contentHash(), hash));
        }
        return Optional.of(new Verification(manifest.publication(), undeclared(folder, manifest), findings));
    }

    private static Set<String> undeclared(Path folder, Manifest manifest) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            Set<String> names = children.map(child -> child.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            names.remove(ManifestFile.NAME);
            manifest.files().forEach(entry -> names.remove(entry.path()));
            return names;
        }
    }

    /** Whether everything agrees. */
    public boolean sound() {
        return findings.count() == 0 && undeclared.isEmpty();
    }
}
