package moisson.serve.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moisson.event.Cluster;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.event.Plural;
import moisson.publish.Testimony;
import moisson.publish.merge.Telling;
import moisson.serve.http.Ask;
import moisson.serve.http.Refusal;
import moisson.serve.http.Reply;
import moisson.serve.http.Route;
import moisson.serve.view.Dates;
import moisson.serve.view.Site;
import moisson.serve.view.Words;
import moisson.store.RecordTable.Stored;
import moisson.store.Store;
import moisson.store.Tables;
import org.jspecify.annotations.Nullable;

/** One event as the operator sees it: its records, why they are together, what was decided, and what may be. */
public final class EventPage {
    private static final String PATH = "/operateur/evenements";
    /** Of the page of an event, with its title or without. Keys of records are no addresses, but may hold their signs. */
    private static final Pattern ADDRESS =
            Pattern.compile("https?://\\S+/evenement/(?:[^/?#\\s]*-)?([a-z0-9]+)(?:\\.[a-z]+)?(?:[?#].*)?");

    private static final int LONGEST_VALUE = 160;

    private final Site site;
    private final Store store;
    private final OperatorDesk desk;
    private final Lock lock;

    /** A record of the event. */
    public record Member(String id, String title, String when, String source, String place) {}

    /** Two records that were joined, linked or left to a person. */
    public record Bond(String left, String right, String what, String tone, String score, String href) {}

    /**
     * The value of a column that records tell.
     *
     * @param why it was taken from there; empty when there is only one record
     * @param others what others say instead
     */
    public record Value(String column, String value, String from, String why, List<Other> others) {}

    /** What a record says instead. */
    public record Other(String from, String value) {}

    /** A line of the history of its id. */
    public record Line(String at, String change) {}

    /** The page. */
    public record Model(
            String id,
            String title,
            List<Member> members,
            List<Value> values,
            String conflicts,
            List<Bond> bonds,
            List<VerdictLine> verdicts,
            List<Line> history,
            @Nullable VerdictLine said,
            String token) {}

