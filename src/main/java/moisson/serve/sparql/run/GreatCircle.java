package moisson.serve.sparql.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase3;

/**
 * {@code geof:distance} of GeoSPARQL between two points in longitude and latitude (CRS84), along the sphere. All our positions
 * are such points; Jena's own function refuses to tell their distance in metres.
 */
public final class GreatCircle extends FunctionBase3 {
    static final String IRI = "http://www.opengis.net/def/function/geosparql/distance";
    private static final String WKT = "http://www.opengis.net/ont/geosparql#wktLiteral";
    private static final String UNITS = "http://www.opengis.net/def/uom/OGC/1.0/";
    /** Mean radius of the Earth (IUGG), in metres. */
    private static final double RADIUS = 6_371_008.8;

    private static final int LONGEST = 200;
    private static final Pattern POINT = Pattern.compile(
            "\\s*(?:<http://www\\.opengis\\.net/def/crs/OGC/1\\.3/CRS84>\\s*)?POINT\\s*\\(\\s*(-?\\d{1,3}(?:\\.\\d+)?)\\s+(-?\\d{1,2}(?:\\.\\d+)?)\\s*\\)\\s*",
            Pattern.CASE_INSENSITIVE);

    private record Position(double longitude, double latitude) {}

    @Override
    public NodeValue exec(NodeValue one, NodeValue other, NodeValue unit) {
        double angle = angle(position(one), position(other));
        String name = unit.asNode().isURI() ? unit.asNode().getURI() : "";
        return NodeValue.makeDouble(
                switch (name) {
                    case UNITS + "metre", UNITS + "meter" -> angle * RADIUS;
                    case UNITS + "kilometre" -> angle * RADIUS / 1_000;
                    case UNITS + "radian" -> angle;
                    case UNITS + "degree" -> Math.toDegrees(angle);
                    default -> throw new ExprEvalException("geof:distance: unknown unit " + unit);
                });
    }

    private static Position position(NodeValue value) {
        boolean wkt = value.asNode().isLiteral() && WKT.equals(value.asNode().getLiteralDatatypeURI());
        String text = wkt ? value.asNode().getLiteralLexicalForm() : "";
        Matcher matcher = POINT.matcher(text.length() > LONGEST ? "" : text);
        if (!matcher.matches()) {
            throw new ExprEvalException("geof:distance: not a point in CRS84");
        }
        return new Position(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
    }

    /** By the haversine formula, which stays exact for near points. */
    private static double angle(Position one, Position other) {
        double north = Math.sin(Math.toRadians(other.latitude() - one.latitude()) / 2);
        double east = Math.sin(Math.toRadians(other.longitude() - one.longitude()) / 2);
        double part = north * north
                + Math.cos(Math.toRadians(one.latitude())) * Math.cos(Math.toRadians(other.latitude())) * east * east;
        return 2 * Math.asin(Math.min(1, Math.sqrt(part)));
    }
}
