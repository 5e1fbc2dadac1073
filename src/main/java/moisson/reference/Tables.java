package moisson.reference;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import moisson.event.Audience;
import moisson.event.EventFormat;
import moisson.event.Mode;
import moisson.event.OrganiserType;
import moisson.event.Sha256;
import moisson.event.Status;
import moisson.event.Term;
import org.jspecify.annotations.Nullable;

/** Reads the small tables: first the shipped one, then the operator's of the same name, whose rows win. */
final class Tables {
    private final @Nullable Path folder;
    /** Names of the tables there are. */
    private final Set<String> known = new TreeSet<>();
    /** The operator's own files as they were read, by name. */
    private final Map<String, String> own = new TreeMap<>();

    private Tables(@Nullable Path folder) {
        this.folder = folder;
    }

    static Tables shipped() {
        return new Tables(null);
    }

    static Tables of(Path folder) {
        return new Tables(folder);
    }

    Reference reference() throws IOException {
        Communes communes =
                folder == null ? Shipped.communes() : Reference.shipped().communes();
        Departments departments = departments();
        Regions regions = regions();
        Organisations organisations = organisations(new BodyFamilies(families(), communes, departments, regions));
        Zones zones = zones();
        Terms terms = terms();
        refuseStrangers();
        String sum = own.isEmpty() ? "" : Sha256.of(own.toString());
        return new Reference(communes, departments, regions, zones, organisations, terms, sum);
    }

