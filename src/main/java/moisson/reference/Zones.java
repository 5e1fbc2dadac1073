package moisson.reference;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** The time zone of each département; overseas territories have their own. */
public final class Zones {
    private static final ZoneId MAINLAND = ZoneId.of("Europe/Paris");

    private final Map<String, ZoneId> byDepartment = new HashMap<>();

    Zones(Map<String, String> overseas) {
        overseas.forEach((department, zone) -> byDepartment.put(department, ZoneId.of(zone)));
    }

    public ZoneId of(String department) {
        return byDepartment.getOrDefault(department, MAINLAND);
    }
}
