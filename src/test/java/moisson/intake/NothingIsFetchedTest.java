package moisson.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import moisson.event.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds that point to a server and to a file of ours: no reader asks for either. */
class NothingIsFetchedTest {
    private static final String SECRET = "mot de passe fictif";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<HttpServer> servers = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeEach
    void listen() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI().toString());
            byte[] answer = "<!ENTITY secret 'téléchargé'>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        servers.add(server);
        Files.writeString(folder.resolve("secret.txt"), SECRET);
    }

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rss|<!DOCTYPE rss SYSTEM 'HTTP/a.dtd'><rss version='2.0'><channel><item><title>&secret;</title></item></channel></rss>",
                "rss|<!DOCTYPE rss [<!ENTITY secret SYSTEM 'FILE'>]><rss version='2.0'><channel><item><title>&secret;</title></item></channel></rss>",
                "rss|<!DOCTYPE rss [<!ENTITY % p SYSTEM 'HTTP/p.dtd'> %p;]><rss version='2.0'><channel><item><title>&secret;</title></item></channel></rss>",
                "rss|<rss version='2.0' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:noNamespaceSchemaLocation='HTTP/a.xsd' xmlns:xi='http://www.w3.org/2001/XInclude'><channel><item><title>Fictif</title><xi:include href='FILE' parse='text'/></item></channel></rss>",
                "rss|<?xml-stylesheet href='HTTP/a.xsl'?><feed xmlns='http://www.w3.org/2005/Atom' xml:base='HTTP/'><entry><id>1</id><title>Fictif</title><content src='HTTP/content'/></entry></feed>",
                "rdf|<!DOCTYPE r SYSTEM 'HTTP/a.dtd'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:s='https://schema.org/'><s:Event rdf:about='urn:1'><s:name>&secret;</s:name></s:Event></rdf:RDF>",
                "rdf|<!DOCTYPE r [<!ENTITY secret SYSTEM 'FILE'>]><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:s='https://schema.org/'><s:Event rdf:about='urn:1'><s:name>&secret;</s:name></s:Event></rdf:RDF>",
                "rdf|<!DOCTYPE r [<!ENTITY % p SYSTEM 'HTTP/p.dtd'> %p;]><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:s='https://schema.org/'><s:Event rdf:about='urn:1'><s:name>&secret;</s:name></s:Event></rdf:RDF>",
                "rdf|@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix s: <https://schema.org/> . <HTTP/> a owl:Ontology ; owl:imports <HTTP/import.ttl> . <urn:1> a s:Event ; s:name \"Fictif\" .",
                "rdf|{\"@context\":\"HTTP/context.jsonld\",\"@id\":\"urn:1\",\"@type\":\"Event\",\"name\":\"Fictif\"}",
                "rdf|{\"@context\":[\"https://schema.org\",\"HTTP/context.jsonld\"],\"@id\":\"urn:1\",\"@type\":\"Event\",\"name\":\"Fictif\"}",
                "rdf|{\"@context\":{\"@import\":\"HTTP/context.jsonld\"},\"@id\":\"urn:1\",\"@type\":\"Event\",\"name\":\"Fictif\"}",
                "rdf|{\"@context\":{\"@version\":1.1,\"x\":{\"@id\":\"urn:x\",\"@context\":\"FILE\"}},\"@id\":\"urn:1\",\"x\":{\"a\":1}}",
                "schema-org|<html><head><base href='HTTP/'><link rel='stylesheet' href='HTTP/a.css'></head><script type='application/ld+json' src='HTTP/a.json'>{\"@context\":\"HTTP/context.jsonld\",\"@type\":\"Event\",\"name\":\"Fictif\"}</script><img src='HTTP/a.png'></html>",
                "ical|BEGIN:VCALENDAR\\nBEGIN:VTIMEZONE\\nTZID:Europe/Ailleurs\\nTZURL:HTTP/zone.ics\\nEND:VTIMEZONE\\nBEGIN:VEVENT\\nUID:1\\nDTSTART;TZID=Europe/Ailleurs:20201105T090000\\nSUMMARY:Fictif\\nATTACH:HTTP/a.pdf\\nDESCRIPTION;ALTREP=\"HTTP/a.html\":Fictif\\nEND:VEVENT\\nEND:VCALENDAR",
                "openagenda|{\"next\":\"HTTP/page2\",\"events\":[{\"uid\":1,\"title\":\"Fictif\",\"$ref\":\"HTTP/a.json\"}]}"
            })
    void aFeedPointsInVain(String format, String template) throws IOException {
        String feed = template.replace("\\n", "\n")
                .replace(
                        "HTTP",
                        "http://localhost:" + servers.getFirst().getAddress().getPort())
                .replace("FILE", folder.resolve("secret.txt").toUri().toString());

        assertThat(toldBy(format, feed.getBytes(StandardCharsets.UTF_8)))
                .doesNotContain(SECRET)
                .doesNotContain("téléchargé");
        assertThat(requests).isEmpty();
    }

    @Test
    void theServerWouldHaveTold() throws IOException {
        String address = "http://localhost:" + servers.getFirst().getAddress().getPort() + "/a";
        try (var in = java.net.URI.create(address).toURL().openStream()) {
            assertThat(in.readAllBytes()).isNotEmpty();
        }
        assertThat(requests).containsExactly("/a");
    }

    private static String toldBy(String format, byte[] feed) throws IOException {
        try {
            ReadingForTest reading = ReadingForTest.of(format, feed);
            return reading.records.stream().map(SourceRecord::toString).toList() + reading.rejects.toString();
        } catch (UnreadableFeedException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
