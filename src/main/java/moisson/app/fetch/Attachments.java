package moisson.app.fetch;

import jakarta.activation.DataHandler;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;

/** Which attachments of a message are deliveries: the bean {@code attachments}. */
public final class Attachments {
    Attachments() {}

    /**
     * Those whose names match, by name.
     *
     * @param pattern such as {@code *.csv} or {@code agenda*.{csv,xlsx}}, as {@link java.nio.file.FileSystem#getPathMatcher}
     * @throws RefusedException when there is none
     */
    public List<DataHandler> select(Exchange exchange, String pattern) throws RefusedException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        List<DataHandler> selected = attachments(exchange).entrySet().stream()
                        .filter(entry -> matcher.matches(Path.of(entry.getKey().replaceAll("[/\\\\\\x00]", "_"))))
                        .map(Map.Entry::getValue)
                        .toList();
        if (selected.isEmpty()) {
            throw new RefusedException(
                    "Le message du partenaire n'a pas de pièce jointe dont le nom réponde à « " + pattern + " ».");
        }
        return selected;
    }

    private static Map<String, DataHandler> attachments(Exchange exchange) {
        Map<String, DataHandler> attachments =
                exchange.getMessage(AttachmentMessage.class).getAttachments();
        return attachments == null ? Map.of() : new TreeMap<>(attachments);
    }
}
