package moisson.harvest;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import moisson.event.Cluster;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.store.ClusterTable;
import moisson.store.RecordTable.Stored;
import moisson.store.Store;
import moisson.store.Tables;
import moisson.store.VerdictLedger.Given;
import moisson.store.VerdictLedger.Pair;
import moisson.store.VerdictLedger.Standing;
import moisson.store.VerdictLedger.Word;
import moisson.store.VerdictRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Brings people's verdicts into the clusters at once, in one transaction each. A verdict that cannot be given is refused
 * with a sentence in French ({@link VerdictRefusedException}) and changes nothing. Safe for use by many threads.
 */
public final class Judge {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH).withZone(ZoneId.of("Europe/Paris"));

    private final Store store;
    private final Joining joining;
    private final Clock clock;

    public Judge(Store store, Joining joining, Clock clock) {
        this.store = store;
        this.joining = joining;
        this.clock = clock;
    }

    /**
     * Who speaks.
     *
     * @param who the role, never a name
     * @param why for the ledger
     * @param seen the last verdict about these records that the person had before the eyes, 0 when there was none; null
     *     when nobody can have decided meanwhile
     */
    public record Voice(String who, String why, @Nullable Long seen) {}

    /** Both tell of one event. Answers the number of the verdict; that of the earlier one when it already says so. */
    public long same(EventId left, EventId right, Voice voice) {
        return store.inTransaction(tables -> {
            requireTwo(left, right);
            List<EventId> all = new ArrayList<>(company(tables, left));
            List<EventId> others = company(tables, right);
            all.addAll(others);
            Pair pair = new Pair(left, right);
            Long known = known(tables, List.of(pair), true);
            if (known != null) {
                return known;
            }
            requireFresh(tables, pair, voice);
            List<Long> between = tables.verdicts().standing(all).stream()
                    .filter(standing -> !standing.verdict().same() && !isOf(standing, pair))
                    .filter(standing -> crosses(standing, new HashSet<>(company(tables, left)), new HashSet<>(others)))
                    .map(Standing::number)
                    .distinct()
                    .toList();
            if (!between.isEmpty()) {
                throw new VerdictRefusedException("Ces deux événements sont tenus séparés par " + numbered(between)
                        + "\u202F: annulez d’abord ce qui ne vaut plus.");
            }
            long number = give(tables, true, List.of(pair), voice);
            if (!cluster(tables, left).equals(cluster(tables, right))) {
                throw new VerdictRefusedException(
                        "D’autres décisions s’opposent à cette fusion\u202F: rien n’a changé.");
            }
            return number;
        });
    }

    /** They tell of two events. */
    public long apart(EventId left, EventId right, Voice voice) {
        return store.inTransaction(tables -> {
            requireTwo(left, right);
            requireLiving(tables, left);
            requireLiving(tables, right);
            return part(tables, List.of(new Pair(left, right)), voice);
        });
    }

    /** A record leaves its event, and will not be joined again to any record that is in it today. */
    public long detach(EventId record, Voice voice) {
        return store.inTransaction(tables -> {
            List<Pair> pairs = company(tables, record).stream()
                    .filter(other -> !other.equals(record))
                    .map(other -> new Pair(record, other))
                    .toList();
            if (pairs.isEmpty()) {
                throw new VerdictRefusedException(
                        "La fiche " + record + " est seule à raconter son événement\u202F: il n’y a rien à détacher.");
            }
            return part(tables, pairs, voice);
        });
    }

    /** Takes a verdict back: what held before holds again, and the ids that a merge took away come back. */
    public long undo(long number, Voice voice) {
        return store.inTransaction(tables -> {
            Given given = tables.verdicts()
                    .find(number)
                    .orElseThrow(
                            () -> new VerdictRefusedException("Aucune décision ne porte le numéro " + number + "."));
            if (given.word() == Word.UNDONE) {
                throw new VerdictRefusedException(
                        "La décision n° " + number + " en annule une autre\u202F: pour y revenir, décidez de nouveau.");
            }
            if (given.undoneBy() != null) {
                throw new VerdictRefusedException(
                        "La décision n° " + number + " est déjà annulée, par la n° " + given.undoneBy() + ".");
            }
            List<Long> overtaking = tables.verdicts().overtaking(number);
            if (!overtaking.isEmpty()) {
                throw new VerdictRefusedException("La décision n° " + number + " est dépassée par "
                        + numbered(overtaking) + ", sur la même paire\u202F: annulez d’abord la plus récente.");
            }
            Instant now = clock.instant();
            long undone = tables.verdicts().undo(number, voice.who(), voice.why(), now);
            noted(tables, given.pairs(), "décision n° " + undone + "\u202F: la n° " + number + " est annulée", now);
            joining.update(tables, Set.of(), Set.of(), now);
            return undone;
        });
    }

    /** Both records compared as the machine does, whether or not it ever thought of them; without any verdict. */
    public Match compare(EventId left, EventId right) {
        return store.read(tables -> joining.compare(tables, left, right));
    }

    private long part(Tables tables, List<Pair> pairs, Voice voice) {
        Long known = known(tables, pairs, false);
        if (known != null) {
            return known;
        }
        for (Pair pair : pairs) {
            requireFresh(tables, pair, voice);
        }
        List<Long> chain = new Agreed(tables.verdicts(), pairs).chain();
        if (!chain.isEmpty()) {
            throw new VerdictRefusedException("D’autres décisions disent que c’est le même événement\u202F: "
                    + numbered(chain) + ". Annulez d’abord celle qui ne vaut plus.");
        }
        return give(tables, false, pairs, voice);
    }

    private long give(Tables tables, boolean same, List<Pair> pairs, Voice voice) {
        Instant now = clock.instant();
        long number = tables.verdicts().give(same, pairs, voice.who(), voice.why(), now);
        String said = same ? "même événement" : "événements distincts";
        String others =
                pairs.stream().map(pair -> pair.left() + " et " + pair.right()).collect(Collectors.joining("\u202F; "));
        noted(tables, pairs, "décision n° " + number + "\u202F: " + said + " (" + others + ")", now);
        joining.update(tables, Set.of(), Set.of(), now);
        return number;
    }

    /** Without the words of the person: the history of an event may be shown to everybody. */
    private static void noted(Tables tables, List<Pair> pairs, String sentence, Instant now) {
        List<EventId> records = new ArrayList<>();
        pairs.forEach(pair -> records.addAll(List.of(pair.left(), pair.right())));
        tables.clusters()
                .note(records.stream()
                        .flatMap(record -> tables.clusters().clusterOf(record).stream())
                        .distinct()
                        .map(cluster -> new ClusterTable.Entry(now, cluster, sentence))
                        .toList());
    }

    /** The verdict that already says this of all of the pairs; null when there is none. */
    private static @Nullable Long known(Tables tables, List<Pair> pairs, boolean same) {
        Set<EventId> records = new HashSet<>();
        pairs.forEach(pair -> records.addAll(List.of(pair.left(), pair.right())));
        List<Standing> standing = tables.verdicts().standing(records).stream()
                .filter(one -> one.verdict().same() == same)
                .filter(one -> pairs.stream().anyMatch(pair -> isOf(one, pair)))
                .toList();
        return standing.size() == pairs.size() ? standing.getLast().number() : null;
    }

    private static void requireFresh(Tables tables, Pair pair, Voice voice) {
        Long seen = voice.seen();
        if (seen == null) {
            return;
        }
        tables.verdicts().about(List.of(pair.left())).stream()
                .filter(given -> given.number() > seen)
                .filter(given -> given.pairs().stream()
                        .anyMatch(one ->
                                one.left().equals(pair.right()) || one.right().equals(pair.right())))
                .findFirst()
                .ifPresent(given -> {
                    throw new VerdictRefusedException("Quelqu’un a décidé de cette paire pendant que vous la lisiez"
                            + " (décision n° " + given.number() + ")\u202F: relisez-la avant de décider.");
                });
    }

    private static List<EventId> company(Tables tables, EventId record) {
        requireLiving(tables, record);
        return tables.clusters()
                .find(cluster(tables, record))
                .map(Cluster::members)
                .orElse(List.of(record));
    }

    private static String cluster(Tables tables, EventId record) {
        return tables.clusters().clusterOf(record).orElse("");
    }

    private static void requireTwo(EventId left, EventId right) {
        if (left.equals(right)) {
            throw new VerdictRefusedException("C’est deux fois la même fiche\u202F: " + left + ".");
        }
    }

    private static void requireLiving(Tables tables, EventId record) {
        Stored stored = tables.records()
                .find(record)
                .orElseThrow(() -> new VerdictRefusedException("Aucune fiche ne s’appelle " + record + "."));
        Instant removed = stored.removedAt();
        if (removed != null) {
            throw new VerdictRefusedException("La fiche " + record + " a été retirée le " + DAY.format(removed)
                    + "\u202F: il n’y a plus rien à en décider.");
        }
    }

    private static boolean isOf(Standing standing, Pair pair) {
        EventId left = standing.verdict().left();
        EventId right = standing.verdict().right();
        return (left.equals(pair.left()) && right.equals(pair.right()))
                || (left.equals(pair.right()) && right.equals(pair.left()));
    }

    private static boolean crosses(Standing standing, Set<EventId> ones, Set<EventId> others) {
        EventId left = standing.verdict().left();
        EventId right = standing.verdict().right();
        return (ones.contains(left) && others.contains(right)) || (ones.contains(right) && others.contains(left));
    }

    private static String numbered(Collection<Long> numbers) {
        String all = numbers.stream().map(number -> "n° " + number).collect(Collectors.joining(", "));
        return (numbers.size() == 1 ? "la décision " : "les décisions ") + all;
    }
}
