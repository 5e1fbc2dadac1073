package moisson.publish.graph;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import moisson.event.Access;
import moisson.event.Event;
import moisson.event.Mode;
import moisson.event.Moment;
import moisson.event.Place;
import moisson.event.PublishedEvent;
import moisson.event.Session;
import moisson.event.Status;
import moisson.event.Term;
import moisson.event.Wording;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/** What is said of one event, and of the resources it shares with others. */
final class EventTriples {
    private final Iris iris;
    private final PlaceTriples places;
    private final OriginTriples origins;
    private final Map<String, Node> terms = new HashMap<>();
    private final Map<String, Map<String, Node>> concepts = new HashMap<>();

    EventTriples(Iris iris, Provenance provenance) {
        this.iris = iris;
        this.places = new PlaceTriples(iris);
        this.origins = new OriginTriples(iris, provenance);
    }

    void write(Triples triples, PublishedEvent published) {
        String iri = iris.event(published.id());
        Event event = published.event();
        triples.type(iri, Names.SCHEMA.term("Event"));
        triples.type(iri, Names.CV.term("PublicEvent"));
        triples.plain(iri, Names.DCT.term("identifier"), published.id());
        triples.link(iri, def("edition"), iris.edition(published.edition()));
        wording(triples, iri, event.wording());
        kind(triples, iri, event);
        when(triples, iri, event);
        where(triples, iri, event.place());
        for (String organiser : event.hosts().organisers()) {
            triples.link(iri, Names.SCHEMA.term("organizer"), iris.organiser(organiser));
        }
        concept(
                triples,
                iri,
                "typeOrganisateur",
                "type-organisateur",
                event.hosts().type());
        access(triples, iri, event.access());
        triples.link(iri, Names.SCHEMA.term("url"), event.links().page());
        triples.link(iri, def("inscription"), event.links().registration());
        origins.link(triples, iri, published);
        triples.typed(iri, Names.DCT.term("created"), published.publishedAt(), XSDDatatype.XSDdateTime);
        triples.typed(iri, Names.DCT.term("modified"), published.modifiedAt(), XSDDatatype.XSDdateTime);
        triples.typed(iri, def("completude"), published.completeness(), XSDDatatype.XSDinteger);
        triples.link(iri, Names.VOID.term("inDataset"), iris.dataset("evenements-" + published.edition()));
        sessions(triples, iri, event.when().sessions(), event.when().zone());
        places.write(triples, iri, published);
        origins.write(triples, published);
    }

    /** What is said of the resources it shares with others, when they are met for the first time. */
    void shared(Triples triples, PublishedEvent published) {
        places.shared(triples, published.event().place());
        origins.shared(triples, published);
        themes(triples, published.event().access().themes());
    }

    private static void date(Triples triples, String iri, Node property, @Nullable Moment moment) {
        if (moment != null) {
            triples.typed(iri, property, moment, moment.hasHour() ? XSDDatatype.XSDdateTime : XSDDatatype.XSDdate);
        }
    }

    private void wording(Triples triples, String iri, Wording wording) {
        String language = wording.language();
        triples.text(iri, Names.SCHEMA.term("name"), wording.title(), language);
        triples.text(iri, Names.DCT.term("title"), wording.title(), language);
        triples.text(iri, Names.SCHEMA.term("description"), wording.description(), language);
        triples.text(iri, Names.DCT.term("description"), wording.description(), language);
        triples.text(iri, def("descriptionCourte"), wording.summary(), language);
        triples.plain(iri, Names.SCHEMA.term("inLanguage"), language);
    }

    private void kind(Triples triples, String iri, Event event) {
        concept(triples, iri, "format", "format", event.kind().format());
        triples.say(
                iri,
                Names.DCT.term("type"),
                concept("format", event.kind().format().code()));
        concept(triples, iri, "mode", "mode", event.kind().mode());
        triples.say(
                iri,
                Names.SCHEMA.term("eventAttendanceMode"),
                attendance(event.kind().mode()));
        concept(triples, iri, "statut", "statut", event.kind().status());
        triples.say(iri, Names.SCHEMA.term("eventStatus"), status(event.kind().status()));
    }

