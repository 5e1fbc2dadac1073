package moisson.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import moisson.publish.proof.Difference;
import moisson.publish.proof.FilesProof;
import moisson.publish.proof.Findings;
import moisson.publish.proof.NodeLines;

/** What the publisher looks at before it shows a version: everything that can be compared without the endpoint. */
final class Proof {
    private final Path folder;
    private final NodeLines lines;

    Proof(Path folder) {
        this(folder, new NodeLines());
    }

    /** @param lines what lines of JSON-LD say that were read for another version */
    Proof(Path folder, NodeLines lines) {
        this.folder = folder;
        this.lines = lines;
    }

    /** The first thing that is wrong, as a sentence in French. */
    Optional<String> flaw(List<Manifest.Entry> files) {
        return flaw(files, List.of(), Made.UNKNOWN);
    }

    /**
     * @param proven what the version before is made of: of what did not change, only the sums are looked at again
     * @param made where the events stand in files that were put together from others, and in these
     */
    Optional<String> flaw(List<Manifest.Entry> files, List<Manifest.Entry> proven, Made made) {
        Findings findings = new Findings();
        new FilesProof(folder, files, proven, made.bodies(), made.imprints(), lines, findings).check();
        return findings.differences().stream().findFirst().map(found -> sentence(found, findings.count()));
    }

    private static String sentence(Difference found, long count) {
        String more = count > 1 ? " (et %d autres différences)".formatted(count - 1) : "";
        return "%s, %s%s : «\u202F%s\u202F» était attendu, «\u202F%s\u202F» est écrit%s."
                .formatted(
                        found.file(),
                        found.id().isEmpty() ? "" : found.id() + ", ",
                        found.field(),
                        brief(found.expected()),
                        brief(found.met()),
                        more);
    }

    private static String brief(String text) {
        int most = 80;
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }

    /** The files that are missing or not what their sum says, each as a sentence in French. */
    List<String> damage(List<Manifest.Entry> files) throws IOException {
        List<String> damage = new ArrayList<>();
        for (Manifest.Entry entry : files) {
            Path file = folder.resolve(entry.path());
            if (!Files.isRegularFile(file)) {
                damage.add("Le fichier " + entry.path() + " manque.");
            } else if (Files.size(file) != entry.bytes()
                    || !SummedFile.sumOf(file).equals(entry.sha256())) {
                damage.add("Le fichier " + entry.path() + " n’a plus la somme de son manifeste.");
            }
        }
        return damage;
    }
}
