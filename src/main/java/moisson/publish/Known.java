package moisson.publish;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import moisson.event.Cluster;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.event.Publication;
import moisson.publish.graph.Provenance;
import moisson.store.PublicationTable.Change;
import moisson.store.PublicationTable.Life;
import moisson.store.RecordTable.Sequenced;
import moisson.store.Tables;

/**
 * What the memory of the house knows, read in one transaction.
 *
 * @param sum of all that a version is made of
 */
record Known(
        String sum,
        List<Cluster> clusters,
        Map<EventId, Sequenced> live,
        Map<String, Life> lives,
        Optional<Publication> latest,
        List<Match> matches,
        Map<String, String> redirects,
        List<Change> ledger,
        Provenance provenance) {

    static Known of(Tables tables) {
        return new Known(
                tables.publications().inputs(),
                tables.clusters().all(),
                tables.records().live().stream()
                        .collect(Collectors.toMap(record -> record.event().id(), Function.identity())),
                tables.publications().lives(),
                tables.publications().latest(),
                tables.clusters().matches(),
                tables.clusters().redirects(),
                tables.publications().changes(),
                new Provenance(tables.records().lastRuns(), tables.runs().spans()));
    }

    /** The whole ledger, with what a version adds to it. */
    List<Change> with(Changes changes) {
        return Stream.concat(ledger.stream(), changes.rows().stream()).toList();
    }
}
