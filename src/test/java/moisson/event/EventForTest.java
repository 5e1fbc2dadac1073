package moisson.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds events for tests: says what matters to the test, everything else is plain. */
public final class EventForTest {
    private enum Text {
        TITLE,
        DESCRIPTION,
        LANGUAGE,
        VENUE,
        ADDRESS,
        POSTCODE,
        COMMUNE,
        CODE,
        PAGE
    }

    private final EventId id;
    private final Map<Text, String> texts = new EnumMap<>(Text.class);
    private final List<Session> sessions = new ArrayList<>();
    private final List<String> organisers = new ArrayList<>();
    private final List<Double> point = new ArrayList<>();
    private final List<Mode> modes = new ArrayList<>(List.of(Mode.ON_SITE));
    private final List<Status> states = new ArrayList<>(List.of(Status.SCHEDULED));
    private final List<EventFormat> formats = new ArrayList<>(List.of(EventFormat.OTHER));
    private final List<Integer> editions = new ArrayList<>();

    private EventForTest(EventId id) {
        this.id = id;
        texts.put(Text.TITLE, "Sans titre");
    }

    public static EventForTest event(String source, String key) {
        return new EventForTest(new EventId(source, key));
    }

    public EventForTest title(String title) {
        return with(Text.TITLE, title);
    }

    public EventForTest description(@Nullable String description) {
        return with(Text.DESCRIPTION, description);
    }

    public EventForTest language(@Nullable String language) {
        return with(Text.LANGUAGE, language);
    }

    /** Adds a session: {@code 2020-11-05T09:00:00+01:00}, or a day alone. */
    public EventForTest at(String start) {
        sessions.add(new Session(Moment.parse(start), null));
        return this;
    }

    public EventForTest at(String start, String end) {
        sessions.add(new Session(Moment.parse(start), Moment.parse(end)));
        return this;
    }

    public EventForTest venue(@Nullable String venue, @Nullable String address) {
        return with(Text.VENUE, venue).with(Text.ADDRESS, address);
    }

    public EventForTest commune(@Nullable String name, @Nullable String code) {
        return with(Text.COMMUNE, name).with(Text.CODE, code);
    }

    public EventForTest postcode(@Nullable String postcode) {
        return with(Text.POSTCODE, postcode);
    }

    /** Exact to the address. */
    public EventForTest point(double latitude, double longitude) {
        point.clear();
        point.addAll(List.of(latitude, longitude));
        return this;
    }

    public EventForTest online() {
        modes.set(0, Mode.ONLINE);
        return this;
    }

    public EventForTest status(Status status) {
        states.set(0, status);
        return this;
    }

    public EventForTest format(EventFormat format) {
        formats.set(0, format);
        return this;
    }

    public EventForTest by(String... names) {
        organisers.addAll(List.of(names));
        return this;
    }

    public EventForTest page(@Nullable String url) {
        return with(Text.PAGE, url);
    }

    /** The edition it is declared for; on-demand items need one. */
    public EventForTest edition(int year) {
        editions.add(year);
        return this;
    }

    public Event build() {
        @Nullable Integer edition = editions.stream().findFirst().orElse(null);
        @Nullable LocalDate none = null;
        return new Event(
                id,
                new Wording(
                        texts.getOrDefault(Text.TITLE, ""),
                        texts.get(Text.DESCRIPTION),
                        null,
                        texts.get(Text.LANGUAGE)),
                new Kind(formats.getFirst(), modes.getFirst(), states.getFirst()),
                new When(sessions, "Europe/Paris", none, none, edition),
                place(),
                new Hosts(organisers, OrganiserType.OTHER),
                new Access(List.of(), List.of(), null, null, List.of()),
                new Links(texts.get(Text.PAGE), null));
    }

    public static List<Event> all(EventForTest... events) {
        return Stream.of(events).map(EventForTest::build).toList();
    }

    private Place place() {
        boolean known = !point.isEmpty();
        return new Place(
                texts.get(Text.VENUE),
                texts.get(Text.ADDRESS),
                texts.get(Text.POSTCODE),
                texts.get(Text.COMMUNE),
                texts.get(Text.CODE),
                null,
                null,
                null,
                null,
                "FR",
                known ? point.getFirst() : null,
                known ? point.getLast() : null,
                known ? Precision.ADDRESS : null);
    }

    private EventForTest with(Text field, @Nullable String value) {
        if (value == null) {
            texts.remove(field);
        } else {
            texts.put(field, value);
        }
        return this;
    }
}
