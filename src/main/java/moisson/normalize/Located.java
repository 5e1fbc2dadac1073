package moisson.normalize;

import java.time.ZoneId;
import moisson.event.Place;
import org.jspecify.annotations.Nullable;

/**
 * The place of a record, and what it tells about the rest.
 *
 * @param zone of the territory, null when it is not known to be French
 * @param saysOnline a field of the place held "en ligne", "Zoom" or the like
 */
record Located(Place place, @Nullable ZoneId zone, boolean saysOnline) {
    boolean isSomewhere() {
        return place.venue() != null
                || place.address() != null
                || place.commune() != null
                || place.postcode() != null
                || place.department() != null
                || place.latitude() != null;
    }

    boolean isForeign() {
        return place.country() != null && !place.country().equals(Countries.FRANCE);
    }
}
