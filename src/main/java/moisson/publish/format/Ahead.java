package moisson.publish.format;

import java.util.List;
import moisson.event.Event;
import moisson.event.Links;
import moisson.event.Moment;
import moisson.event.Place;
import moisson.event.PublishedEvent;
import moisson.event.Session;
import moisson.event.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the memory of some events before they are written. They lie scattered: whoever writes one value after the
 * other waits for each of them, while a processor that meets nothing but questions waits for many at a time. So each
 * loop asks all events for one part and does nothing else; what it answers tells nothing.
 */
final class Ahead {
    /** Bytes that come from memory together. */
    private static final int LINE = 64;

    private Ahead() {}

    /** Answers no less than nothing. */
    static int fetch(List<PublishedEvent> published) {
        Event[] events = new Event[published.size()];
        for (int i = 0; i < events.length; i++) {
            events[i] = published.get(i).event();
        }
        int met = 0;
        for (Event event : events) {
            met |= event.kind().format().french().length();
        }
        for (Event event : events) {
            met |= wording(event.wording());
        }
        for (Event event : events) {
            met |= place(event.place());
        }
        for (Event event : events) {
            met |= day(event.when().sessions());
        }
        for (Event event : events) {
            met |= event.when().zone().length() | hours(event.when().sessions());
        }
        for (Event event : events) {
            met |= links(event.links());
        }
        for (Event event : events) {
            met |= first(event.hosts().organisers())
                    | event.access().audiences().size();
        }
        return met;
    }

    private static int wording(Wording wording) {
        return text(wording.title()) | text(wording.description()) | text(wording.summary()) | text(wording.language());
    }

    private static int place(Place place) {
        Double latitude = place.latitude();
        return text(place.venue())
                | text(place.address())
                | text(place.postcode())
                | text(place.commune())
                | text(place.communeCode())
                | text(place.department())
                | text(place.departmentCode())
                | text(place.region())
                | text(place.regionCode())
                | (latitude == null || latitude > 0 ? 1 : 0);
    }

    private static int day(List<Session> sessions) {
        return sessions.isEmpty() ? 0 : sessions.getFirst().start().day().getDayOfMonth();
    }

    private static int hours(List<Session> sessions) {
        return sessions.isEmpty()
                ? 0
                : hour(sessions.getFirst().start()) | hour(sessions.getFirst().end());
    }

    private static int hour(@Nullable Moment moment) {
        return moment == null || moment.at() == null ? 0 : moment.at().getHour();
    }

    private static int links(Links links) {
        return text(links.page()) | text(links.registration());
    }

    private static int first(List<String> texts) {
        return texts.isEmpty() ? 0 : text(texts.getFirst());
    }

    private static int text(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        int met = 0;
        for (int i = 0; i < text.length(); i += LINE) {
            met |= text.charAt(i);
        }
        return met;
    }
}