    private void when(Triples triples, String iri, Event event) {
        date(triples, iri, Names.SCHEMA.term("startDate"), event.when().start().orElse(null));
        date(triples, iri, Names.SCHEMA.term("endDate"), event.when().end().orElse(null));
        triples.plain(iri, def("fuseau"), event.when().zone());
        triples.typed(iri, def("disponibleDu"), event.when().availableFrom(), XSDDatatype.XSDdate);
        triples.typed(iri, def("disponibleAu"), event.when().availableUntil(), XSDDatatype.XSDdate);
        for (int i = 1; i <= event.when().sessions().size(); i++) {
            triples.link(iri, Names.SCHEMA.term("eventSchedule"), iri + "#seance-" + i);
        }
    }

    private void sessions(Triples triples, String event, List<Session> sessions, String zone) {
        for (int i = 1; i <= sessions.size(); i++) {
            Session session = sessions.get(i - 1);
            String iri = event + "#seance-" + i;
            LocalDate day = session.start().day();
            triples.type(iri, Names.SCHEMA.term("Schedule"));
            date(triples, iri, Names.SCHEMA.term("startDate"), session.start());
            date(triples, iri, Names.SCHEMA.term("endDate"), session.end());
            triples.plain(iri, Names.SCHEMA.term("scheduleTimezone"), zone);
            triples.plain(iri, def("semaine"), week(day));
            triples.typed(iri, def("jourDeSemaine"), day.getDayOfWeek().getValue(), XSDDatatype.XSDinteger);
        }
    }

    /** ISO 8601: {@code 2020-W46}. */
    private static String week(LocalDate day) {
        int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return day.get(IsoFields.WEEK_BASED_YEAR) + (week < 10 ? "-W0" : "-W") + week;
    }

    private void where(Triples triples, String iri, Place place) {
        if (PlaceTriples.known(place)) {
            triples.link(iri, Names.SCHEMA.term("location"), PlaceTriples.iri(iri));
        }
        triples.link(iri, def("commune"), place.communeCode() == null ? null : Iris.commune(place.communeCode()));
        triples.link(
                iri,
                def("departement"),
                place.departmentCode() == null ? null : Iris.department(place.departmentCode()));
        triples.link(iri, def("region"), place.regionCode() == null ? null : Iris.region(place.regionCode()));
    }

    private void access(Triples triples, String iri, Access access) {
        access.audiences().forEach(audience -> concept(triples, iri, "public", "public", audience));
        for (String theme : access.themes()) {
            triples.say(iri, def("theme"), concept("theme", theme));
            triples.say(iri, Names.SCHEMA.term("about"), concept("theme", theme));
        }
        triples.typed(iri, Names.SCHEMA.term("isAccessibleForFree"), access.free(), XSDDatatype.XSDboolean);
        triples.french(iri, def("tarif"), access.price());
        access.accessibility().forEach(service -> triples.french(iri, def("accessibilite"), service));
    }

    private void themes(Triples triples, List<String> themes) {
        for (String theme : themes) {
            String iri = iris.concept("theme", theme);
            if (triples.firstTime(iri)) {
                triples.type(iri, Names.SKOS.term("Concept"));
                triples.french(iri, Names.SKOS.term("prefLabel"), theme);
                triples.link(iri, Names.SKOS.term("inScheme"), iris.term("liste/theme"));
            }
        }
    }

    private void concept(Triples triples, String iri, String property, String scheme, Term term) {
        triples.say(iri, def(property), concept(scheme, term.code()));
    }

    private Node concept(String scheme, String code) {
        return concepts.computeIfAbsent(scheme, known -> new HashMap<>())
                .computeIfAbsent(code, known -> NodeFactory.createURI(iris.concept(scheme, known)));
    }

    /** One of a few, said of every event. */
    private Node def(String name) {
        return terms.computeIfAbsent(name, known -> NodeFactory.createURI(iris.term(known)));
    }

    private static Node attendance(Mode mode) {
        return Names.SCHEMA.term(
                switch (mode) {
                    case ON_SITE -> "OfflineEventAttendanceMode";
                    case ONLINE -> "OnlineEventAttendanceMode";
                    case MIXED -> "MixedEventAttendanceMode";
                });
    }

    private static Node status(Status status) {
        return Names.SCHEMA.term(
                switch (status) {
                    case SCHEDULED, FULL -> "EventScheduled";
                    case CANCELLED -> "EventCancelled";
                    case POSTPONED -> "EventPostponed";
                    case MOVED_ONLINE -> "EventMovedOnline";
                });
    }
}
