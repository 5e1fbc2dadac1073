package moisson.publish.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import moisson.event.Publication;
import moisson.event.Sha256;
import moisson.publish.Manifest;

/** A small fictional version on the disk: two datasets, a catalogue, and files of a few words. */
final class VersionForTest {
    private static final Map<String, String> TYPES = Map.of(
            "csv", "text/csv",
            "json", "application/json",
            "ttl", "text/turtle",
            "nt", "application/n-triples",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Path folder;
    private final int number;
    private final Map<String, String> titles =
            new TreeMap<>(Map.of("evenements", "Événements fictifs", "statistiques", "Statistiques fictives"));
    private final Map<String, String> contents = new TreeMap<>(Map.of(
            "evenements.csv", "id\n1\n",
            "evenements.ttl", "<a> <b> <c> .\n",
            "evenements.xlsx", "feuille",
            "statistiques.csv", "n\n1\n",
            "statistiques.json", "{\"n\":1}"));

    VersionForTest(Path folder, int number) {
        this.folder = folder;
        this.number = number;
    }

    VersionForTest with(String file, String content) {
        contents.put(file, content);
        return this;
    }

    VersionForTest titled(String dataset, String title) {
        titles.put(dataset, title);
        return this;
    }

    Path folder() {
        return folder.resolve(String.valueOf(number));
    }

    /** Writes it, and answers what it is made of. */
    Manifest write() throws IOException {
        Files.createDirectories(folder());
        List<Manifest.Entry> files = new ArrayList<>();
        StringBuilder catalogue = new StringBuilder("""
                @prefix dcat: <http://www.w3.org/ns/dcat#> .
                @prefix dct: <http://purl.org/dc/terms/> .
                @prefix foaf: <http://xmlns.com/foaf/0.1/> .
                @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                <https://moisson.example/donnees#editeur> foaf:name "Ministère fictif" .
                <https://moisson.example/donnees#contact> vcard:hasEmail <mailto:donnees@moisson.example> .
                """);
        for (String dataset : titles.keySet()) {
            catalogue.append("""
                    <https://moisson.example/donnees/%1$s> a dcat:Dataset ; dct:title "%2$s"@fr ;
                      dct:description "Jeu fictif « %1$s »."@fr ; dcat:keyword "innovation publique"@fr, "événements"@fr ;
                      dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/DAILY> ;
                      dct:publisher <https://moisson.example/donnees#editeur> ;
                      dcat:contactPoint <https://moisson.example/donnees#contact> ;
                      dct:temporal [ dcat:startDate "2019-11-04"^^xsd:date ; dcat:endDate "2020-11-30"^^xsd:date ] .
                    """.formatted(dataset, titles.get(dataset)));
        }
        for (Map.Entry<String, String> file : contents.entrySet()) {
            String name = file.getKey();
            String dataset = name.substring(0, name.indexOf('.'));
            String extension = name.substring(name.indexOf('.') + 1);
            Files.writeString(folder().resolve(name), file.getValue());
            files.add(new Manifest.Entry(
                    name,
                    TYPES.getOrDefault(extension, "text/plain"),
                    file.getValue().getBytes(UTF_8).length,
                    Sha256.of(file.getValue()),
                    dataset,
                    null,
                    null));
            if (!extension.equals("xlsx")) {
                catalogue.append("""
                        <https://moisson.example/donnees/%1$s> dcat:distribution <https://moisson.example/donnees/%1$s#%2$s> .
                        <https://moisson.example/donnees/%1$s#%2$s> dct:title "%3$s"@fr ; dct:description "%4$s, %3$s"@fr ;
                          dcat:downloadURL <https://moisson.example/donnees/%1$s/%1$s.%2$s> .
                        """.formatted(
                                dataset, extension, extension.toUpperCase(java.util.Locale.ROOT), titles.get(dataset)));
            }
        }
        Files.writeString(folder().resolve("catalogue.ttl"), catalogue.toString());
        return new Manifest(new Publication(number, Instant.parse("2021-01-04T06:00:00Z"), "0".repeat(64), 1), files);
    }
}
