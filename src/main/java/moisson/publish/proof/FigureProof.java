package moisson.publish.proof;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import moisson.publish.Manifest;
import moisson.publish.format.Cells;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Compares the figures of the CSV files with those of the JSON and cube files, and those of an edition with those of all. */
final class FigureProof {
    static final String FIGURES = "statistiques";

    /** Columns of the CSV file and members of the JSON file that say the same. */
    private static final Map<String, String> SAME = Map.of(
            "nom", "nom_fr",
            "unite", "unite",
            "dimension", "dimension",
            "libelle_valeur", "libelle_valeur",
            "valeur", "valeur",
            "denominateur", "denominateur",
            "addition", "addition");

    static final Set<String> COLUMNS = SAME.keySet();

    private final Path folder;
    private final List<Manifest.Entry> files;
    private final Predicate<Manifest.Entry> changed;
    private final Findings findings;

    /** @param changed whether a dataset, by its CSV file, was not compared before as it is */
    FigureProof(Path folder, List<Manifest.Entry> files, Predicate<Manifest.Entry> changed, Findings findings) {
        this.changed = changed;
        this.folder = folder;
        this.files = files;
        this.findings = findings;
    }

    void check() {
        for (Manifest.Entry csv : files) {
            if (figures(csv) && changed.test(csv)) {
                forms(csv);
            }
        }
        if (files.stream().anyMatch(csv -> figures(csv) && csv.edition() != null)) {
            findings.tried(FIGURES + ".csv", () -> editions(csv(FIGURES + ".csv")));
        }
    }

    private void forms(Manifest.Entry csv) {
        String json = csv.dataset() + ".json";
        findings.tried(json, () -> compare(csv.path(), csv(csv.path()), json, json(json)));
        String cube = csv.dataset() + ".ttl";
        if (files.stream().anyMatch(file -> file.path().equals(cube))) { // the first versions had none
            findings.tried(cube, () -> compare(csv.path(), csv(csv.path()), cube, cube(cube)));
        }
    }

    private void editions(Map<String, Map<String, String>> all) {
        for (Manifest.Entry csv : files) {
            if (figures(csv) && csv.edition() != null) {
                Map<String, Map<String, String>> own = new LinkedHashMap<>(all);
                own.keySet().removeIf(key -> !key.startsWith(csv.edition() + " "));
                findings.tried(csv.path(), () -> compare(FIGURES + ".csv", own, csv.path(), csv(csv.path())));
            }
        }
    }

    private static boolean figures(Manifest.Entry csv) {
        return csv.mediaType().equals("text/csv") && csv.dataset().startsWith(FIGURES);
    }

    private void compare(
            String with, Map<String, Map<String, String>> expected, String file, Map<String, Map<String, String>> met) {
        expected.forEach((figure, values) -> {
            Map<String, String> others = met.get(figure);
            if (others == null) {
                findings.differ(file, figure, "chiffre", "présent", "absent");
                return;
            }
            values.forEach((name, value) -> {
                if (!value.equals(others.get(name))) {
                    findings.differ(file, figure, name, value, others.getOrDefault(name, ""));
                }
            });
        });
        met.keySet().stream()
                .filter(figure -> !expected.containsKey(figure))
                .forEach(figure -> findings.differ(file, figure, "chiffre", "absent", "présent"));
        findings.compared(file, with, expected.size(), "chiffres", (long) expected.size() * SAME.size());
    }

    private Map<String, Map<String, String>> csv(String file) throws IOException {
        Map<String, Map<String, String>> figures = new LinkedHashMap<>();
        try (CSVParser parser = CsvRows.parser(folder.resolve(file))) {
            for (CSVRecord row : parser) {
                Map<String, String> values = new LinkedHashMap<>();
                SAME.keySet()
                        .forEach(name -> values.put(
                                name, name.equals("valeur") ? Alike.number(row.get(name)) : Cells.text(row.get(name))));
                put(
                        figures,
                        file,
                        key(row.get("edition"), row.get("code"), Cells.text(row.get("code_valeur"))),
                        values);
            }
        }
        return figures;
    }

    private Map<String, Map<String, String>> json(String file) throws IOException {
        Map<String, Map<String, String>> figures = new LinkedHashMap<>();
        for (JsonObject figure : figures(file)) {
            Map<String, String> values = new LinkedHashMap<>();
            SAME.forEach((csv, json) -> values.put(csv, text(figure, json)));
            put(figures, file, key(figure), values);
        }
        return figures;
    }

    private Map<String, Map<String, String>> cube(String file) {
        Map<String, Map<String, String>> figures = new LinkedHashMap<>();
        new CubeRows(folder.resolve(file)).each((figure, values) -> put(figures, file, figure, values));
        return figures;
    }

    private void put(Map<String, Map<String, String>> figures, String file, String figure, Map<String, String> values) {
        if (figures.put(figure, values) != null) {
            findings.differ(file, figure, "chiffre", "une fois", "deux fois");
        }
    }

    private List<JsonObject> figures(String file) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            return new ArrayList<>(JsonRows.objects(in, "chiffres").toList());
        }
    }

    static String text(JsonObject figure, String name) {
        return figure.containsKey(name) ? JsonRows.text(figure.get(name)) : "";
    }

    static String key(JsonObject figure) {
        return key(text(figure, "edition"), text(figure, "code"), text(figure, "code_valeur"));
    }

    static String key(String edition, String code, String value) {
        return (edition + " " + code + " " + value).strip();
    }
}
