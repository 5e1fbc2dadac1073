package moisson.serve;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import moisson.event.Counts;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.store.Store;

/** Harvests that went well, badly, and not at all. */
final class RunsForTest {
    private static final String SUM = "0123456789abcdef".repeat(4);

    private final Store store;

    RunsForTest(Store store) {
        this.store = store;
    }

    void keep() {
        keep(
                "agenda-fictif",
                RunState.DONE,
                "2020-10-14T02:00:00Z",
                new Counts(40, 40, 0, 0, 0, 0, 2, 0),
                null,
                Map.of());
        keep(
                "ville-fictive",
                RunState.DONE,
                "2020-10-15T03:00:00Z",
                new Counts(21, 18, 0, 0, 3, 0, 1, 1),
                null,
                Map.of(NoticeCode.MISSING_TITLE, 2, NoticeCode.UNREADABLE_DATE, 1, NoticeCode.UNKNOWN_COMMUNE, 1));
        keep(
                "agenda-fictif",
                RunState.FAILED,
                "2020-10-15T02:00:00Z",
                Counts.NONE,
                "La source est injoignable (HTTP 503, 3 essais).",
                Map.of());
    }

    private void keep(
            String source,
            RunState state,
            String at,
            Counts counts,
            @org.jspecify.annotations.Nullable String message,
            Map<NoticeCode, Integer> notices) {
        Instant start = Instant.parse(at);
        store.inTransaction(tables -> {
            long id = tables.runs().begin(source, start);
            tables.runs().end(new Run(id, source, state, start, start.plusSeconds(38), SUM, counts, message, notices));
            if (!notices.isEmpty()) {
                tables.runs()
                        .keep(
                                id,
                                List.of(
                                        new Notice(NoticeCode.MISSING_TITLE, "ligne 7", "a-7", "titre", null),
                                        new Notice(
                                                NoticeCode.UNREADABLE_DATE, "ligne 9", "a-9", "date", "<b>mardi</b>"),
                                        new Notice(
                                                NoticeCode.UNKNOWN_COMMUNE,
                                                "ligne 12",
                                                null,
                                                "commune",
                                                "Villeimaginaire")));
            }
            return id;
        });
    }
}
