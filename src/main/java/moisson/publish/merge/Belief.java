package moisson.publish.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import moisson.event.Event;
import moisson.event.Ground;
import org.jspecify.annotations.Nullable;

/**
 * In which order the records that tell something of a topic are believed: what cannot serve comes last, then trust, then
 * the rule of the field, then freshness and completeness, then who was there first.
 */
final class Belief {
    private final List<Step> steps = new ArrayList<>();

    /** One question, and what is said when it decides. */
    private record Step(Ground ground, Comparator<Telling> better) {}

    /**
     * @param serves greater for those whose value can serve; null where any can
     * @param rule greater for the better value; null where there is no telling
     * @param passing true for what changes until the last day, so that the latest word counts for more than a full record
     */
    Belief(Topic topic, @Nullable Comparator<Event> serves, @Nullable Comparator<Event> rule, boolean passing) {
        Step fresh = new Step(Ground.FRESH, Comparator.comparing(Belief::day));
        Step full = new Step(Ground.FULL, Comparator.comparingInt(telling -> Completeness.of(telling.event())));
        if (serves != null) {
            steps.add(new Step(Ground.SUITED, Comparator.comparing(Telling::event, serves)));
        }
        steps.add(new Step(
                Ground.TRUSTED, Comparator.comparing(telling -> telling.trust().in(topic))));
        if (rule != null) {
            steps.add(new Step(Ground.SUITED, Comparator.comparing(Telling::event, rule)));
        }
        steps.add(passing ? fresh : full);
        steps.add(passing ? full : fresh);
    }

    /** Of what stays as it was said, as a rule. */
    static Belief steady(Topic topic) {
        return new Belief(topic, null, null, false);
    }

    static Belief steady(Topic topic, Comparator<Event> rule) {
        return new Belief(topic, null, rule, false);
    }

    /** Of what changes until the last day. */
    static Belief passing(Topic topic) {
        return new Belief(topic, null, null, true);
    }

    static Belief passing(Topic topic, Comparator<Event> serves, Comparator<Event> rule) {
        return new Belief(topic, serves, rule, true);
    }

    /** The first of these that no other is better than; null without any. */
    @Nullable
    Telling best(List<Telling> tellings) {
        Telling best = null;
        for (Telling telling : tellings) {
            best = best == null || ground(telling, best) != Ground.KNOWN_LONGER ? telling : best;
        }
        return best;
    }

    /** What makes this one better than that one; {@code KNOWN_LONGER} when nothing does. */
    Ground ground(Telling one, Telling other) {
        for (Step step : steps) {
            int compared = step.better().compare(one, other);
            if (compared != 0) {
                return compared > 0 ? step.ground() : Ground.KNOWN_LONGER;
            }
        }
        return Ground.KNOWN_LONGER;
    }

    private static LocalDate day(Telling telling) {
        LocalDate changed = telling.changed();
        return changed == null ? LocalDate.MIN : changed;
    }
}
