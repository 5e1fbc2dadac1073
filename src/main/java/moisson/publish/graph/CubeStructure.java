package moisson.publish.graph;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/** The dimensions, the measure and the attribute of our cubes, and how each sort of cube is put together. */
final class CubeStructure {
    static final String EDITION = "edition";
    static final String FIGURE = "chiffre";
    /** The structure of the figures that are a single number. */
    private static final String TOTALS = "totaux";

    private record Label(String french, String english) {}

    private static final Map<String, Label> DIMENSIONS = Map.ofEntries(
            Map.entry(EDITION, new Label("édition", "edition")),
            Map.entry(FIGURE, new Label("chiffre", "figure")),
            Map.entry("region", new Label("région", "région")),
            Map.entry("departement", new Label("département ou collectivité", "département or territory")),
            Map.entry("jour", new Label("jour", "day")),
            Map.entry("semaine", new Label("semaine (ISO 8601)", "week (ISO 8601)")),
            Map.entry("heure", new Label("heure", "hour")),
            Map.entry("jour-de-semaine", new Label("jour de la semaine, 1 = lundi", "weekday, 1 = Monday")),
            Map.entry("format", new Label("format", "format")),
            Map.entry("mode", new Label("mode de participation", "way of taking part")),
            Map.entry("type-organisateur", new Label("type d’organisateur", "type of organiser")),
            Map.entry("public", new Label("public", "audience")),
            Map.entry("theme", new Label("thème", "theme")),
            Map.entry("statut", new Label("statut", "status")),
            Map.entry("source", new Label("source", "source")),
            Map.entry("voie", new Label("voie\u202f: formulaire ou flux", "way in: form or feed")),
            Map.entry("delai", new Label("avance sur la clôture", "time before the closing date")));

    private static final Map<String, Label> PROPERTIES = Map.of(
            "addition", new Label("les cases s’additionnent", "the cells add up"),
            "denominateur", new Label("dénominateur", "denominator"),
            "chiffre", new Label("chiffre mesuré", "figure measured"),
            "population", new Label("population municipale", "municipal population"),
            "unite", new Label("unité", "unit"),
            "valeurInconnue", new Label("case dont la valeur est inconnue", "cell whose value is unknown"));

    private final Iris iris;

    CubeStructure(Iris iris) {
        this.iris = iris;
    }

    static String dimension(Iris iris, String name) {
        return iris.term("dimension/" + name);
    }

    static String measure(Iris iris) {
        return iris.term("valeur");
    }

    static String unit() {
        return Names.SDMX_ATTRIBUTE.term("unitMeasure").getURI();
    }

    static String codes(Iris iris, String dimension) {
        return iris.term("liste/" + dimension);
    }

    /** @param dimension null for figures that are a single number */
    static String structure(Iris iris, @Nullable String dimension) {
        return iris.term("structure/" + (dimension == null ? TOTALS : dimension));
    }

    /** @param used the dimensions that figures have beside their edition */
    void write(Triples triples, Set<String> used) {
        PROPERTIES.keySet().stream().sorted().forEach(name -> {
            triples.type(iris.term(name), Names.RDF.term("Property"));
            label(triples, iris.term(name), PROPERTIES.getOrDefault(name, new Label(name, name)));
        });
        String measure = measure(iris);
        triples.type(measure, Names.RDF.term("Property"));
        triples.type(measure, Names.QB.term("MeasureProperty"));
        label(triples, measure, new Label("valeur", "value"));
        triples.say(measure, Names.RDFS.term("subPropertyOf"), Names.SDMX_MEASURE.term("obsValue"));
        triples.say(measure, Names.RDFS.term("range"), Names.XSD.term("decimal"));
        triples.type(unit(), Names.RDF.term("Property"));
        triples.type(unit(), Names.QB.term("AttributeProperty"));
        list(triples, "unite", new Label("unités", "units"));
        dimension(triples, EDITION);
        dimension(triples, FIGURE);
        used.forEach(name -> dimension(triples, name));
        structure(triples, null, List.of(EDITION, FIGURE));
        used.forEach(name -> structure(triples, name, List.of(EDITION, name)));
    }

    private void dimension(Triples triples, String name) {
        String iri = dimension(iris, name);
        Label label = DIMENSIONS.getOrDefault(name, new Label(name, name));
        triples.type(iri, Names.RDF.term("Property"));
        triples.type(iri, Names.QB.term("DimensionProperty"));
        triples.type(iri, Names.QB.term("CodedProperty"));
        label(triples, iri, label);
        triples.say(iri, Names.RDFS.term("range"), Names.SKOS.term("Concept"));
        triples.link(iri, Names.QB.term("codeList"), codes(iris, name));
        if (name.equals("region") || name.equals("departement")) {
            triples.say(iri, Names.RDFS.term("subPropertyOf"), Names.SDMX_DIMENSION.term("refArea"));
        } else if (name.equals(EDITION)) {
            triples.say(iri, Names.RDFS.term("subPropertyOf"), Names.SDMX_DIMENSION.term("refPeriod"));
        }
        list(triples, name, label);
    }

    private void list(Triples triples, String name, Label label) {
        triples.type(codes(iris, name), Names.SKOS.term("ConceptScheme"));
        triples.french(codes(iris, name), Names.SKOS.term("prefLabel"), label.french());
        triples.text(codes(iris, name), Names.SKOS.term("prefLabel"), label.english(), "en");
    }

    private void structure(Triples triples, @Nullable String name, List<String> dimensions) {
        String iri = structure(iris, name);
        triples.type(iri, Names.QB.term("DataStructureDefinition"));
        int order = 1;
        for (String dimension : dimensions) {
            String component = iri + "#" + dimension;
            part(triples, iri, component, "dimension", dimension(iris, dimension));
            triples.typed(component, Names.QB.term("order"), order++, XSDDatatype.XSDinteger);
        }
        part(triples, iri, iri + "#valeur", "measure", measure(iris));
        part(triples, iri, iri + "#unite", "attribute", unit());
        triples.typed(iri + "#unite", Names.QB.term("componentRequired"), true, XSDDatatype.XSDboolean);
    }

    private static void part(Triples triples, String structure, String component, String sort, String property) {
        triples.link(structure, Names.QB.term("component"), component);
        triples.type(component, Names.QB.term("ComponentSpecification"));
        triples.link(component, Names.QB.term(sort), property);
    }

    private static void label(Triples triples, String iri, Label label) {
        Node property = NodeFactory.createURI(Names.RDFS.namespace() + "label");
        triples.french(iri, property, label.french());
        triples.text(iri, property, label.english(), "en");
    }
}
