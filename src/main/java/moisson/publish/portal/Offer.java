package moisson.publish.portal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One dataset as our own catalogue tells of it, to be told alike on a portal.
 *
 * @param key by which it is known on the portal: its name after the prefix of the portal
 * @param page its address with us
 * @param frequency code of the authority table of the EU, such as {@code DAILY}
 * @param contact an e-mail address of a service
 */
record Offer(
        String key,
        String title,
        String description,
        List<String> keywords,
        String frequency,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String page,
        String publisher,
        String contact,
        List<File> files) {
    Offer {
        keywords = List.copyOf(keywords);
        files = List.copyOf(files);
    }

    /**
     * One file of it.
     *
     * @param key that of the dataset and its name, with a slash between
     * @param name of the file
     * @param url its stable address with us
     */
    record File(
            String key,
            String name,
            String title,
            String description,
            String mediaType,
            String url,
            Path path,
            long bytes,
            String sha256) {
        String extension() {
            return name.substring(name.lastIndexOf('.') + 1);
        }
    }
}