    EventPage(Site site, Store store, OperatorDesk desk, Lock lock) {
        this.site = site;
        this.store = store;
        this.desk = desk;
        this.lock = lock;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, lock.behind(this::search)),
                Route.get(PATH + "/([a-z0-9]{1,40})", lock.behind(this::page)),
                Route.get(PATH + "/([a-z0-9]{1,40})/fusionner", lock.behind(this::merge)),
                Route.post(PATH + "/([a-z0-9]{1,40})/detacher", lock.behind(this::detach)));
    }

    /** A record told as {@code source/key}: sources have no slash in their ids, keys may. */
    static Optional<EventId> record(String text) {
        int slash = text.indexOf('/');
        return slash < 1 || slash == text.length() - 1
                ? Optional.empty()
                : Optional.of(new EventId(text.substring(0, slash), text.substring(slash + 1)));
    }

    private Reply search(Ask ask) {
        return Reply.redirect(303, PATH + "/" + find(ask.param("id", "")).id());
    }

    private Reply page(Ask ask) {
        Cluster cluster = find(ask.part(0));
        if (!cluster.id().equals(ask.part(0))) {
            return Reply.redirect(303, PATH + "/" + cluster.id());
        }
        Model model = store.read(tables -> model(tables, cluster, ask));
        return site.passing(
                "records",
                DashboardFrame.of(site, PATH + "/" + cluster.id(), model.title())
                        .under("Doublons à relire", "/operateur/doublons"),
                model);
    }

    private Model model(Tables tables, Cluster cluster, Ask ask) {
        List<Stored> members = new ArrayList<>();
        cluster.members().forEach(member -> tables.records().find(member).ifPresent(members::add));
        Dates dates = new Dates(Words.in(false));
        Optional<Testimony> testimony = testimony(members);
        return new Model(
                cluster.id(),
                members.getFirst().event().title(),
                members.stream()
                        .map(member -> new Member(
                                member.id().toString(),
                                member.event().title(),
                                PairView.when(member.event())
                                        .lines()
                                        .findFirst()
                                        .orElse(""),
                                desk.name(member.id().source()),
                                member.place()))
                        .toList(),
                testimony.map(EventPage::values).orElse(List.of()),
                members.size() < 2 ? "" : testimony.map(EventPage::conflicts).orElse(""),
                tables.clusters().matchesOf(cluster.id()).stream()
                        .map(EventPage::bond)
                        .toList(),
                tables.verdicts().about(cluster.members()).stream()
                        .map(VerdictLine::of)
                        .toList(),
                tables.clusters().ledger(cluster.id()).reversed().stream()
                        .map(entry -> new Line(dates.instant(entry.at()), entry.change()))
                        .toList(),
                VerdictLine.said(tables, ask).orElse(null),
                lock.token());
    }

    /** Of the records that live; a removed one tells nothing any more. */
    private Optional<Testimony> testimony(List<Stored> members) {
        List<Telling> tellings = members.stream()
                .filter(member -> member.removedAt() == null)
                .map(member ->
                        new Telling(member.event(), desk.trust(member.id().source()), member.changed()))
                .toList();
        return tellings.isEmpty() ? Optional.empty() : Optional.of(Testimony.of(tellings));
    }

    private static String conflicts(Testimony testimony) {
        long conflicts = testimony.conflicts();
        return conflicts == 0
                ? "Les fiches ne se contredisent sur rien."
                : "Les fiches se contredisent sur " + Plural.of(conflicts, "champ")
                        + "\u202f: ce que les autres disent est barré.";
    }

    private static List<Value> values(Testimony testimony) {
        return testimony.values().stream()
                .map(value -> new Value(
                        value.column().french(),
                        brief(value.value()),
                        value.from().toString(),
                        value.why(),
                        value.others().stream()
                                .map(other -> new Other(other.from().toString(), brief(other.value())))
                                .toList()))
                .toList();
    }

    private static String brief(String text) {
        return text.length() <= LONGEST_VALUE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_VALUE) - 1))
                                .strip() + "…";
    }

    private static Bond bond(Match match) {
        String what = switch (match.decision()) {
            case JOINED -> "réunies";
            case REVIEW -> "à relire";
            case PART_OF -> "partie et tout";
        };
        String tone = switch (match.decision()) {
            case JOINED -> "bien";
            case REVIEW -> "attention";
            case PART_OF -> "neutre";
        };
        return new Bond(
                match.left().toString(),
                match.right().toString(),
                what,
                tone,
                PairView.signed(match.score()),
                PairView.href(match.left(), match.right(), false));
    }

    /** Both events are looked at side by side, by their oldest records, before anything is decided. */
    private Reply merge(Ask ask) {
        Cluster one = find(ask.part(0));
        Cluster other = find(ask.param("avec", ""));
        if (one.id().equals(other.id())) {
            throw new Refusal(409, "C’est le même événement\u202f: il n’y a rien à fusionner.");
        }
        return Reply.redirect(
                303, PairView.href(one.members().getFirst(), other.members().getFirst(), false));
    }

    private Reply detach(Ask ask) {
        lock.check(ask);
        EventId record = ReviewPages.id(ask, "fiche");
        long number = ReviewPages.refusing(() -> desk.judge().detach().give(record, ReviewPages.reason(ask)));
        return Reply.redirect(303, PATH + "/" + ask.part(0) + "?decision=" + number);
    }

    /** By its id, one merged into it, its address on our site, or one of its records. */
    private Cluster find(String asked) {
        Matcher address = ADDRESS.matcher(asked);
        String text = address.matches() ? address.group(1) : asked;
        return store.read(tables -> {
                    String id = record(text).isPresent()
                            ? record(text)
                                    .flatMap(record -> tables.clusters().clusterOf(record))
                                    .orElse("")
                            : tables.clusters().redirect(text).orElse(text);
                    return tables.clusters().find(id);
                })
                .orElseThrow(() -> new Refusal(
                        404,
                        "Aucun événement n’est connu sous «\u202f" + asked + "\u202f»\u202f: donnez son identifiant,"
                                + " son adresse, ou source/clé d’une de ses fiches."));
    }
}
