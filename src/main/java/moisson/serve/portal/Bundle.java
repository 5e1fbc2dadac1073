package moisson.serve.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import moisson.event.Publication;
import moisson.publish.Manifest;
import moisson.serve.http.Digests;

/** The files of one version. */
public record Bundle(Publication publication, List<Download> downloads) {
    private static final String MANIFEST = "manifest.json";

    public Bundle {
        downloads = List.copyOf(downloads);
    }

    /** Everything the manifest names, and the manifest itself. */
    public static Bundle of(Manifest manifest, Path folder) {
        List<Download> downloads = new ArrayList<>();
        for (Manifest.Entry entry : manifest.files()) {
            downloads.add(new Download(
                    entry.path(),
                    folder.resolve(entry.path()),
                    entry.mediaType(),
                    entry.bytes(),
                    entry.sha256(),
                    entry.dataset(),
                    entry.edition(),
                    entry.rows()));
        }
        downloads.add(manifest(folder.resolve(MANIFEST)));
        return new Bundle(manifest.publication(), downloads);
    }

    private static Download manifest(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new Download(
                    MANIFEST, file, "application/json", bytes.length, Digests.sha256(bytes), "manifeste", null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
