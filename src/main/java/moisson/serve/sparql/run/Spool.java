package moisson.serve.sparql.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import moisson.event.Sha256;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes an answer whole before any of it is sent: small ones in memory, larger ones in a temporary file. */
final class Spool extends OutputStream {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final int IN_MEMORY = 256 * 1024;
    private static final int LARGEST = 32 * 1024 * 1024;

    private final Watch watch;
    private final MessageDigest digest = Sha256.digest();
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private final AtomicReference<@Nullable Path> path = new AtomicReference<>();
    private final AtomicReference<@Nullable OutputStream> file = new AtomicReference<>();
    private final AtomicBoolean answered = new AtomicBoolean();
    private final AtomicLong size = new AtomicLong();

    Spool(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        watch.check();
        // Nothing is cut silently: an answer too large is refused, so that whoever asked can tell.
        if (size.addAndGet(length) > LARGEST) {
            throw watch.refuse("Le résultat dépasse 32 Mo. Ajoutez LIMIT, ou téléchargez les fichiers complets.");
        }
        digest.update(bytes, from, length);
        OutputStream out = file.get();
        if (out == null && size.get() > IN_MEMORY) {
            out = toFile();
        }
        if (out == null) {
            memory.write(bytes, from, length);
        } else {
            out.write(bytes, from, length);
        }
    }

    private OutputStream toFile() throws IOException {
        Path made = Files.createTempFile("moisson-sparql-", ".tmp");
        path.set(made);
        OutputStream out = Files.newOutputStream(made);
        file.set(out);
        memory.writeTo(out);
        memory.reset();
        return out;
    }

    /** The answer, once all is written. */
    Answer answer(ResultForm form, boolean lasting) throws IOException {
        OutputStream out = file.get();
        if (out != null) {
            out.close();
        }
        answered.set(true);
        return new Answer(form, Sha256.hex(digest.digest()), memory.toByteArray(), path.get(), lasting);
    }

    /** Without an answer nothing is kept. */
    @Override
    public void close() {
        if (answered.get()) {
            return;
        }
        try {
            OutputStream out = file.get();
            if (out != null) {
                out.close();
            }
            Path made = path.get();
            if (made != null) {
                Files.deleteIfExists(made);
            }
        } catch (IOException e) {
            LOG.warn("a temporary file could not be deleted", e);
        }
    }
}
