package moisson.statistics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import moisson.event.Audience;
import moisson.event.Edition;
import moisson.event.EventFormat;
import moisson.event.EventId;
import moisson.event.Mode;
import moisson.event.Moment;
import moisson.event.OrganiserType;
import moisson.event.PublishedEvent;
import moisson.event.Session;
import moisson.event.Source;
import moisson.event.Status;
import moisson.event.Term;
import org.jspecify.annotations.Nullable;

/** The ways in which the events are counted apart, in the order they are published. */
@SuppressWarnings("ImmutableEnumChecker") // its functions hold no state
enum Cut {
    REGION(
            "evenements-par-region",
            event -> Stream.ofNullable(event.event().place().regionCode())),
    DEPARTMENT(
            "evenements-par-departement",
            event -> Stream.ofNullable(event.event().place().departmentCode())),
    DAY("evenements-par-jour", event -> starts(event).map(start -> start.day().toString())),
    WEEK("evenements-par-semaine", event -> starts(event).map(start -> week(start.day()))),
    HOUR("evenements-par-heure", event -> starts(event).flatMap(Cut::hour)),
    WEEKDAY(
            "evenements-par-jour-de-semaine",
            event -> starts(event)
                    .map(start -> Integer.toString(start.day().getDayOfWeek().getValue()))),
    FORMAT("evenements-par-format", event -> code(event.event().kind().format())),
    MODE("evenements-par-mode", event -> code(event.event().kind().mode())),
    ORGANISER_TYPE(
            "evenements-par-type-organisateur",
            event -> code(event.event().hosts().type())),
    AUDIENCE(
            "evenements-par-public",
            event -> event.event().access().audiences().stream().map(Term::code)),
    THEME("evenements-par-theme", event -> event.event().access().themes().stream()),
    STATUS("evenements-par-statut", event -> code(event.event().kind().status())),
    SOURCE("evenements-par-source", event -> event.sources().stream()),
    WAY("evenements-par-voie", event -> event.sources().stream().map(Cut::way)),
    RECORDS_BY_SOURCE("fiches-par-source", event -> event.members().stream().map(EventId::source)),
    RECORDS_BY_WAY("fiches-par-voie", event -> event.members().stream().map(member -> way(member.source()))),
    DELAY("evenements-par-delai", (event, edition) -> Delay.of(event, edition)),
    FORM_DELAY("evenements-formulaire-par-delai", (event, edition) -> Delay.of(event, edition));

    private static final String FORM = "formulaire";
    private static final String FEED = "flux";

    private final String code;
    private final BiFunction<PublishedEvent, @Nullable Edition, Stream<String>> cells;

    Cut(String code, Function<PublishedEvent, Stream<String>> cells) {
        this(code, (event, edition) -> cells.apply(event));
    }

    Cut(String code, BiFunction<PublishedEvent, @Nullable Edition, Stream<String>> cells) {
        this.code = code;
        this.cells = cells;
    }

    String code() {
        return code;
    }

    /** True when an event may have no cell here: it is then counted as unknown. */
    boolean mayBeUnknown() {
        return switch (this) {
            case REGION, DEPARTMENT, DAY, WEEK, HOUR, WEEKDAY, AUDIENCE, THEME, DELAY, FORM_DELAY -> true;
            case FORMAT, MODE, ORGANISER_TYPE, STATUS, SOURCE, WAY, RECORDS_BY_SOURCE, RECORDS_BY_WAY -> false;
        };
    }

    /** True when records are counted, not events. */
    boolean ofRecords() {
        return this == RECORDS_BY_SOURCE || this == RECORDS_BY_WAY;
    }

    /** False when it says nothing of all editions together. */
    boolean ofAllEditions() {
        return this != DELAY && this != FORM_DELAY;
    }

    /** True for events that have a place in this cut, be it the unknown one. */
    boolean counts(PublishedEvent event) {
        return this != FORM_DELAY || event.sources().contains(Source.FORM);
    }

    /** The cells an event counts in; perhaps several, perhaps none. */
    Stream<String> cells(PublishedEvent event, @Nullable Edition edition) {
        return cells.apply(event, edition);
    }

    private static String way(String source) {
        return source.equals(Source.FORM) ? FORM : FEED;
    }

    /** Cells to publish even when nothing falls in them, with their French labels; those of places come from outside. */
    SortedMap<String, String> known() {
        return switch (this) {
            case FORMAT -> terms(EventFormat.values());
            case MODE -> terms(Mode.values());
            case ORGANISER_TYPE -> terms(OrganiserType.values());
            case AUDIENCE -> terms(Audience.values());
            case STATUS -> terms(Status.values());
            case HOUR -> hours();
            case WEEKDAY -> weekdays();
            case WAY, RECORDS_BY_WAY ->
                new TreeMap<>(Map.of(FORM, "formulaire de Moisson", FEED, "flux d’un partenaire"));
            case DELAY, FORM_DELAY -> Delay.labels();
            case REGION, DEPARTMENT, DAY, WEEK, THEME, SOURCE, RECORDS_BY_SOURCE -> new TreeMap<>();
        };
    }

    /** ISO 8601 week: {@code 2019-W47}. */
    static String week(LocalDate day) {
        return "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static Stream<Moment> starts(PublishedEvent event) {
        return event.event().when().sessions().stream().map(Session::start);
    }

    private static Stream<String> hour(Moment start) {
        return Optional.ofNullable(start.at()).map(at -> "%02d".formatted(at.getHour())).stream();
    }

    private static Stream<String> code(Term term) {
        return Stream.of(term.code());
    }

    private static SortedMap<String, String> terms(Term[] terms) {
        SortedMap<String, String> labels = new TreeMap<>();
        Arrays.stream(terms).forEach(term -> labels.put(term.code(), term.french()));
        return labels;
    }

    private static SortedMap<String, String> hours() {
        SortedMap<String, String> labels = new TreeMap<>();
        IntStream.range(0, 24).forEach(hour -> labels.put("%02d".formatted(hour), "%d h".formatted(hour)));
        return labels;
    }

    private static SortedMap<String, String> weekdays() {
        SortedMap<String, String> labels = new TreeMap<>();
        Arrays.stream(DayOfWeek.values())
                .forEach(day -> labels.put(
                        Integer.toString(day.getValue()), day.getDisplayName(TextStyle.FULL, Locale.FRENCH)));
        return labels;
    }
}
