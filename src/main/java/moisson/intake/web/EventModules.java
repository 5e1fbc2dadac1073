package moisson.intake.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import moisson.event.Field;
import moisson.intake.RecordDraft;
import org.jdom2.Element;

/**
 * The extensions of RSS and Atom that tell when and where an event is: mod_event for RSS 1.0, xCal, Google's gd and
 * whatever else calls itself "event"; positions of GeoRSS and of the W3C's Basic Geo.
 */
final class EventModules {
    private static final Set<String> NAMESPACES = Set.of(
            "http://purl.org/rss/1.0/modules/event/",
            "urn:ietf:params:xml:ns:xcal",
            "urn:ietf:params:xml:ns:icalendar-2.0",
            "http://schemas.google.com/g/2005");
    private static final Set<String> PREFIXES = Set.of("ev", "event", "events", "xcal", "cal", "ical");
    private static final Map<String, Field> NAMES = Map.ofEntries(
            Map.entry("startdate", Field.START),
            Map.entry("start", Field.START),
            Map.entry("dtstart", Field.START),
            Map.entry("begin", Field.START),
            Map.entry("enddate", Field.END),
            Map.entry("end", Field.END),
            Map.entry("dtend", Field.END),
            Map.entry("starttime", Field.START_TIME),
            Map.entry("endtime", Field.END_TIME),
            Map.entry("location", Field.VENUE),
            Map.entry("venue", Field.VENUE),
            Map.entry("address", Field.ADDRESS),
            Map.entry("city", Field.COMMUNE),
            Map.entry("postalcode", Field.POSTCODE),
            Map.entry("type", Field.FORMAT),
            Map.entry("status", Field.STATUS));
    private static final int LEVELS = 4;

    private EventModules() {}

    static void put(RecordDraft draft, Element item) {
        put(draft, item, LEVELS);
    }

    private static void put(RecordDraft draft, Element parent, int levels) {
        for (Element child : parent.getChildren()) {
            String name = child.getName().toLowerCase(Locale.ROOT);
            if (isPosition(draft, child, name) || !isEvents(child)) {
                continue;
            }
            if (name.equals("when") && child.getAttribute("startTime") != null) {
                draft.put(Field.START, child.getAttributeValue("startTime"));
                draft.put(Field.END, child.getAttributeValue("endTime"));
            } else if (name.equals("where")) {
                draft.put(Field.VENUE, child.getAttributeValue("valueString"));
            } else if (!child.getChildren().isEmpty()) {
                if (levels > 0) {
                    put(draft, child, levels - 1);
                }
            } else {
                Field field = NAMES.get(name.replaceAll("[^a-z]", ""));
                if (field != null) {
                    draft.put(field, child.getTextTrim());
                }
            }
        }
    }

    private static boolean isEvents(Element element) {
        return NAMESPACES.contains(element.getNamespaceURI().toLowerCase(Locale.ROOT))
                || PREFIXES.contains(element.getNamespacePrefix().toLowerCase(Locale.ROOT));
    }

    private static boolean isPosition(RecordDraft draft, Element element, String name) {
        String namespace = element.getNamespaceURI();
        if (namespace.equals("http://www.georss.org/georss") && name.equals("point")) {
            draft.put(Field.POSITION, element.getTextTrim().replaceAll("[\\s,]+", ","));
            return true;
        }
        if (namespace.equals("http://www.w3.org/2003/01/geo/wgs84_pos#")) {
            if (name.equals("lat") || name.equals("long")) {
                draft.put(name.equals("lat") ? Field.LATITUDE : Field.LONGITUDE, element.getTextTrim());
            }
            return true;
        }
        return false;
    }
}
