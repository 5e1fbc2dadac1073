package moisson.deduplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import moisson.event.Event;
import moisson.event.Match;
import moisson.event.Place;
import moisson.event.Reason;
import moisson.event.Session;
import org.jspecify.annotations.Nullable;

/** Says in words why two events were joined, linked or left to a person. */
final class Explanation {
    private static final int LONGEST = 160;
    private static final String SAME = "même événement";

    private final Rows rows;
    private final Profile[] profiles;
    private final Comparison comparison = new Comparison();

    /** Each reason quotes what was compared when the rows have it; a match whose weights alone are read needs none. */
    Explanation(Rows rows, Profile[] profiles) {
        this.rows = rows;
        this.profiles = profiles;
    }

    /** @param ruled true when a person said that both are the same */
    Match match(int one, int other, Match.Decision decision, boolean ruled) {
        int left = Math.min(one, other);
        int right = Math.max(one, other);
        List<Reason> reasons = reasons(left, right);
        if (ruled) {
            reasons.add(new Reason(Criterion.VERDICT.french(), SAME, SAME, Weights.VERDICT));
        }
        double score = reasons.stream().mapToDouble(Reason::weight).sum();
        return new Match(rows.id(left), rows.id(right), score, decision, reasons);
    }

    private List<Reason> reasons(int left, int right) {
        List<Reason> reasons = new ArrayList<>();
        Profile a = profiles[left];
        Profile b = profiles[right];
        TimeRelation time = TimeRelation.of(a.traits().schedule(), b.traits().schedule());
        if (comparison.score(a, b, time) == Comparison.NEVER) {
            return reasons;
        }
        for (Criterion criterion : Criterion.values()) {
            double weight = comparison.part(criterion);
            if (weight != 0) {
                reasons.add(new Reason(criterion.french(), value(left, criterion), value(right, criterion), weight));
            }
        }
        return reasons;
    }

    private String value(int row, Criterion criterion) {
        if (rows.events() == null) {
            return "";
        }
        Event event = rows.events()[row];
        String value = switch (criterion) {
            case TITLE, VERDICT -> event.title();
            case TIME -> time(event);
            case PLACE -> place(event.place());
            case COMMUNE -> text(event.place().commune(), event.place().communeCode());
            case ORGANISER -> String.join(" | ", event.hosts().organisers());
            case PAGE -> Objects.requireNonNullElse(event.links().page(), "");
            case DESCRIPTION -> Objects.requireNonNullElse(event.wording().description(), "");
            case ROOM -> text(event.title(), event.place().venue());
        };
        return value.length() <= LONGEST ? value : value.substring(0, cut(value)) + "…";
    }

    /** Never between the two halves of a character. */
    private static int cut(String value) {
        return Character.isHighSurrogate(value.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }

    private static String time(Event event) {
        List<Session> sessions = event.when().sessions();
        if (sessions.isEmpty()) {
            return "à la demande";
        }
        String first = sessions.getFirst().toString();
        return sessions.size() == 1 ? first : first + " … " + sessions.getLast() + " (" + sessions.size() + " séances)";
    }

    private static String place(Place place) {
        String known = text(place.venue(), place.address());
        return known.isEmpty() && place.latitude() != null ? place.latitude() + ", " + place.longitude() : known;
    }

    private static String text(@Nullable String first, @Nullable String second) {
        if (first == null || second == null) {
            return first != null ? first : second != null ? second : "";
        }
        return first + ", " + second;
    }
}
