package moisson.serve.portal;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import moisson.event.Event;
import moisson.event.Mode;
import moisson.event.Place;
import moisson.event.PublishedEvent;
import moisson.event.Status;
import moisson.serve.view.Frame;
import org.jspecify.annotations.Nullable;

/** An event in a list. */
public record Card(
        String href,
        String title,
        String when,
        String where,
        String format,
        String organisers,
        @Nullable String status,
        @Nullable String summary) {
    private static final int SUMMARY = 180;

    static Card of(PublishedEvent published, Frame frame) {
        Event event = published.event();
        Status status = event.kind().status();
        String clock = frame.dates().clock(event.when());
        String when = frame.dates().brief(event.when());
        return new Card(
                frame.to(address(published)),
                event.title(),
                clock == null ? when : when + " (" + clock + ")",
                where(event, frame),
                frame.english()
                        ? event.kind().format().english()
                        : event.kind().format().french(),
                String.join(", ", event.hosts().organisers()),
                status == Status.SCHEDULED ? null : frame.english() ? status.english() : status.french(),
                summary(event));
    }

    /** The path of an event's page. */
    static String address(PublishedEvent event) {
        return "/evenement/" + Letters.slug(event.event().title()) + "-" + event.id();
    }

    static String where(Event event, Frame frame) {
        Mode mode = event.kind().mode();
        Place place = event.place();
        String department = place.department();
        String commune = place.commune();
        String there = Stream.of(
                        commune == null ? place.venue() : commune,
                        department == null || department.equals(commune) ? null : department)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        String told = frame.english() ? mode.english() : mode.french();
        if (mode == Mode.ON_SITE) {
            return there.isEmpty() ? frame.t("place.unknown") : there;
        }
        return there.isEmpty() || mode == Mode.ONLINE ? told : there + " (" + told + ")";
    }

    private static @Nullable String summary(Event event) {
        String summary = event.wording().summary();
        String text = summary == null ? event.wording().description() : summary;
        if (text == null || text.length() <= SUMMARY) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, SUMMARY) - 1))
                        .strip() + "…";
    }
}