    /** A table under a name that is mistyped would be read by nobody, and nobody would know. */
    private void refuseStrangers() throws IOException {
        if (folder == null) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.csv")) {
            for (Path file : files) {
                if (!known.contains(String.valueOf(file.getFileName()))) {
                    throw new UnreadableTableException(
                            "%s\u202f: aucun tableau ne porte ce nom. Noms possibles\u202f: %s."
                                    .formatted(file, String.join(", ", known)));
                }
            }
        }
    }

    private Departments departments() throws IOException {
        List<Department> listed = new ArrayList<>();
        for (Table.Row row : rows("departements.csv", List.of("code", "nom", "region", "liaison"))) {
            listed.add(new Department(
                    row.required("code"), row.required("nom"), row.required("region"), row.required("liaison")));
        }
        return new Departments(listed, pairs("departements-autres-noms.csv", "nom", "code"));
    }

    private Regions regions() throws IOException {
        List<Region> listed = new ArrayList<>();
        for (Table.Row row : rows("regions.csv", List.of("code", "nom"))) {
            listed.add(new Region(row.required("code"), row.required("nom")));
        }
        return new Regions(listed, pairs("regions-autres-noms.csv", "nom", "code"));
    }

    private Zones zones() throws IOException {
        Map<String, String> zones = new LinkedHashMap<>();
        for (Table.Row row : rows("fuseaux.csv", List.of("departement", "fuseau"))) {
            String zone = row.required("fuseau");
            try {
                zones.put(row.required("departement"), ZoneId.of(zone).getId());
            } catch (DateTimeException unknown) {
                throw row.wrong("fuseau", zone, "un fuseau IANA comme Indian/Reunion");
            }
        }
        return new Zones(zones);
    }

    private Organisations organisations(BodyFamilies families) throws IOException {
        return new Organisations(
                bodies("organisations.csv", "sigle"),
                bodies("organisations-anciens-noms.csv", "debut"),
                families,
                kinds("organisations-debuts.csv", "debut"),
                kinds("organisations-fins.csv", "fin"));
    }

    private List<Organisation> bodies(String table, String words) throws IOException {
        List<Organisation> bodies = new ArrayList<>();
        for (Table.Row row : rows(table, List.of(words, "nom", "type"))) {
            OrganiserType type = term(row, "type", OrganiserType.values());
            bodies.add(new Organisation(row.required(words), row.required("nom"), type));
        }
        return bodies;
    }

    private List<BodyFamilies.Family> families() throws IOException {
        List<BodyFamilies.Family> families = new ArrayList<>();
        for (Table.Row row : rows("organisations-familles.csv", List.of("debut", "territoire", "nom", "type"))) {
            String territory = row.required("territoire");
            if (!List.of("commune", "département", "région").contains(territory)) {
                throw row.wrong("territoire", territory, "commune, département ou région");
            }
            OrganiserType type = term(row, "type", OrganiserType.values());
            families.add(new BodyFamilies.Family(row.required("debut"), territory, row.required("nom"), type));
        }
        return families;
    }

    private Map<String, OrganiserType> kinds(String table, String words) throws IOException {
        Map<String, OrganiserType> kinds = new LinkedHashMap<>();
        for (Table.Row row : rows(table, List.of(words, "type"))) {
            kinds.put(row.required(words), term(row, "type", OrganiserType.values()));
        }
        return kinds;
    }

    private Terms terms() throws IOException {
        return new Terms(
                words("mots-format.csv", EventFormat.values()),
                words("mots-mode.csv", Mode.values()),
                words("mots-statut.csv", Status.values()),
                words("mots-public.csv", Audience.values()),
                words("mots-type-organisateur.csv", OrganiserType.values()),
                new Vocabulary<>(pairs("mots-accessibilite.csv", "mot", "valeur")),
                new Vocabulary<>(pairs("mots-theme.csv", "mot", "valeur")),
                answers("mots-gratuit.csv", "oui", "non"),
                words("mots-lieu-en-ligne.csv", Mode.values()),
                only("mots-statut-titre.csv", new LinkedHashMap<>(), Status.values()),
                answers("mots-essai.csv", "début", "entier"),
                new Vocabulary<>(pairs("mots-langue.csv", "mot", "valeur")),
                new Vocabulary<>(pairs("sigles.csv", "mot", "valeur")));
    }

    private Vocabulary<Boolean> answers(String table, String yes, String no) throws IOException {
        Map<String, Boolean> words = new LinkedHashMap<>();
        for (Table.Row row : rows(table, List.of("mot", "valeur"))) {
            String value = row.required("valeur");
            if (!value.equals(yes) && !value.equals(no)) {
                throw row.wrong("valeur", value, yes + " ou " + no);
            }
            words.put(row.required("mot"), value.equals(yes));
        }
        return new Vocabulary<>(words);
    }

    private <T extends Term> Vocabulary<T> words(String name, T[] terms) throws IOException {
        Map<String, T> words = new LinkedHashMap<>();
        for (T term : terms) {
            words.put(term.french(), term);
            words.put(term.code(), term);
        }
        return only(name, words, terms);
    }

    private <T extends Term> Vocabulary<T> only(String name, Map<String, T> words, T[] terms) throws IOException {
        for (Table.Row row : rows(name, List.of("mot", "valeur"))) {
            words.put(row.required("mot"), term(row, "valeur", terms));
        }
        return new Vocabulary<>(words);
    }

    private static <T extends Term> T term(Table.Row row, String column, T[] terms) throws UnreadableTableException {
        String value = row.required(column);
        List<String> known = new ArrayList<>();
        for (T term : terms) {
            if (term.french().equals(value)) {
                return term;
            }
            known.add(term.french());
        }
        throw row.wrong(column, value, "un des mots : " + String.join(", ", known));
    }

    private Map<String, String> pairs(String name, String key, String value) throws IOException {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Table.Row row : rows(name, List.of(key, value))) {
            pairs.put(row.required(key), row.required(value));
        }
        return pairs;
    }

    private List<Table.Row> rows(String name, List<String> columns) throws IOException {
        List<Table.Row> rows = new ArrayList<>();
        known.add(name);
        try (Reader reader = Shipped.open(name)) {
            rows.addAll(Table.read(name, reader, columns).rows());
        }
        Path file = folder == null ? null : folder.resolve(name);
        if (file != null && Files.exists(file)) {
            String text = text(file);
            own.put(name, text);
            rows.addAll(
                    Table.read(file.toString(), new StringReader(text), columns).rows());
        }
        return rows;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new UnreadableTableException(file + "\u202f: ce tableau n’est pas enregistré en UTF-8.", e);
        }
    }
}
