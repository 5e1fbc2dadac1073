package moisson.publish.graph;

import java.util.List;
import moisson.event.Audience;
import moisson.event.EventFormat;
import moisson.event.Mode;
import moisson.event.OrganiserType;
import moisson.event.Precision;
import moisson.event.Status;
import moisson.event.Term;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/** Our own classes, properties and concepts, with their labels in French and English. */
final class Vocabulary {
    /** @param broader the standard property that it is a kind of; null when there is none */
    private record Label(
            String name,
            String french,
            String english,
            @Nullable Node broader) {
        Label(String name, String french, String english) {
            this(name, french, english, null);
        }
    }

    private record Scheme(String name, String french, String english, List<Term> terms) {}

    private static final List<Label> PROPERTIES = List.of(
            new Label("accessibilite", "accessibilité", "accessibility service"),
            new Label("annee", "année de l’édition", "year of the edition"),
            new Label("commune", "commune", "commune", Names.DCT.term("spatial")),
            new Label("completude", "complétude, de 0 à 100", "completeness, 0 to 100"),
            new Label(
                    "departement",
                    "département ou collectivité",
                    "département or territory",
                    Names.DCT.term("spatial")),
            new Label("depotJusquAu", "dernier jour où proposer un événement", "last day to propose an event"),
            new Label("descriptionCourte", "description courte", "short description", Names.DCT.term("abstract")),
            new Label("disponibleAu", "disponible jusqu’au", "available until"),
            new Label("disponibleDu", "disponible à partir du", "available from"),
            new Label("edition", "édition", "edition", Names.DCT.term("isPartOf")),
            new Label("format", "format", "format", Names.DCT.term("type")),
            new Label("fuseau", "fuseau horaire (IANA)", "time zone (IANA)"),
            new Label("inscription", "page d’inscription", "registration page"),
            new Label("jourDeSemaine", "jour de la semaine, 1 = lundi", "weekday, 1 = Monday"),
            new Label("jours", "durée de l’édition, en jours", "length of the edition, in days"),
            new Label("mode", "mode de participation", "way of taking part"),
            new Label("numero", "numéro de l’édition", "number of the edition"),
            new Label("pointsAuPlus", "points qu’une mesure donne au plus", "points a metric gives at most"),
            new Label("precisionPosition", "précision de la position", "precision of the position"),
            new Label("public", "public", "audience", Names.SCHEMA.term("audience")),
            new Label("region", "région", "région", Names.DCT.term("spatial")),
            new Label("semaine", "semaine (ISO 8601)", "week (ISO 8601)"),
            new Label("source", "source", "source", Names.DCT.term("source")),
            new Label("statut", "statut", "status"),
            new Label("tarif", "tarif", "price"),
            new Label("theme", "thème", "theme", Names.DCT.term("subject")),
            new Label("typeOrganisateur", "type d’organisateur", "type of organiser"));

    private static final List<Scheme> SCHEMES = List.of(
            new Scheme("format", "formats", "formats", List.of(EventFormat.values())),
            new Scheme("mode", "modes de participation", "ways of taking part", List.of(Mode.values())),
            new Scheme("statut", "statuts", "statuses", List.of(Status.values())),
            new Scheme("public", "publics", "audiences", List.of(Audience.values())),
            new Scheme(
                    "type-organisateur",
                    "types d’organisateurs",
                    "types of organisers",
                    List.of(OrganiserType.values())),
            new Scheme("precision", "précisions de position", "precisions of position", List.of(Precision.values())),
            new Scheme("theme", "thèmes", "themes", List.of()));

    private final Iris iris;

    Vocabulary(Iris iris) {
        this.iris = iris;
    }

    void write(Triples triples) {
        String all = iris.term("");
        triples.type(all, NodeFactory.createURI("http://www.w3.org/2002/07/owl#Ontology"));
        label(triples, all, new Label("", "Vocabulaire de Moisson", "Vocabulary of Moisson"));
        triples.french(
                all,
                Names.RDFS.term("comment"),
                "Les termes qu’aucune norme n’offrait\u202f: ceux des événements de l’innovation publique et de leurs chiffres.");
        triples.text(
                all,
                Names.RDFS.term("comment"),
                "The terms that no standard had: those of public innovation events and of their figures.",
                "en");
        triples.link(all, Names.DCT.term("license"), Authority.LICENCE);
        String edition = iris.term("Edition");
        triples.type(edition, Names.RDFS.term("Class"));
        label(triples, edition, new Label("Edition", "édition", "edition"));
        triples.link(edition, Names.RDFS.term("isDefinedBy"), all);
        for (Label property : PROPERTIES) {
            String iri = iris.term(property.name());
            triples.type(iri, Names.RDF.term("Property"));
            label(triples, iri, property);
            if (property.broader() != null) {
                triples.say(iri, Names.RDFS.term("subPropertyOf"), property.broader());
            }
            triples.link(iri, Names.RDFS.term("isDefinedBy"), all);
        }
        SCHEMES.forEach(scheme -> write(triples, scheme));
    }

    private void write(Triples triples, Scheme scheme) {
        // The property def:format and its list of formats are two things: the list has an address of its own.
        String list = iris.term("liste/" + scheme.name());
        triples.type(list, Names.SKOS.term("ConceptScheme"));
        label(triples, list, new Label(scheme.name(), scheme.french(), scheme.english()));
        for (Term term : scheme.terms()) {
            String concept = iris.concept(scheme.name(), term.code());
            triples.type(concept, Names.SKOS.term("Concept"));
            triples.french(concept, Names.SKOS.term("prefLabel"), term.french());
            triples.text(concept, Names.SKOS.term("prefLabel"), term.english(), "en");
            triples.plain(concept, Names.SKOS.term("notation"), term.code());
            triples.say(concept, Names.SKOS.term("inScheme"), NodeFactory.createURI(list));
        }
    }

    private static void label(Triples triples, String iri, Label label) {
        triples.french(iri, Names.RDFS.term("label"), label.french());
        triples.text(iri, Names.RDFS.term("label"), label.english(), "en");
    }
}
