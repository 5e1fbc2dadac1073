package moisson.serve.sparql.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import moisson.serve.http.Reply;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer.
 *
 * @param sha256 of its bytes
 * @param bytes when {@code file} is null
 * @param file temporary: whoever takes the answer sends it or deletes it
 * @param lasting true when the same query on the same version gives the same again
 */
// An answer is sent, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Answer(
        ResultForm form,
        String sha256,
        byte[] bytes,
        @Nullable Path file,
        boolean lasting) {
    /** 200 with the answer; a temporary file goes once it is sent. */
    public Reply reply() {
        String type = form.mediaType() + "; charset=utf-8";
        return file == null ? Reply.of(200, type, bytes) : Reply.temporary(file, type);
    }

    /** The first bytes, for a page to show. */
    public byte[] first(int most) {
        if (file == null) {
            return bytes.length <= most ? bytes : java.util.Arrays.copyOf(bytes, most);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same without its file, which goes; or this one, when there is none or it is larger. */
    public Answer inMemory(long largest) {
        try {
            if (file == null || Files.size(file) > largest) {
                return this;
            }
            Answer read = new Answer(form, sha256, Files.readAllBytes(file), null, lasting);
            Files.delete(file);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of it, to be read once and closed. */
    public InputStream open() {
        try {
            return file == null ? new java.io.ByteArrayInputStream(bytes) : Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To be called when it is not sent. */
    public void discard() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
