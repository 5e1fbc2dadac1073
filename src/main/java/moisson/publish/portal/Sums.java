package moisson.publish.portal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import moisson.publish.portal.PortalException.Kind;
import org.apache.commons.codec.digest.DigestUtils;

/** Sums of files as portals give them, in lower-case hexadecimal. */
final class Sums {
    private Sums() {}

    /** The only sum that udata makes by itself. */
    static String sha1(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return DigestUtils.sha1Hex(in);
        } catch (IOException e) {
            throw new PortalException(Kind.STOP, "Le fichier " + file + " ne peut pas être lu.", null, e);
        }
    }
}
