package moisson.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import moisson.publish.Bounds;
import moisson.publish.PublisherSettings;
import moisson.publish.portal.PortalSettings;
import org.jspecify.annotations.Nullable;

/**
 * Everything an operator can set, checked. Read by {@link SettingsFile}; the names are those of the file, such as
 * {@code moisson.port}.
 *
 * @param data folder of the database, the archive, the publications and the secrets
 * @param routes folder of the route files
 * @param sources folder of the source files
 * @param port of the only web server; 0 takes any free one
 * @param address 127.0.0.1 to answer this machine only, 0.0.0.0 to answer every network
 * @param baseUrl public address of the built-in portal, with a slash at its end; also the base of every URI
 * @param databaseUrl JDBC URL; SQLite in the data folder by default
 * @param operatorPassword of the operator's page; made and kept in the data folder when not set
 * @param editions file of the editions; the shipped ones when null
 * @param mostBytes a delivery longer than this is refused
 * @param harvestTime the longest that receiving a delivery may take, and reading it
 * @param queryTime the longest a SPARQL query may run
 * @param proxies addresses of reverse proxies whose word counts about who asks
 * @param sparqlTriples a version with more is asked by SPARQL from a database on the disk; null: what the heap allows
 * @param publisher the organisation that publishes, named in the catalogue
 * @param contact address of a service, published in the catalogue
 * @param publisherIri by which others know that organisation, best in the EU's list of corporate bodies; null without
 * @param publisherType what it is, by the list of ADMS
 * @param publication Quartz cron on which a new version is published when something changed
 * @param bounds what a version must not fall below without a person's word
 * @param portals of others that we publish to
 */
record Settings(
        Path data,
        Path routes,
        Path sources,
        int port,
        String address,
        URI baseUrl,
        String databaseUrl,
        @Nullable String databaseUser,
        @Nullable String databasePassword,
        @Nullable String operatorPassword,
        @Nullable Path editions,
        long mostBytes,
        Duration harvestTime,
        Duration queryTime,
        List<String> proxies,
        @Nullable Long sparqlTriples,
        String publisher,
        String contact,
        @Nullable URI publisherIri,
        String publisherType,
        String publication,
        Bounds bounds,
        List<PortalSettings> portals) {
    Settings {
        proxies = List.copyOf(proxies);
        portals = List.copyOf(portals);
    }

    Path archive() {
        return data.resolve("archive");
    }

    boolean loopback() {
        return address.equals("127.0.0.1");
    }

    PublisherSettings publishing() {
        PublisherSettings publishing =
                new PublisherSettings(publications(), baseUrl, publisher, contact, publisherIri, publisherType);
        return sparqlTriples == null ? publishing : publishing.withTriplesInMemory(sparqlTriples);
    }

    Path publications() {
        return data.resolve("publications");
    }
}
