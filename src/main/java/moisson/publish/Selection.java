package moisson.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import moisson.event.Edition;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.PublishedEvent;
import moisson.event.Sha256;
import moisson.publish.format.Cells;
import moisson.publish.format.Column;
import moisson.publish.format.Columns;
import moisson.publish.format.Told;
import moisson.publish.merge.Merge;
import moisson.publish.merge.Merged;
import moisson.publish.merge.Telling;
import moisson.publish.merge.Trust;
import moisson.store.ClusterTable;
import moisson.store.ClusterTable.Living;
import moisson.store.PublicationTable.Life;
import moisson.store.RecordTable.Sequenced;
import org.jspecify.annotations.Nullable;

/**
 * What is to be published: every cluster that has a live record and an edition, merged.
 *
 * @param events in the order they are written; of a large version they lie in a file
 * @param changed the lives of events that are new or not what they were
 * @param unplaced how many clusters no edition welcomes
 * @param merged sums of what the events were merged of, by id; not of all, when they are many
 */
record Selection(List<PublishedEvent> events, List<Life> changed, int unplaced, Map<String, String> merged) {
    private static final Set<String> INSTANTS = Set.of("publie_le", "modifie_le");

    Selection {
        changed = List.copyOf(changed);
    }

    /**
     * Selects.
     *
     * @param lives of the events published before, by id
     * @param merges knows which of them need not be merged again
     */
    static Selection of(
            ClusterTable clusters,
            Map<String, Life> lives,
            EventSpool spool,
            Merges merges,
            Function<String, Trust> trust,
            List<Edition> editions,
            Instant now) {
        List<Life> changed = new ArrayList<>();
        AtomicInteger unplaced = new AtomicInteger();
        clusters.forEachLiving(outline -> taken(merges.same(outline, lives.get(outline.id())), spool), cluster -> {
            List<Telling> members = members(cluster, trust);
            Merged merged = Merge.of(members);
            Optional<Edition> edition = edition(merged.event(), editions);
            if (edition.isEmpty()) {
                unplaced.incrementAndGet();
                return;
            }
            PublishedEvent fresh = published(cluster.id(), edition.get(), merged, members, now);
            Life known = lives.get(fresh.id());
            Life life = life(fresh, known, now);
            if (!life.equals(known)) {
                changed.add(life);
            }
            spool.add(fresh.dated(life.publishedAt(), life.modifiedAt()));
        });
        return new Selection(spool.sorted(), changed, unplaced.get(), merges.sums());
    }

    private static boolean taken(Optional<PublishedEvent> same, EventSpool spool) {
        same.ifPresent(spool::add);
        return same.isPresent();
    }

    private static List<Telling> members(Living cluster, Function<String, Trust> trust) {
        return cluster.records().stream()
                .sorted(Comparator.comparingLong(Sequenced::sequence))
                .map(one ->
                        new Telling(one.event(), trust.apply(one.event().id().source()), one.changed()))
                .toList();
    }

    /** The edition whose days it touches, the first by year if two. */
    private static Optional<Edition> edition(Event event, List<Edition> editions) {
        return editions.stream()
                .sorted(Comparator.comparingInt(Edition::year))
                .filter(edition -> edition.welcomes(event.when()))
                .findFirst();
    }

    private static PublishedEvent published(
            String id, Edition edition, Merged merged, List<Telling> members, Instant now) {
        List<EventId> records = members.stream().map(Telling::id).sorted().toList();
        List<String> sources =
                records.stream().map(EventId::source).distinct().sorted().toList();
        return new PublishedEvent(
                id,
                edition.year(),
                merged.event(),
                sources,
                records,
                merged.origin(),
                merged.grounds(),
                merged.completeness(),
                now,
                now);
    }

    private static Life life(PublishedEvent event, @Nullable Life known, Instant now) {
        String hash = hash(event);
        if (known == null) {
            return new Life(event.id(), hash, now, now);
        }
        return known.hash().equals(hash) ? known : new Life(event.id(), hash, known.publishedAt(), now);
    }

    /** SHA-256 over every published value but the two instants, those that only the graph tells included. */
    static String hash(PublishedEvent event) {
        MessageDigest digest = Sha256.digest();
        Told told = new Told(event);
        for (Column column : Columns.ALL) {
            if (!INSTANTS.contains(column.name())) {
                digest.update((Cells.write(column.of(told)) + "\u001f").getBytes(UTF_8));
            }
        }
        String country = Objects.requireNonNullElse(event.event().place().country(), "");
        digest.update((country + "\u001f").getBytes(UTF_8));
        event.members().forEach(member -> digest.update((member + "\u001f").getBytes(UTF_8)));
        return Sha256.hex(digest.digest());
    }
}
