package moisson.intake;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of zones that Outlook shows, in any of its languages: {@code (UTC+01:00) Brussels, Copenhagen, Madrid, Paris}.
 * The first of the cities that names an IANA zone with that offset in winter tells.
 */
final class CityNames {
    private static final Pattern SHOWN =
            Pattern.compile("\\((?:UTC|GMT)\\s?([+-])(\\d{1,2})[:.](\\d{2})\\)\\s?([^()]{1,200})");
    private static final Map<String, ZoneId> CITIES = cities();

    private CityNames() {}

    static Optional<ZoneId> find(String name) {
        Matcher matcher = SHOWN.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            int sign = matcher.group(1).equals("-") ? -1 : 1;
            ZoneOffset offset = ZoneOffset.ofHoursMinutes(
                    sign * Integer.parseInt(matcher.group(2)), sign * Integer.parseInt(matcher.group(3)));
            return Stream.of(matcher.group(4).split(",", -1))
                    .flatMap(city -> Optional.ofNullable(CITIES.get(plain(city))).stream())
                    .filter(zone -> hasOffset(zone, offset))
                    .findFirst();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean hasOffset(ZoneId zone, ZoneOffset offset) {
        return zone.getRules()
                .getStandardOffset(java.time.Instant.parse("2020-01-15T12:00:00Z"))
                .equals(offset);
    }

    private static String plain(String city) {
        return city.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
    }

    private static Map<String, ZoneId> cities() {
        Map<String, ZoneId> cities = new HashMap<>();
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            if (id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/")) {
                cities.putIfAbsent(plain(id.substring(id.lastIndexOf('/') + 1)), ZoneId.of(id));
            }
        }
        return Map.copyOf(cities);
    }
}
