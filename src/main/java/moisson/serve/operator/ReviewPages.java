package moisson.serve.operator;

import java.util.List;
import java.util.Optional;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.serve.http.Ask;
import moisson.serve.http.Refusal;
import moisson.serve.http.Reply;
import moisson.serve.http.Route;
import moisson.serve.view.Site;
import moisson.store.RecordTable.Stored;
import moisson.store.Store;
import moisson.store.Tables;
import moisson.store.VerdictLedger.Given;
import moisson.store.VerdictRefusedException;
import org.jspecify.annotations.Nullable;

/** Where a person says whether two records tell of one event, and takes it back. */
public final class ReviewPages {
    private static final String PATH = "/operateur/doublons";
    private static final String LEDGER = "/operateur/decisions";
    private static final int LINES = 50;
    private static final int LONGEST_REASON = 500;
    private static final String NO_REASON = "relecture des deux fiches";

    private final Site site;
    private final Store store;
    private final OperatorDesk desk;
    private final Lock lock;

    /** A pair that waits, in a line. */
    public record Line(
            String left,
            String right,
            String leftSource,
            String rightSource,
            String when,
            String score,
            String probability,
            String href) {}

    /** Those that wait. */
    public record Queue(
            String sentence,
            List<Line> lines,
            @Nullable String before,
            @Nullable String after,
            @Nullable VerdictLine said,
            String token) {}

    /**
     * Two records side by side.
     *
     * @param seen the last verdict on either record
     * @param later where « Plus tard » leads; null outside the queue
     */
    public record PairPage(
            PairView pair,
            List<VerdictLine> verdicts,
            long seen,
            String join,
            boolean decidable,
            @Nullable String later,
            @Nullable VerdictLine said,
            String token) {}

    /** All verdicts, the latest first. */
    public record LedgerPage(
            String sentence,
            List<VerdictLine> lines,
            @Nullable String before,
            @Nullable String after,
            @Nullable VerdictLine said,
            String token) {}

