package moisson.reference;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The time zone of each département; overseas territories have their own, and some of their communes another one. */
public final class Zones {
    private static final ZoneId MAINLAND = ZoneId.of("Europe/Paris");

    private final Map<String, ZoneId> byCode = new HashMap<>();

    /** @param overseas by the code of a département or of a commune */
    Zones(Map<String, String> overseas) {
        overseas.forEach((code, zone) -> byCode.put(code, ZoneId.of(zone)));
    }

    public ZoneId of(String department) {
        return byCode.getOrDefault(department, MAINLAND);
    }

    /**
     * Of the commune if it has one of its own, else of its département.
     *
     * @param commune INSEE code, null when only the département is known
     */
    public ZoneId of(String department, @Nullable String commune) {
        ZoneId own = commune == null ? null : byCode.get(commune);
        return own == null ? of(department) : own;
    }
}
