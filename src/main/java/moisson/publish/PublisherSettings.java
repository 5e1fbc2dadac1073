package moisson.publish;

import java.net.URI;
import java.nio.file.Path;
import moisson.publish.graph.MemoryLimit;
import org.jspecify.annotations.Nullable;

/**
 * Where and under which name we publish.
 *
 * @param folder holds one folder per version, named by its number
 * @param base public address of the site, ending in a slash; IRIs and download addresses are made from it
 * @param publisher the organisation named as publisher in the catalogue
 * @param contact an e-mail address of a service, published in the catalogue
 * @param publisherIri by which others know the organisation, best in the EU's list of corporate bodies; null for one of
 *     ours
 * @param publisherType what it is, by the list of ADMS, such as {@code NationalAuthority}
 * @param triplesInMemory a version with more is asked by SPARQL from a database on the disk
 */
public record PublisherSettings(
        Path folder,
        URI base,
        String publisher,
        String contact,
        @Nullable URI publisherIri,
        String publisherType,
        long triplesInMemory) {
    /** What is assumed of an organisation of which nothing is told. */
    public static final String PUBLISHER_TYPE = "NonProfitOrganisation";

    /** So that what is too large for the one is for the other; an event takes 2.4 KB beside its 56 triples of 73 bytes. */
    private static final int TRIPLES_OF_AN_EVENT = 56;

    public PublisherSettings(Path folder, URI base, String publisher, String contact) {
        this(folder, base, publisher, contact, null, PUBLISHER_TYPE);
    }

    public PublisherSettings withTriplesInMemory(long most) {
        return new PublisherSettings(folder, base, publisher, contact, publisherIri, publisherType, most);
    }

    /** How many events of one version are held in memory; of a version with more, each is read when it is asked for. */
    int eventsInMemory() {
        return (int) Math.min(Integer.MAX_VALUE, triplesInMemory / TRIPLES_OF_AN_EVENT);
    }

    /** With as many triples in memory as the heap of this process allows. */
    public PublisherSettings(
            Path folder, URI base, String publisher, String contact, @Nullable URI publisherIri, String publisherType) {
        this(
                folder,
                base,
                publisher,
                contact,
                publisherIri,
                publisherType,
                MemoryLimit.ofHeap().triples());
    }

    /** For demonstrations: every address leads to a domain that cannot exist. */
    public static PublisherSettings example(Path folder) {
        return new PublisherSettings(
                folder, URI.create("https://moisson.example/"), "Moisson", "contact@moisson.example");
    }
}
