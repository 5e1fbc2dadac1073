package moisson.app.fetch;

import jakarta.activation.DataHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;

/** Which attachments of a message are deliveries: the bean {@code attachments}. */
public final class Attachments {
    private static final int MOST = 100_000_000;

    Attachments() {}

    /**
     * Those whose names match, by name.
     *
     * @param pattern such as {@code *.csv} or {@code agenda*.{csv,xlsx}}, as {@link java.nio.file.FileSystem#getPathMatcher}
     * @throws RefusedException when there is none
     */
    public List<byte[]> select(Exchange exchange, String pattern) throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        List<byte[]> selected = new ArrayList<>();
        for (Map.Entry<String, DataHandler> entry : attachments(exchange).entrySet()) {
            if (matcher.matches(Path.of(entry.getKey().replaceAll("[/\\\\\\x00]", "_")))) {
                selected.add(bytes(entry.getValue()));
            }
        }
        if (selected.isEmpty()) {
            throw new RefusedException(
                    "Le message du partenaire n’a pas de pièce jointe dont le nom réponde à « " + pattern + " ».");
        }
        return selected;
    }

    /** In memory: no mail server lets through what would not fit, and a second attempt finds them there. */
    private static byte[] bytes(DataHandler attachment) throws IOException {
        try (InputStream in = attachment.getInputStream()) {
            byte[] bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw Counted.tooLarge(MOST);
            }
            return bytes;
        }
    }

    private static Map<String, DataHandler> attachments(Exchange exchange) {
        Map<String, DataHandler> attachments =
                exchange.getMessage(AttachmentMessage.class).getAttachments();
        return attachments == null ? Map.of() : new TreeMap<>(attachments);
    }
}
