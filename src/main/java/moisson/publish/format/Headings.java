package moisson.publish.format;

import static moisson.publish.format.Column.Kind.BOOLEAN;
import static moisson.publish.format.Column.Kind.DECIMAL;
import static moisson.publish.format.Column.Kind.INSTANT;
import static moisson.publish.format.Column.Kind.INTEGER;
import static moisson.publish.format.Column.Kind.LIST;
import static moisson.publish.format.Column.Kind.TERM;
import static moisson.publish.format.Column.Kind.TEXT;
import static moisson.publish.format.Column.Kind.URL;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import moisson.event.EventFormat;
import moisson.event.Mode;
import moisson.event.OrganiserType;
import moisson.event.Precision;
import moisson.event.Status;
import moisson.event.Term;

/** The columns of the published tables, in their order. Writers, schemas and documentation are all made from these. */
public final class Headings {
    private static final Set<String> ALWAYS = Set.of(
            "id",
            "edition",
            "titre",
            "format",
            "mode",
            "fuseau",
            "statut",
            "type_organisateur",
            "sources",
            "nb_sources",
            "publie_le",
            "modifie_le",
            "completude");

    private static final Map<String, Term[]> TERMS = Map.of(
            "format", EventFormat.values(),
            "mode", Mode.values(),
            "statut", Status.values(),
            "type_organisateur", OrganiserType.values(),
            "precision_position", Precision.values());

    public static final List<Heading> EVENTS =
            Columns.ALL.stream().map(Headings::of).toList();

    public static final List<Heading> FIGURES = List.of(
            Heading.required(
                    "edition", TEXT, "année de l’édition, ou « toutes »", "year, or “toutes” for all editions"),
            Heading.required("code", TEXT, "code stable du chiffre", "stable code of the figure"),
            Heading.required("nom", TEXT, "nom du chiffre", "name of the figure, in French"),
            Heading.required("unite", TEXT, "unité", "unit"),
            Heading.optional("dimension", TEXT, "ce que les cases distinguent", "what the cells of a cut stand for"),
            Heading.optional("code_valeur", TEXT, "code de la case", "code of the cell"),
            Heading.optional("libelle_valeur", TEXT, "nom de la case", "name of the cell"),
            Heading.optional("valeur", DECIMAL, "valeur, vide si inconnue", "value, empty when unknown"),
            Heading.optional("denominateur", TEXT, "code du dénominateur", "code of the denominator"),
            Heading.optional(
                    "addition",
                    BOOLEAN,
                    "vrai si les cases s’additionnent, vide pour un nombre seul",
                    "true when the cells add up, empty for a lone number"));

    /** One row for each record that a published event is made of. */
    public static final List<Heading> MEMBERS = List.of(
            Heading.required("id", TEXT, "événement publié", "published event"),
            Heading.required("edition", INTEGER, "année de l’édition", "year of the edition"),
            Heading.required("source", TEXT, "source de l’enregistrement", "source of the record"),
            Heading.required("cle", TEXT, "clé de l’enregistrement chez sa source", "key of the record in its source"),
            Heading.required("fiche", URL, "adresse de l’enregistrement", "IRI of the record"),
            Heading.required("nb_enregistrements", INTEGER, "enregistrements réunis", "records joined in the event"),
            Heading.optional("colonnes", LIST, "colonnes publiées qui en viennent", "columns taken from this record"),
            Heading.optional("joint_source", TEXT, "source du plus proche", "source of the closest record joined"),
            Heading.optional("joint_cle", TEXT, "clé du plus proche", "key of the closest record joined"),
            Heading.optional("score", DECIMAL, "score de ce rapprochement, en bits", "score of that match, in bits"),
            Heading.optional("raisons", LIST, "critère : poids en bits", "criterion: weight in bits"));

    /** One row for each event that a version added, changed or removed. */
    public static final List<Heading> CHANGES = List.of(
            Heading.required("version", INTEGER, "numéro de la version", "number of the version"),
            Heading.required("instant", INSTANT, "date de la version", "when the version was published"),
            Heading.required("id", TEXT, "identifiant de l’événement", "identifier of the event"),
            Heading.required("edition", INTEGER, "année de l’édition", "year of the edition"),
            new Heading(
                    "changement",
                    TERM,
                    true,
                    List.of("ajout", "modification", "retrait"),
                    "ajout, modification ou retrait",
                    "added, changed or removed"),
            Heading.optional("colonnes", LIST, "colonnes modifiées", "columns that changed"),
            Heading.optional("remplace_par", TEXT, "événement qui le remplace", "event it was merged into"));

    private Headings() {}

    private static Heading of(Column column) {
        List<String> allowed = Arrays.stream(TERMS.getOrDefault(column.name(), new Term[0]))
                .map(Term::french)
                .toList();
        return new Heading(
                column.name(),
                column.kind(),
                ALWAYS.contains(column.name()),
                allowed,
                column.french(),
                column.english());
    }
}
