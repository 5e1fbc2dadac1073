package moisson.publish.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the triples of one event after the other and reads the columns out of them. Of what events share (concepts,
 * territories, organisers, sources, editions) only the names are remembered.
 */
final class EventBlock {
    private static final String RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final String SCHEMA = "http://schema.org/";
    private static final String DCT = "http://purl.org/dc/terms/";
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String WKT = "http://www.opengis.net/ont/geosparql#asWKT";

    private final AtomicReference<@Nullable String> event = new AtomicReference<>();
    private final Map<String, List<Node>> said = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();

    /** Answers the event before when this triple begins another. */
    Optional<Row> add(Triple triple) {
        String subject = triple.getSubject().getURI();
        String property = triple.getPredicate().getURI();
        boolean begins = property.equals(RDF_TYPE)
                && triple.getObject().isURI()
                && triple.getObject().getURI().equals(SCHEMA + "Event");
        Optional<Row> before = Optional.empty();
        if (begins && !subject.equals(event.get())) {
            before = end();
            event.set(subject);
        }
        String current = event.get();
        if (current != null && (subject.equals(current) || subject.startsWith(current + "#"))) {
            said.computeIfAbsent(subject.substring(current.length()) + " " + local(property), key -> new ArrayList<>())
                    .add(triple.getObject());
        } else if (!subject.contains("/id/fiche/")) {
            name(subject, property, triple.getObject());
        }
        return before;
    }

    private void name(String subject, String property, Node object) {
        switch (property) {
            case SKOS + "prefLabel" -> {
                if ("fr".equals(object.getLiteralLanguage())) {
                    names.put(subject, object.getLiteralLexicalForm());
                }
            }
            case SCHEMA + "name", DCT + "identifier" -> names.put(subject, object.getLiteralLexicalForm());
            case SKOS + "notation" -> codes.put(subject, object.getLiteralLexicalForm());
            default -> {
                if (property.endsWith("/def/annee")) {
                    codes.put(subject, object.getLiteralLexicalForm());
                }
            }
        }
    }

    /** The last event. */
    Optional<Row> end() {
        String ended = event.getAndSet(null);
        if (ended == null) {
            return Optional.empty();
        }
        Row row = row();
        said.clear();
        return Optional.of(row);
    }

    private Row row() {
        Map<String, String> row = new LinkedHashMap<>();
        String id = text("", DCT + "identifier");
        row.put("id", id);
        row.put("edition", code("edition"));
        row.put("titre", text("", SCHEMA + "name"));
        row.put("dct:title", text("", DCT + "title"));
        row.put("description", text("", SCHEMA + "description"));
        row.put("dct:description", text("", DCT + "description"));
        row.put("description_courte", text("", "def/descriptionCourte"));
        row.put("langue", text("", SCHEMA + "inLanguage"));
        for (String term : List.of("format", "mode", "statut")) {
            row.put(term, name("", "def/" + term));
        }
        row.put("type_organisateur", name("", "def/typeOrganisateur"));
        row.put("debut", text("", SCHEMA + "startDate"));
        row.put("fin", text("", SCHEMA + "endDate"));
        row.put("fuseau", text("", "def/fuseau"));
        row.put("seances", sessions());
        row.put("disponible_du", text("", "def/disponibleDu"));
        row.put("disponible_au", text("", "def/disponibleAu"));
        place(row);
        row.put("organisateurs", set("", SCHEMA + "organizer"));
        row.put("publics", set("", "def/public"));
        row.put("themes", set("", "def/theme"));
        row.put("gratuit", text("", SCHEMA + "isAccessibleForFree"));
        row.put("tarif", text("", "def/tarif"));
        row.put("accessibilite", set("", "def/accessibilite"));
        row.put("url", text("", SCHEMA + "url"));
        row.put("inscription", text("", "def/inscription"));
        row.put("sources", set("", "def/source"));
        row.put("nb_sources", String.valueOf(all("", "def/source").size()));
        row.put("publie_le", text("", DCT + "created"));
        row.put("modifie_le", text("", DCT + "modified"));
        row.put("completude", Alike.number(text("", "def/completude")));
        return new Row(id, row);
    }

    private void place(Map<String, String> row) {
        row.put("lieu", text("#lieu", SCHEMA + "name"));
        row.put("adresse", text("#adresse", SCHEMA + "streetAddress"));
        row.put("code_postal", text("#adresse", SCHEMA + "postalCode"));
        row.put("commune", text("#adresse", SCHEMA + "addressLocality"));
        row.put("code_commune", code("commune"));
        row.put("departement", name("", "def/departement"));
        row.put("code_departement", code("departement"));
        row.put("region", text("#adresse", SCHEMA + "addressRegion"));
        row.put("code_region", code("region"));
        row.put("latitude", Alike.number(text("#lieu", SCHEMA + "latitude")));
        row.put("longitude", Alike.number(text("#lieu", SCHEMA + "longitude")));
        row.put("precision_position", name("#lieu", "def/precisionPosition"));
        row.put("geo:asWKT", point(text("#position", WKT)));
    }

    private static String point(String wkt) {
        String[] parts = wkt.replaceAll("POINT\\(|\\)", "").split(" ", -1);
        return parts.length == 2 ? "POINT(" + Alike.number(parts[0]) + " " + Alike.number(parts[1]) + ")" : wkt;
    }

    private String sessions() {
        List<String> sessions = new ArrayList<>();
        for (int i = 1; i <= all("", SCHEMA + "eventSchedule").size(); i++) {
            String part = "#seance-" + i;
            sessions.add(text(part, SCHEMA + "startDate") + "/" + text(part, SCHEMA + "endDate"));
        }
        return Alike.list(sessions);
    }

    /** Properties of our own vocabulary are known by the end of their names: its address is the operator's choice. */
    private static String local(String property) {
        int own = property.lastIndexOf("/def/");
        return own < 0 ? property : property.substring(own + 1);
    }

    private List<Node> all(String part, String property) {
        return said.getOrDefault(part + " " + property, List.of());
    }

    /** Several values where one is expected are told, so that they differ. */
    private String text(String part, String property) {
        List<String> texts = all(part, property).stream()
                .map(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
                .toList();
        return String.join(" ≠ ", texts);
    }

    private String name(String part, String property) {
        return String.join(" ≠ ", all(part, property).stream().map(this::name).toList());
    }

    private String code(String property) {
        return String.join(
                " ≠ ",
                all("", "def/" + property).stream()
                        .map(node -> codes.getOrDefault(node.toString(), node.toString()))
                        .toList());
    }

    private String set(String part, String property) {
        return Alike.set(all(part, property).stream().map(this::name).toList());
    }

    private String name(Node node) {
        return node.isURI() ? names.getOrDefault(node.getURI(), node.getURI()) : node.getLiteralLexicalForm();
    }
}
