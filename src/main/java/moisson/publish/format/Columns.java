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

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import moisson.event.Access;
import moisson.event.Event;
import moisson.event.Moment;
import moisson.event.Place;
import moisson.event.PublishedEvent;
import moisson.event.Session;
import moisson.event.Term;
import moisson.event.When;
import moisson.event.Wording;
import org.jspecify.annotations.Nullable;

/** The published table: every column in its order, said once for every writer and for the documentation. */
public final class Columns {
    private static final String PLACE = "localisation";
    /** Letters of {@code 2020-11-05T09:00:00+00:00}, and of its end. */
    private static final int WITH_OFFSET = 25;

    private static final int OFFSET = 6;

    public static final List<Column> ALL = List.of(
            top("id", TEXT, "identifiant permanent", "permanent identifier", PublishedEvent::id),
            top("edition", INTEGER, "année de l’édition", "year of the edition", PublishedEvent::edition),
            wording("titre", "titre, sur une ligne", "title, on one line", Wording::title),
            wording("description", "description, 10 000 caractères au plus", "description", Wording::description),
            wording("description_courte", "description, 200 caractères au plus", "short description", Wording::summary),
            wording("langue", "langue (BCP 47)", "language (BCP 47)", Wording::language),
            term(
                    "format",
                    "format de l’événement",
                    "format",
                    event -> event.kind().format()),
            term(
                    "mode",
                    "sur place, en ligne ou mixte",
                    "on site, online or both",
                    event -> event.kind().mode()),
            when(
                    "debut",
                    MOMENT,
                    "début de la première séance",
                    "start of the first session",
                    when -> text(when.start())),
            when("fin", MOMENT, "fin de la dernière séance", "end of the last session", when -> text(when.end())),
            when("fuseau", TEXT, "fuseau horaire du lieu (IANA)", "time zone of the place (IANA)", When::zone),
            when("seances", SESSIONS, "séances, début/fin", "sessions, start/end", Columns::sessions),
            when(
                    "disponible_du",
                    DATE,
                    "premier jour, à la demande",
                    "available from",
                    when -> text(when.availableFrom())),
            when(
                    "disponible_au",
                    DATE,
                    "dernier jour, à la demande",
                    "available until",
                    when -> text(when.availableUntil())),
            term(
                    "statut",
                    "prévu, complet, annulé, reporté, déplacé en ligne",
                    "status",
                    event -> event.kind().status()),
            place("lieu", TEXT, "nom du lieu", "venue", Place::venue),
            place("adresse", TEXT, "voie et numéro", "street address", Place::address),
            place("code_postal", TEXT, "code postal", "postcode", Place::postcode),
            place("commune", TEXT, "commune", "commune", Place::commune),
            place("code_commune", TEXT, "code INSEE de la commune", "INSEE code of the commune", Place::communeCode),
            place("departement", TEXT, "département ou collectivité", "département or territory", Place::department),
            place("code_departement", TEXT, "code du département", "its INSEE code", Place::departmentCode),
            place("region", TEXT, "région", "région", Place::region),
            place("code_region", TEXT, "code de la région", "its INSEE code", Place::regionCode),
            place("latitude", DECIMAL, "degrés, WGS 84", "degrees, WGS 84", place -> decimal(place.latitude())),
            place("longitude", DECIMAL, "degrés, WGS 84", "degrees, WGS 84", place -> decimal(place.longitude())),
            place(
                    "precision_position",
                    TERM,
                    "adresse, commune ou département",
                    "precision of the position",
                    place -> label(place.precision())),
            of(
                    "organisateurs",
                    LIST,
                    "organismes organisateurs",
                    "organisers",
                    event -> event.hosts().organisers()),
            term(
                    "type_organisateur",
                    "type d’organisateur",
                    "type of organiser",
                    event -> event.hosts().type()),
            access(
                    "publics",
                    LIST,
                    "publics visés",
                    "audiences",
                    access -> access.audiences().stream().map(Term::french).toList()),
            access("themes", LIST, "thèmes", "themes", Access::themes),
            access("gratuit", BOOLEAN, "vrai si gratuit, vide si inconnu", "free, empty when unknown", Access::free),
            access("tarif", TEXT, "tarif, en clair", "price, in words", Access::price),
            access(
                    "accessibilite",
                    LIST,
                    "aménagements d’accessibilité",
                    "accessibility services",
                    Access::accessibility),
            of(
                    "url",
                    URL,
                    "page de l’événement",
                    "page of the event",
                    event -> event.links().page()),
            of(
                    "inscription",
                    URL,
                    "page d’inscription",
                    "registration page",
                    event -> event.links().registration()),
            top("sources", LIST, "sources qui l’annoncent", "sources that tell of it", PublishedEvent::sources),
            top(
                    "nb_sources",
                    INTEGER,
                    "nombre de sources",
                    "number of sources",
                    event -> event.sources().size()),
            top("publie_le", INSTANT, "première publication", "first published", event -> text(event.publishedAt())),
            top("modifie_le", INSTANT, "dernier changement", "last changed", event -> text(event.modifiedAt())),
            top("completude", INTEGER, "complétude, 0 à 100", "completeness, 0 to 100", PublishedEvent::completeness));

    private Columns() {}

    public static Column get(String name) {
        return ALL.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Column top(
            String name,
            Column.Kind kind,
            String french,
            String english,
            Function<PublishedEvent, @Nullable Object> value) {
        return new Column(name, kind, null, french, english, value);
    }

    private static Column of(
            String name, Column.Kind kind, String french, String english, Function<Event, @Nullable Object> value) {
        return top(name, kind, french, english, published -> value.apply(published.event()));
    }

    private static Column wording(
            String name, String french, String english, Function<Wording, @Nullable Object> value) {
        return of(name, TEXT, french, english, event -> value.apply(event.wording()));
    }

    private static Column term(String name, String french, String english, Function<Event, Term> value) {
        return of(name, TERM, french, english, event -> label(value.apply(event)));
    }

    private static Column when(
            String name, Column.Kind kind, String french, String english, Function<When, @Nullable Object> value) {
        return of(name, kind, french, english, event -> value.apply(event.when()));
    }

    private static Column place(
            String name, Column.Kind kind, String french, String english, Function<Place, @Nullable Object> value) {
        return new Column(
                name,
                kind,
                PLACE,
                french,
                english,
                published -> value.apply(published.event().place()));
    }

    private static Column access(
            String name, Column.Kind kind, String french, String english, Function<Access, @Nullable Object> value) {
        return of(name, kind, french, english, event -> value.apply(event.access()));
    }

    private static List<String> sessions(When when) {
        return when.sessions().size() == 1
                ? List.of(when.sessions().getFirst().toString())
                : when.sessions().stream().map(Session::toString).toList();
    }

    private static @Nullable String label(@Nullable Term term) {
        return term == null ? null : term.french();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** What {@link Instant#toString()} answers, without its machinery for the instants that there are. */
    private static String text(Instant at) {
        String told = at.equals(at.truncatedTo(ChronoUnit.SECONDS))
                ? Moment.of(at.atOffset(ZoneOffset.UTC)).toString()
                : "";
        return told.length() == WITH_OFFSET ? told.substring(0, told.length() - OFFSET) + "Z" : at.toString();
    }

    private static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }

    private static @Nullable BigDecimal decimal(@Nullable Double degrees) {
        return degrees == null ? null : BigDecimal.valueOf(degrees);
    }
}
