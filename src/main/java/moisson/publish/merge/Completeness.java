package moisson.publish.merge;

import java.util.function.Predicate;
import moisson.event.Event;
import moisson.event.EventFormat;
import moisson.event.Mode;
import moisson.event.OrganiserType;
import org.jspecify.annotations.Nullable;

/**
 * How much of what a visitor needs an event tells: the sum of the points of what it tells, 0 to 100.
 *
 * <p>What cannot be told of an event counts as told: an online one has no address, an on-demand one no hour.
 */
@SuppressWarnings("ImmutableEnumChecker") // its functions hold no state
public enum Completeness {
    TITLE(10, "un titre", "a title", event -> true),
    DESCRIPTION(
            12,
            "une description d’au moins 80 caractères",
            "a description of at least 80 characters",
            event -> length(event.wording().description()) >= 80),
    START(
            12,
            "l’heure de début de chaque séance",
            "the hour at which each session starts",
            event -> event.when().sessions().stream()
                    .allMatch(session -> session.start().hasHour())),
    END(
            8,
            "la fin de chaque séance",
            "the end of each session",
            event -> event.when().sessions().stream().allMatch(session -> session.end() != null)),
    COMMUNE(
            12,
            "la commune (sauf en ligne)",
            "the commune (unless online)",
            event -> event.kind().mode() == Mode.ONLINE || event.place().communeCode() != null),
    ADDRESS(
            8,
            "l’adresse (sauf en ligne)",
            "the address (unless online)",
            event -> event.kind().mode() == Mode.ONLINE || event.place().address() != null),
    POSITION(
            4,
            "la position (sauf en ligne)",
            "the position (unless online)",
            event -> event.kind().mode() == Mode.ONLINE || event.place().latitude() != null),
    ORGANISER(
            10,
            "un organisateur",
            "an organiser",
            event -> !event.hosts().organisers().isEmpty()),
    ORGANISER_TYPE(
            2,
            "son type, autre que « autre »",
            "its type, other than \"other\"",
            event -> event.hosts().type() != OrganiserType.OTHER),
    FORMAT(
            4,
            "un format, autre que « autre »",
            "a format, other than \"other\"",
            event -> event.kind().format() != EventFormat.OTHER),
    AUDIENCE(4, "un public", "an audience", event -> !event.access().audiences().isEmpty()),
    THEME(2, "un thème", "a theme", event -> !event.access().themes().isEmpty()),
    FREE(4, "la gratuité", "whether it is free", event -> event.access().free() != null),
    LINK(
            8,
            "une page ou une inscription",
            "a page or a registration",
            event -> event.links().page() != null || event.links().registration() != null);

    private final int points;
    private final String french;
    private final String english;
    private final Predicate<Event> told;

    Completeness(int points, String french, String english, Predicate<Event> told) {
        this.points = points;
        this.french = french;
        this.english = english;
        this.told = told;
    }

    public int points() {
        return points;
    }

    public String french() {
        return french;
    }

    public String english() {
        return english;
    }

    /** 0 to 100. */
    public static int of(Event event) {
        int sum = 0;
        for (Completeness criterion : values()) {
            sum += criterion.told.test(event) ? criterion.points : 0;
        }
        return sum;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
