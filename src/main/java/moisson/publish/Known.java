package moisson.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import moisson.event.Edition;
import moisson.event.Match;
import moisson.event.Publication;
import moisson.publish.graph.Provenance;
import moisson.publish.merge.Trust;
import moisson.store.PublicationTable.Change;
import moisson.store.Tables;

/**
 * What the memory of the house knows, read in one transaction.
 *
 * @param sum of all that a version is made of
 * @param selection what is to be published of it
 */
record Known(
        String sum,
        Selection selection,
        Optional<Publication> latest,
        List<Match> matches,
        Map<String, String> redirects,
        List<Change> ledger,
        Provenance provenance) {

    /** @param spool takes the events: the records of all clusters are never held together */
    static Known of(
            Tables tables,
            EventSpool spool,
            Merges merges,
            Function<String, Trust> trust,
            List<Edition> editions,
            Instant now) {
        return new Known(
                tables.publications().inputs(),
                Selection.of(tables.clusters(), tables.publications().lives(), spool, merges, trust, editions, now),
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
