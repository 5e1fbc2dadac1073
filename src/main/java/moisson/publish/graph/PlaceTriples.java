package moisson.publish.graph;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import moisson.event.Place;
import moisson.event.PublishedEvent;
import org.apache.jena.datatypes.BaseDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/** Where an event takes place: a place and an address of its own, and the shared codes of INSEE. */
final class PlaceTriples {
    private static final BaseDatatype WKT = new BaseDatatype(Names.GEO.namespace() + "wktLiteral");

    private final Iris iris;

    PlaceTriples(Iris iris) {
        this.iris = iris;
    }

    static boolean known(Place place) {
        return !place.equals(Place.NOWHERE);
    }

    static String iri(String event) {
        return event + "#lieu";
    }

    void write(Triples triples, String event, PublishedEvent published) {
        Place place = published.event().place();
        if (!known(place)) {
            return;
        }
        String iri = iri(event);
        triples.type(iri, Names.SCHEMA.term("Place"));
        triples.french(iri, Names.SCHEMA.term("name"), place.venue());
        triples.typed(iri, Names.SCHEMA.term("latitude"), decimal(place.latitude()), XSDDatatype.XSDdecimal);
        triples.typed(iri, Names.SCHEMA.term("longitude"), decimal(place.longitude()), XSDDatatype.XSDdecimal);
        triples.link(iri, Names.SCHEMA.term("address"), event + "#adresse");
        triples.link(
                iri,
                Names.SCHEMA.term("containedInPlace"),
                place.communeCode() == null ? null : Iris.commune(place.communeCode()));
        if (place.precision() != null) {
            triples.link(
                    iri,
                    NodeFactory.createURI(iris.term("precisionPosition")),
                    iris.concept("precision", place.precision().code()));
            triples.link(iri, Names.GEO.term("hasGeometry"), event + "#position");
        }
        address(triples, event + "#adresse", place);
        if (place.precision() != null) {
            triples.type(event + "#position", Names.GEO.term("Geometry"));
            triples.say(
                    event + "#position",
                    Names.GEO.term("asWKT"),
                    NodeFactory.createLiteralDT(
                            "POINT(" + decimal(place.longitude()) + " " + decimal(place.latitude()) + ")", WKT));
        }
    }

    /** The territories it is in. */
    void shared(Triples triples, Place place) {
        territory(triples, place.communeCode(), place.commune(), Iris::commune);
        territory(triples, place.departmentCode(), place.department(), Iris::department);
        territory(triples, place.regionCode(), place.region(), Iris::region);
    }

    /** Plain decimal notation, as in every other format. */
    private static @Nullable String decimal(@Nullable Double degrees) {
        return degrees == null ? null : BigDecimal.valueOf(degrees).toPlainString();
    }

    private static void address(Triples triples, String iri, Place place) {
        triples.type(iri, Names.SCHEMA.term("PostalAddress"));
        triples.plain(iri, Names.SCHEMA.term("streetAddress"), place.address());
        triples.plain(iri, Names.SCHEMA.term("postalCode"), place.postcode());
        triples.plain(iri, Names.SCHEMA.term("addressLocality"), place.commune());
        triples.plain(iri, Names.SCHEMA.term("addressRegion"), place.region());
        triples.plain(iri, Names.SCHEMA.term("addressCountry"), place.country());
    }

    private static void territory(
            Triples triples, @Nullable String code, @Nullable String name, UnaryOperator<String> address) {
        if (code != null && triples.firstTime(address.apply(code))) {
            String iri = address.apply(code);
            triples.type(iri, Names.SCHEMA.term("AdministrativeArea"));
            triples.french(iri, Names.SKOS.term("prefLabel"), name);
            triples.plain(iri, Names.SKOS.term("notation"), code);
        }
    }
}
