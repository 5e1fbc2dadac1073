package moisson.publish.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The API of one sort of portal. What is asked for is done once or fails; nothing is tried again here. All throw
 * {@link PortalException}.
 */
interface Portal extends AutoCloseable {
    /** Whether it keeps files of that sort; only asked for files to be uploaded. */
    boolean accepts(Offer.File file);

    /** What we tell of a dataset, in the portal's words. */
    ObjectNode fields(Offer offer);

    /**
     * What we tell of a file, in the portal's words.
     *
     * @param hosted whether the portal itself is to keep the bytes
     */
    ObjectNode fields(Offer.File file, boolean hosted);

    /** What it will say of the bytes of a file once it has them. */
    String sum(Offer.File file);

    /**
     * Looks for a dataset of ours: by its identifier when it is known, else by our marks.
     *
     * @param id null when the map does not know it
     */
    Optional<Remote> find(String key, @Nullable String id);

    /** Makes it without any file, and answers its identifier. */
    String create(ObjectNode fields, Marks marks);

    void update(Remote dataset, ObjectNode changed, Marks marks);

    /** Adds a link, and answers its identifier. */
    String link(Remote dataset, ObjectNode fields, Marks marks);

    /**
     * Adds a file, and answers its identifier; a portal that cannot take the description along leaves it for
     * {@link #describe}.
     */
    String upload(Remote dataset, Offer.File file, ObjectNode fields, Marks marks);

    /** Sends other bytes for a file that is there; with the marks where the portal takes them along. */
    void replace(Remote dataset, Remote.Resource resource, Offer.File file, Marks marks);

    void describe(Remote dataset, Remote.Resource resource, ObjectNode changed, Marks marks);

    /**
     * Sets the resources in order.
     *
     * @param ids of all of them, in the order wanted
     */
    void reorder(Remote dataset, List<String> ids);

    @Override
    void close();
}
