package moisson.publish.format;

import static moisson.publish.format.Column.Kind.BOOLEAN;
import static moisson.publish.format.Column.Kind.DATE;
import static moisson.publish.format.Column.Kind.DECIMAL;
import static moisson.publish.format.Column.Kind.INSTANT;
import static moisson.publish.format.Column.Kind.INTEGER;
import static moisson.publish.format.Column.Kind.LIST;
import static moisson.publish.format.Column.Kind.MOMENT;
import static moisson.publish.format.Column.Kind.SESSIONS;
import static moisson.publish.format.Column.Kind.TERM;
import static moisson.publish.format.Column.Kind.TEXT;
import static moisson.publish.format.Column.Kind.URL;

import java.util.List;
import java.util.function.Function;
import moisson.event.Term;
import org.jspecify.annotations.Nullable;

/** The published table: every column in its order, said once for every writer and for the documentation. */
public final class Columns {
    private static final String PLACE = "localisation";

    public static final List<Column> ALL = List.of(
            column(
                    "id",
                    TEXT,
                    "identifiant permanent",
                    "permanent identifier",
                    told -> told.published().id()),
            column(
                    "edition",
                    INTEGER,
                    "année de l’édition",
                    "year of the edition",
                    told -> told.published().edition()),
            column(
                    "titre",
                    TEXT,
                    "titre, sur une ligne",
                    "title, on one line",
                    told -> told.wording().title()),
            column(
                    "description",
                    TEXT,
                    "description, 10 000 caractères au plus",
                    "description",
                    told -> told.wording().description()),
            column(
                    "description_courte",
                    TEXT,
                    "description, 200 caractères au plus",
                    "short description",
                    told -> told.wording().summary()),
            column(
                    "langue",
                    TEXT,
                    "langue (BCP 47)",
                    "language (BCP 47)",
                    told -> told.wording().language()),
            column(
                    "format",
                    TERM,
                    "format de l’événement",
                    "format",
                    told -> label(told.kind().format())),
            column(
                    "mode",
                    TERM,
                    "sur place, en ligne ou mixte",
                    "on site, online or both",
                    told -> label(told.kind().mode())),
            column("debut", MOMENT, "début de la première séance", "start of the first session", Told::start),
            column("fin", MOMENT, "fin de la dernière séance", "end of the last session", Told::end),
            column(
                    "fuseau",
                    TEXT,
                    "fuseau horaire du lieu (IANA)",
                    "time zone of the place (IANA)",
                    told -> told.when().zone()),
            column("seances", SESSIONS, "séances, début/fin", "sessions, start/end", Told::sessions),
            column(
                    "disponible_du",
                    DATE,
                    "premier jour, à la demande",
                    "available from",
                    told -> text(told.when().availableFrom())),
            column(
                    "disponible_au",
                    DATE,
                    "dernier jour, à la demande",
                    "available until",
                    told -> text(told.when().availableUntil())),
            column(
                    "statut",
                    TERM,
                    "prévu, complet, annulé, reporté, déplacé en ligne",
                    "status",
                    told -> label(told.kind().status())),
            place("lieu", TEXT, "nom du lieu", "venue", told -> told.place().venue()),
            place(
                    "adresse",
                    TEXT,
                    "voie et numéro",
                    "street address",
                    told -> told.place().address()),
            place(
                    "code_postal",
                    TEXT,
                    "code postal",
                    "postcode",
                    told -> told.place().postcode()),
            place("commune", TEXT, "commune", "commune", told -> told.place().commune()),
            place(
                    "code_commune",
                    TEXT,
                    "code INSEE de la commune",
                    "INSEE code of the commune",
                    told -> told.place().communeCode()),
            place(
                    "departement",
                    TEXT,
                    "département ou collectivité",
                    "département or territory",
                    told -> told.place().department()),
            place(
                    "code_departement",
                    TEXT,
                    "code du département",
                    "its INSEE code",
                    told -> told.place().departmentCode()),
            place("region", TEXT, "région", "région", told -> told.place().region()),
            place(
                    "code_region",
                    TEXT,
                    "code de la région",
                    "its INSEE code",
                    told -> told.place().regionCode()),
            place(
                    "latitude",
                    DECIMAL,
                    "degrés, WGS 84",
                    "degrees, WGS 84",
                    told -> Degrees.decimal(told.place().latitude())),
            place(
                    "longitude",
                    DECIMAL,
                    "degrés, WGS 84",
                    "degrees, WGS 84",
                    told -> Degrees.decimal(told.place().longitude())),
            place(
                    "precision_position",
                    TERM,
                    "adresse, commune ou département",
                    "precision of the position",
                    told -> label(told.place().precision())),
            column(
                    "organisateurs",
                    LIST,
                    "organismes organisateurs",
                    "organisers",
                    told -> told.hosts().organisers()),
            column(
                    "type_organisateur",
                    TERM,
                    "type d’organisateur",
                    "type of organiser",
                    told -> label(told.hosts().type())),
            column(
                    "publics",
                    LIST,
                    "publics visés",
                    "audiences",
                    told -> labels(told.access().audiences())),
            column("themes", LIST, "thèmes", "themes", told -> told.access().themes()),
            column(
                    "gratuit",
                    BOOLEAN,
                    "vrai si gratuit, vide si inconnu",
                    "free, empty when unknown",
                    told -> told.access().free()),
            column(
                    "tarif",
                    TEXT,
                    "tarif, en clair",
                    "price, in words",
                    told -> told.access().price()),
            column(
                    "accessibilite",
                    LIST,
                    "aménagements d’accessibilité",
                    "accessibility services",
                    told -> told.access().accessibility()),
            column(
                    "url",
                    URL,
                    "page de l’événement",
                    "page of the event",
                    told -> told.links().page()),
            column(
                    "inscription",
                    URL,
                    "page d’inscription",
                    "registration page",
                    told -> told.links().registration()),
            column(
                    "sources",
                    LIST,
                    "sources qui l’annoncent",
                    "sources that tell of it",
                    told -> told.published().sources()),
            column(
                    "nb_sources",
                    INTEGER,
                    "nombre de sources",
                    "number of sources",
                    told -> told.published().sources().size()),
            column("publie_le", INSTANT, "première publication", "first published", Told::publishedAt),
            column("modifie_le", INSTANT, "dernier changement", "last changed", Told::modifiedAt),
            column(
                    "completude",
                    INTEGER,
                    "complétude, 0 à 100",
                    "completeness, 0 to 100",
                    told -> told.published().completeness()));

    private Columns() {}

    public static Column get(String name) {
        return ALL.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Column column(
            String name, Column.Kind kind, String french, String english, Function<Told, @Nullable Object> value) {
        return new Column(name, kind, null, french, english, value);
    }

    private static Column place(
            String name, Column.Kind kind, String french, String english, Function<Told, @Nullable Object> value) {
        return new Column(name, kind, PLACE, french, english, value);
    }

    private static @Nullable String label(@Nullable Term term) {
        return term == null ? null : term.french();
    }

    private static List<String> labels(List<? extends Term> terms) {
        return switch (terms.size()) {
            case 0 -> List.of();
            case 1 -> List.of(terms.getFirst().french());
            default -> terms.stream().map(Term::french).toList();
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
