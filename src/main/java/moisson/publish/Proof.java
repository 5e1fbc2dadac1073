package moisson.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import moisson.publish.format.Cells;
import moisson.publish.graph.ReadBack;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.riot.RiotException;

/** Reads a version back, by other code than wrote it: sums, and the same events with the same titles in every format. */
final class Proof {
    private final Path folder;

    Proof(Path folder) {
        this.folder = folder;
    }

    /** The first thing that is wrong, as a sentence in French. */
    Optional<String> flaw(List<Manifest.Entry> files) throws IOException {
        List<String> damage = damage(files);
        if (!damage.isEmpty()) {
            return Optional.of(damage.getFirst());
        }
        int ofEditions = 0;
        int ofAll = 0;
        for (Manifest.Entry csv : files) {
            if (!csv.path().startsWith(Building.EVENTS) || !csv.path().endsWith(".csv")) {
                continue;
            }
            SortedMap<String, String> titles = csv(folder.resolve(csv.path()));
            ofEditions += csv.edition() == null ? 0 : titles.size();
            ofAll += csv.edition() == null ? titles.size() : 0;
            Optional<String> flaw = differs(csv, titles);
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return ofEditions == ofAll
                ? Optional.empty()
                : Optional.of("Les fichiers par édition totalisent %d événements, le fichier de toutes les éditions %d."
                        .formatted(ofEditions, ofAll));
    }

    /** The files that are missing or not what their sum says, each as a sentence in French. */
    List<String> damage(List<Manifest.Entry> files) throws IOException {
        List<String> damage = new ArrayList<>();
        for (Manifest.Entry entry : files) {
            Path file = folder.resolve(entry.path());
            if (!Files.isRegularFile(file)) {
                damage.add("Le fichier " + entry.path() + " manque.");
            } else if (Files.size(file) != entry.bytes()
                    || !SummedFile.sumOf(file).equals(entry.sha256())) {
                damage.add("Le fichier " + entry.path() + " n’a plus la somme de son manifeste.");
            }
        }
        return damage;
    }

    private Optional<String> differs(Manifest.Entry csv, SortedMap<String, String> titles) throws IOException {
        String stem = csv.dataset();
        if (csv.rows() == null || csv.rows() != titles.size()) {
            return Optional.of(csv.path() + " ne contient pas le nombre d’événements annoncé.");
        }
        if (!json(folder.resolve(stem + ".json")).equals(titles)) {
            return Optional.of(stem + ".json ne dit pas la même chose que " + csv.path() + ".");
        }
        for (String extension : List.of(".ttl", ".nt")) {
            try {
                if (!ReadBack.titles(folder.resolve(stem + extension)).equals(titles)) {
                    return Optional.of(stem + extension + " ne dit pas la même chose que " + csv.path() + ".");
                }
            } catch (RiotException e) {
                return Optional.of(stem + extension + " n’est pas du RDF strict : " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    private static SortedMap<String, String> csv(Path file) throws IOException {
        SortedMap<String, String> titles = new TreeMap<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(file, UTF_8, format)) {
            for (CSVRecord row : rows) {
                titles.put(Cells.text(row.get("id")), Cells.text(row.get("titre")));
            }
        }
        return titles;
    }

    private static SortedMap<String, String> json(Path file) throws IOException {
        SortedMap<String, String> titles = new TreeMap<>();
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            String id = "";
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.VALUE_STRING && "id".equals(json.currentName())) {
                    id = json.getText();
                } else if (json.currentToken() == JsonToken.VALUE_STRING && "titre".equals(json.currentName())) {
                    titles.put(id, json.getText());
                }
            }
        }
        return titles;
    }
}