    ReviewPages(Site site, Store store, OperatorDesk desk, Lock lock) {
        this.site = site;
        this.store = store;
        this.desk = desk;
        this.lock = lock;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, lock.behind(this::queue)),
                Route.get(PATH + "/paire", lock.behind(this::pair)),
                Route.post(PATH + "/decider", lock.behind(this::decide)),
                Route.get(LEDGER, lock.behind(this::ledger)),
                Route.post(LEDGER + "/(\\d{1,15})/annuler", lock.behind(this::undo)));
    }

    /** How many pairs wait for a person, in a sentence. */
    String sentence() {
        long waiting = store.read(tables -> tables.clusters().countToReview());
        return waiting == 0
                ? "Aucun doublon à relire."
                : waiting == 1 ? "1\u00a0doublon à relire." : waiting + "\u00a0doublons à relire.";
    }

    private Reply queue(Ask ask) {
        int from = from(ask);
        List<Match> some = store.read(tables -> tables.clusters().toReview(LINES + 1, from));
        List<Line> lines = store.read(tables -> some.stream()
                .limit(LINES)
                .flatMap(match -> line(tables, match).stream())
                .toList());
        return site.passing(
                "reviews",
                DashboardFrame.of(site, PATH, "Doublons à relire"),
                new Queue(
                        sentence(),
                        lines,
                        from == 0 ? null : PATH + "?de=" + Math.max(0, from - LINES),
                        some.size() > LINES ? PATH + "?de=" + (from + LINES) : null,
                        said(ask),
                        lock.token()));
    }

    private Optional<Line> line(Tables tables, Match match) {
        Optional<Stored> left = tables.records().find(match.left());
        Optional<Stored> right = tables.records().find(match.right());
        return left.isEmpty() || right.isEmpty()
                ? Optional.empty()
                : Optional.of(new Line(
                        left.get().event().title(),
                        right.get().event().title(),
                        desk.name(match.left().source()),
                        desk.name(match.right().source()),
                        PairView.when(left.get().event()).lines().findFirst().orElse(""),
                        PairView.signed(match.score()),
                        PairView.percent(desk.judge().probability().applyAsDouble(match.score())),
                        PairView.href(match.left(), match.right(), true)));
    }

    private Reply pair(Ask ask) {
        EventId left = id(ask, "gauche");
        EventId right = id(ask, "droite");
        boolean queued = ask.param("file").isPresent();
        List<Given> about = store.read(tables -> tables.verdicts().about(List.of(left, right)));
        Stored one = stored(left);
        Stored other = stored(right);
        boolean living = one.removedAt() == null && other.removedAt() == null && !left.equals(right);
        Match match = living ? desk.judge().compare().compare(left, right) : null;
        // The machine knows no left and right: the reasons are turned to the sides asked for.
        PairView view = PairView.of(
                one,
                other,
                match,
                match == null ? 0 : desk.judge().probability().applyAsDouble(match.score()),
                desk::name,
                id -> store.read(tables -> tables.clusters().clusterOf(id)).orElse(""));
        return site.passing(
                "pair",
                DashboardFrame.of(site, PATH + "/paire", "Est-ce le même événement\u202f?")
                        .under("Doublons à relire", PATH),
                new PairPage(
                        view,
                        about.stream()
                                .filter(given -> isOn(given, left, right))
                                .map(VerdictLine::of)
                                .toList(),
                        about.stream().mapToLong(Given::number).max().orElse(0),
                        PairView.signed(desk.judge().join()),
                        living,
                        queued ? next(left, right) : null,
                        said(ask),
                        lock.token()));
    }

    private static boolean isOn(Given given, EventId left, EventId right) {
        return given.pairs().stream()
                .anyMatch(pair -> (pair.left().equals(left) && pair.right().equals(right))
                        || (pair.left().equals(right) && pair.right().equals(left)));
    }

    /** The pair after this one in the queue; the queue itself when it is the last. */
    private String next(EventId left, EventId right) {
        return store.read(tables -> tables.clusters().toReviewAfter(left, right))
                .map(match -> PairView.href(match.left(), match.right(), true))
                .orElse(PATH);
    }

    private Reply decide(Ask ask) {
        lock.check(ask);
        EventId left = id(ask, "gauche");
        EventId right = id(ask, "droite");
        boolean queued = ask.param("file").isPresent();
        String next = queued ? next(left, right) : PairView.href(left, right, false);
        String word = ask.param("mot", "");
        JudgeDesk.OnPair given = switch (word) {
            case "meme" -> desk.judge().same();
            case "distincts" -> desk.judge().apart();
            default ->
                throw new Refusal(
                        400, "Choisissez «\u202fC’est le même\u202f» ou «\u202fCe sont deux événements\u202f».");
        };
        Long seen =
                ask.param("vu").filter(RunPages::isNumber).map(Long::valueOf).orElse(null);
        long number = refusing(() -> given.give(left, right, reason(ask), seen));
        return Reply.redirect(303, next + (next.contains("?") ? "&" : "?") + "decision=" + number);
    }

    private Reply ledger(Ask ask) {
        int from = from(ask);
        List<Given> some = store.read(tables -> tables.verdicts().latest(LINES + 1, from));
        long all = store.read(tables -> tables.verdicts().count());
        return site.passing(
                "verdicts",
                DashboardFrame.of(site, LEDGER, "Décisions sur les doublons"),
                new LedgerPage(
                        all == 0
                                ? "Aucune décision pour l’instant."
                                : all == 1 ? "1\u00a0décision." : all + "\u00a0décisions, la plus récente d’abord.",
                        some.stream().limit(LINES).map(VerdictLine::of).toList(),
                        from == 0 ? null : LEDGER + "?de=" + Math.max(0, from - LINES),
                        some.size() > LINES ? LEDGER + "?de=" + (from + LINES) : null,
                        said(ask),
                        lock.token()));
    }

    private Reply undo(Ask ask) {
        lock.check(ask);
        long number = Long.parseLong(ask.part(0));
        long undone = refusing(() -> desk.judge().undo().give(number, reason(ask)));
        return Reply.redirect(303, LEDGER + "?decision=" + undone);
    }

    private @Nullable VerdictLine said(Ask ask) {
        return store.read(tables -> VerdictLine.said(tables, ask)).orElse(null);
    }

    static String reason(Ask ask) {
        String reason = ask.param("motif", NO_REASON);
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    /** A verdict that cannot be given is told in its own words. */
    static long refusing(java.util.function.LongSupplier verdict) {
        try {
            return verdict.getAsLong();
        } catch (VerdictRefusedException e) {
            throw new Refusal(409, String.valueOf(e.getMessage()));
        }
    }

    private Stored stored(EventId id) {
        return store.read(tables -> tables.records().find(id))
                .orElseThrow(() -> new Refusal(404, "Aucune fiche ne s’appelle «\u202f" + id + "\u202f»."));
    }

    static EventId id(Ask ask, String parameter) {
        return EventPage.record(ask.param(parameter, ""))
                .orElseThrow(() -> new Refusal(400, "Il manque le nom d’une fiche (source/clé)."));
    }

    static int from(Ask ask) {
        return ask.param("de")
                .filter(text -> text.matches("\\d{1,7}"))
                .map(Integer::parseInt)
                .orElse(0);
    }
}
