package moisson.publish.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.event.PublishedEvent;
import moisson.event.Reason;
import moisson.event.Sha256;
import moisson.publish.graph.Iris;
import org.jspecify.annotations.Nullable;

/** The dataset "sources-et-doublons": which record became which event, and why. */
public final class MembersFile {
    private static final Comparator<Match> BEST = Comparator.comparingDouble(Match::score)
            .thenComparing(match -> match.left().toString(), Comparator.reverseOrder())
            .thenComparing(match -> match.right().toString(), Comparator.reverseOrder());

    private final Iris iris;
    private final Map<EventId, Match> closest;

    /** @param matches every pair that was compared and kept; those that were not joined are left aside */
    public MembersFile(Iris iris, List<PublishedEvent> events, List<Match> matches) {
        this.iris = iris;
        Map<EventId, String> published = new HashMap<>();
        for (PublishedEvent event : events) {
            if (event.members().size() > 1) {
                event.members().forEach(member -> published.put(member, event.id()));
            }
        }
        this.closest = new HashMap<>();
        for (Match match : matches) {
            String event = published.get(match.left());
            boolean together = event != null && event.equals(published.get(match.right()));
            if (together && match.decision() == Match.Decision.JOINED) {
                closest.merge(match.left(), match, MembersFile::better);
                closest.merge(match.right(), match, MembersFile::better);
            }
        }
    }

    /** Of what the rows of these events tell beside the events themselves. */
    public String sum(List<PublishedEvent> events) {
        MessageDigest digest = Sha256.digest();
        for (PublishedEvent event : events) {
            for (EventId member : event.members()) {
                Match match = closest.get(member);
                if (match != null) {
                    digest.update((member + " " + match + "\n").getBytes(UTF_8));
                }
            }
        }
        return Sha256.hex(digest.digest());
    }

    /** Answers the number of rows. */
    public int write(List<PublishedEvent> events, OutputStream out) throws IOException {
        CsvTable table = new CsvTable(Headings.MEMBERS, out);
        int rows = 0;
        for (PublishedEvent event : events) {
            for (EventId member : event.members()) {
                row(table, event, member);
                rows++;
            }
        }
        table.flush();
        return rows;
    }

    private void row(CsvTable table, PublishedEvent event, EventId member) throws IOException {
        Match match = closest.get(member);
        EventId other = match == null ? null : match.left().equals(member) ? match.right() : match.left();
        table.row(
                event.id(),
                event.edition(),
                member.source(),
                member.key(),
                iris.record(member),
                event.members().size(),
                columns(event, member),
                other == null ? null : other.source(),
                other == null ? null : other.key(),
                match == null ? null : decimal(match.score()),
                reasons(match));
    }

    private static List<String> columns(PublishedEvent event, EventId member) {
        return Columns.ALL.stream()
                .map(Column::name)
                .filter(name -> member.equals(event.origin().get(name)))
                .toList();
    }

    /** The criteria and their weights; the values compared stay in the house, since notes of people may be in them. */
    private static List<String> reasons(@Nullable Match match) {
        return match == null
                ? List.of()
                : match.reasons().stream().map(MembersFile::reason).toList();
    }

    private static String reason(Reason reason) {
        return reason.criterion() + ": " + decimal(reason.weight()).toPlainString();
    }

    private static BigDecimal decimal(double bits) {
        return BigDecimal.valueOf(bits).setScale(2, RoundingMode.HALF_EVEN);
    }

    private static Match better(Match one, Match other) {
        return BEST.compare(one, other) >= 0 ? one : other;
    }
}
