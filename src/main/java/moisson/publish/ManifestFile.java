package moisson.publish;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import moisson.event.Sha256;

/** Writes and reads {@code manifest.json}. */
final class ManifestFile {
    static final String NAME = "manifest.json";

    private static final List<String> COMPRESSED = List.of(Shelf.GZIP, ".xlsx", ".parquet");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ManifestFile() {}

    static void write(Manifest manifest, OutputStream out) throws IOException {
        out.write(JSON.writeValueAsBytes(manifest));
    }

    static Manifest read(Path folder) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(NAME));
        try {
            return Objects.requireNonNull(JSON.readValue(bytes, Manifest.class), "manifest");
        } catch (JsonProcessingException | NullPointerException e) {
            JsonLocation at = e instanceof JsonProcessingException json ? json.getLocation() : null;
            String where = at == null ? "" : " (ligne %d, colonne %d)".formatted(at.getLineNr(), at.getColumnNr());
            throw new IOException(
                    NAME + " n’est pas un manifeste" + where
                            + " : remettez celui d’une sauvegarde, ou effacez le dossier de la version et publiez à nouveau.",
                    e);
        }
    }

    /**
     * SHA-256 over the names and sums of the files, sorted: the same for the same content. Files that were compressed
     * here are left out: they say nothing that others do not, and another Java may compress the same to other bytes.
     */
    static String contentHash(List<Manifest.Entry> files) {
        MessageDigest digest = Sha256.digest();
        files.stream()
                .filter(entry -> COMPRESSED.stream().noneMatch(entry.path()::endsWith))
                .sorted(Comparator.comparing(Manifest.Entry::path))
                .map(entry -> entry.path() + " " + entry.sha256() + "\n")
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        return Sha256.hex(digest.digest());
    }
}
