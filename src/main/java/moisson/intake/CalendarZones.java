package moisson.intake;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.io.ICalTimeZone;
import com.github.mangstadt.vinnie.VObjectProperty;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** What the zone names of a calendar stand for: IANA, Windows, prefixed ones, and those the file defines itself. */
final class CalendarZones {
    private static final int KEPT = 200;
    private static final int LONGEST = 64 << 10;
    private static final int LONGEST_NAME = 500;
    private static final String FLOATING = "X-WR-TIMEZONE";
    private static final Set<String> TELLING = Set.of("TZID", "X-LIC-LOCATION");
    private static final Pattern OFFSET = Pattern.compile("(?:UTC|GMT)?[+-]\\d{1,2}(?::?\\d{2})?|UTC|GMT|Z");
    private static final Map<String, ZoneId> NAMES = names();

    private final Map<String, CalendarZone> defined = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private final StringBuilder definition = new StringBuilder();
    private final AtomicBoolean defining = new AtomicBoolean();

    /** A new calendar begins. */
    void forget() {
        defined.clear();
        properties.clear();
        defining.set(false);
    }

    void begin() {
        definition.setLength(0);
        properties.keySet().retainAll(Set.of(FLOATING));
        defining.set(true);
    }

    void append(String unfoldedLine) {
        if (defining.get() && definition.length() + unfoldedLine.length() < LONGEST) {
            definition.append(unfoldedLine).append("\r\n");
        }
    }

    void property(VObjectProperty property) {
        String name = property.getName().toUpperCase(Locale.ROOT);
        if (TELLING.contains(name)) {
            properties.put(name, Characters.cut(property.getValue().strip(), LONGEST_NAME));
        }
    }

    void end() {
        defining.set(false);
        String id = properties.getOrDefault("TZID", "");
        if (defined.size() < KEPT && !id.isEmpty() && named(id).isEmpty()) {
            Optional.ofNullable(properties.get("X-LIC-LOCATION"))
                    .flatMap(CalendarZones::named)
                    .map(CalendarZone::of)
                    .or(this::rules)
                    .ifPresent(zone -> defined.put(id, zone));
        }
    }

    void setFloating(String id) {
        properties.put(FLOATING, Characters.cut(id.strip(), LONGEST_NAME));
    }

    /** The zone in which the whole calendar says its floating times are, as an IANA name. */
    Optional<String> floating() {
        return named(properties.getOrDefault(FLOATING, "")).map(ZoneId::getId);
    }

    Optional<CalendarZone> find(String id) {
        return named(id.strip()).map(CalendarZone::of).or(() -> Optional.ofNullable(defined.get(id.strip())));
    }

    /** Whether every zone that an event names is known so far. */
    boolean knowAllOf(CalendarEvent event) {
        return event.zoneIds().allMatch(id -> find(id).isPresent());
    }

    private Optional<CalendarZone> rules() {
        try {
            ICalendar calendar = Biweekly.parse("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + definition + "END:VCALENDAR\r\n")
                    .first();
            return calendar.getTimezoneInfo().getComponents().stream()
                    .filter(component -> !component.getStandardTimes().isEmpty()
                            || !component.getDaylightSavingsTime().isEmpty())
                    .findFirst()
                    .map(component -> new CalendarZone(null, new ICalTimeZone(component)))
                    .filter(CalendarZone::isProved);
        } catch (RuntimeException | AssertionError e) {
            // The library throws several kinds over broken definitions, errors among them; a zone we cannot read is an
            // unknown zone.
            return Optional.empty();
        }
    }

    /** {@code /mozilla.org/20050126_1/Europe/Paris} ends with the name that counts. */
    private static Optional<ZoneId> named(String id) {
        String rest = id.replace("\"", "");
        if (OFFSET.matcher(rest).matches()) {
            return offset(rest);
        }
        Optional<ZoneId> city = CityNames.find(rest.strip());
        if (city.isPresent()) {
            return city;
        }
        for (int levels = 0; levels < 10; levels++) {
            // US-Eastern is US/Eastern.
            ZoneId zone = NAMES.getOrDefault(rest, NAMES.get(rest.replace('-', '/')));
            int slash = rest.indexOf('/');
            if (zone != null || slash < 0) {
                return Optional.ofNullable(zone);
            }
            rest = rest.substring(slash + 1);
        }
        return Optional.empty();
    }

    private static Optional<ZoneId> offset(String text) {
        try {
            return Optional.of(ZoneId.of(text.equals("Z") ? "UTC" : text));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, ZoneId> names() {
        Map<String, ZoneId> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Properties windows = new Properties();
        try (var stream = CalendarZones.class.getResourceAsStream("windows-zones.properties")) {
            if (stream == null) {
                throw new IllegalStateException("windows-zones.properties is not on the class path");
            }
            windows.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        windows.stringPropertyNames()
                .forEach(name -> names.put(name.replace('_', ' '), ZoneId.of(windows.getProperty(name))));
        ZoneId.getAvailableZoneIds().forEach(id -> names.put(id, ZoneId.of(id)));
        return java.util.Collections.unmodifiableMap(names);
    }
}
