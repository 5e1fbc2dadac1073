package moisson.app;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import moisson.deduplicate.ClusterIdentities;
import moisson.deduplicate.Clustering;
import moisson.event.Cluster;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.event.Reason;
import org.jspecify.annotations.Nullable;

/** What matching found about each event: the cluster, and the pair that tells most. */
final class MatchAnswers {
    /** Of a hundredth: this near to a whole number of them, rounding has nothing to decide. */
    private static final double SURELY = 0.4;

    private static final long MOST_PLAIN = 1_000_000;

    private final Map<EventId, String> clusters;
    /** Of the events that any match is about. */
    private final Map<EventId, Match> best;

    /** @param workers names the clusters while the best matches are looked for */
    MatchAnswers(Clustering clustering, ExecutorService workers) {
        Future<Map<EventId, String>> naming = workers.submit(() -> clusters(clustering));
        best = best(clustering.matches());
        clusters = Awaited.result(naming, "naming");
    }

    private static Map<EventId, String> clusters(Clustering clustering) {
        Map<EventId, String> clusters =
                HashMap.newHashMap(2 * clustering.groups().size());
        // No record is older than another: the ids depend on the keys alone, not on the order of files and rows.
        for (Cluster cluster : ClusterIdentities.named(clustering)) {
            for (EventId member : cluster.members()) {
                clusters.put(member, cluster.id());
            }
        }
        return clusters;
    }

    private static Map<EventId, Match> best(List<Match> matches) {
        Map<EventId, Match> best = HashMap.newHashMap(matches.size());
        for (Match match : matches) {
            if (match.decision() != Match.Decision.PART_OF) {
                best.merge(match.left(), match, MatchAnswers::better);
                best.merge(match.right(), match, MatchAnswers::better);
            }
        }
        return best;
    }

    String cluster(EventId id) {
        return Objects.requireNonNull(clusters.get(id));
    }

    /** What tells most about it: the best match that joined it, else the best to be looked at; null for a record alone. */
    @Nullable
    Match best(EventId id) {
        return best.get(id);
    }

    /** Of a match that joined; null for any other and for none. */
    static @Nullable Double score(@Nullable Match match) {
        return match != null && match.decision() == Match.Decision.JOINED ? match.score() : null;
    }

    /**
     * One line: with which other record, and the weight of each criterion; empty for a record alone.
     *
     * @param line emptied, and filled: one for a thousand records, since it grows, and widens, once only
     */
    static String reasons(EventId id, @Nullable Match match, StringBuilder line) {
        if (match == null) {
            return "";
        }
        EventId other = match.left().equals(id) ? match.right() : match.left();
        line.setLength(0);
        line.append(match.decision() == Match.Decision.JOINED ? "avec " : "à vérifier avec ")
                .append(other.source())
                .append('/')
                .append(other.key());
        String joint = "\u202F: ";
        for (Reason reason : match.reasons()) {
            sign(line.append(joint).append(reason.criterion()).append(' '), reason.weight());
            joint = "\u202F; ";
        }
        return line.toString();
    }

    /** Whatever joined goes before what is to be looked at; among equals the first stays, so that the order is kept. */
    private static Match better(Match one, Match other) {
        boolean joined = one.decision() == Match.Decision.JOINED;
        boolean otherJoined = other.decision() == Match.Decision.JOINED;
        if (joined != otherJoined) {
            return joined ? one : other;
        }
        return other.score() > one.score() ? other : one;
    }

    /** "+3,50" or "−1,25". */
    static String signed(double weight) {
        StringBuilder text = new StringBuilder();
        sign(text, weight);
        return text.toString();
    }

    private static void sign(StringBuilder text, double weight) {
        text.append(weight < 0 ? '−' : '+');
        double hundredths = Math.abs(weight) * 100;
        long whole = Math.round(hundredths);
        if (whole < MOST_PLAIN && Math.abs(hundredths - whole) < SURELY) {
            text.append(whole / 100).append(whole % 100 < 10 ? ",0" : ",").append(whole % 100);
        } else {
            text.append(BigDecimal.valueOf(Math.abs(weight))
                    .setScale(2, RoundingMode.HALF_EVEN)
                    .toPlainString()
                    .replace('.', ','));
        }
    }
}
