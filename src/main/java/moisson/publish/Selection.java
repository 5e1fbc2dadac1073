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
import java.util.function.Function;
import moisson.event.Cluster;
import moisson.event.Edition;
import moisson.event.Event;
import moisson.event.EventId;
import moisson.event.PublishedEvent;
import moisson.event.Sha256;
import moisson.publish.format.Cells;
import moisson.publish.format.Column;
import moisson.publish.format.Columns;
import moisson.publish.merge.Merge;
import moisson.publish.merge.Merged;
import moisson.publish.merge.Telling;
import moisson.publish.merge.Trust;
import moisson.store.PublicationTable.Life;
import moisson.store.RecordTable.Sequenced;
import org.jspecify.annotations.Nullable;

/**
 * What is to be published: every cluster that has a live record and an edition, merged.
 *
 * @param events in the order they are written
 * @param changed the lives of events that are new or not what they were
 * @param unplaced how many clusters no edition welcomes
 */
record Selection(List<PublishedEvent> events, List<Life> changed, int unplaced) {
    private static final Set<String> INSTANTS = Set.of("publie_le", "modifie_le");

    Selection {
        events = List.copyOf(events);
        changed = List.copyOf(changed);
    }

    static Selection of(
            List<Cluster> clusters,
            Map<EventId, Sequenced> live,
            Function<String, Trust> trust,
            List<Edition> editions,
            Map<String, Life> lives,
            Instant now) {
        List<PublishedEvent> events = new ArrayList<>();
        List<Life> changed = new ArrayList<>();
        int unplaced = 0;
        for (Cluster cluster : clusters) {
            List<Telling> members = members(cluster, live, trust);
            if (members.isEmpty()) {
                continue;
            }
            Merged merged = Merge.of(members);
            Optional<Edition> edition = edition(merged.event(), editions);
            if (edition.isEmpty()) {
                unplaced++;
                continue;
            }
            PublishedEvent fresh = published(cluster.id(), edition.get(), merged, members, now);
            Life life = life(fresh, lives.get(fresh.id()), now);
            if (!life.equals(lives.get(fresh.id()))) {
                changed.add(life);
            }
            events.add(dated(fresh, life));
        }
        return new Selection(Order.sorted(events), changed, unplaced);
    }

    private static List<Telling> members(Cluster cluster, Map<EventId, Sequenced> live, Function<String, Trust> trust) {
        return cluster.members().stream()
                .map(live::get)
                .filter(Objects::nonNull)
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

    private static PublishedEvent dated(PublishedEvent event, Life life) {
        return new PublishedEvent(
                event.id(),
                event.edition(),
                event.event(),
                event.sources(),
                event.members(),
                event.origin(),
                event.grounds(),
                event.completeness(),
                life.publishedAt(),
                life.modifiedAt());
    }

    /** SHA-256 over every published value but the two instants, those that only the graph tells included. */
    static String hash(PublishedEvent event) {
        MessageDigest digest = Sha256.digest();
        for (Column column : Columns.ALL) {
            if (!INSTANTS.contains(column.name())) {
                digest.update((Cells.write(column.of(event)) + "\u001f").getBytes(UTF_8));
            }
        }
        String country = Objects.requireNonNullElse(event.event().place().country(), "");
        digest.update((country + "\u001f").getBytes(UTF_8));
        event.members().forEach(member -> digest.update((member + "\u001f").getBytes(UTF_8)));
        return Sha256.hex(digest.digest());
    }
}
