package moisson.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import moisson.deduplicate.Deduplicator;
import moisson.deduplicate.Probability;
import moisson.event.Cluster;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.harvest.Joining;
import moisson.harvest.Judge;
import moisson.store.Store;
import moisson.store.Tables;
import moisson.store.VerdictLedger.Given;
import moisson.store.VerdictLedger.Word;
import moisson.store.VerdictRefusedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What a person says of two records; the same as on the operator's pages, and also beside a running server. */
@Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(same | apart | detach | undo | list | review)",
        description = {
            "Dit si deux fiches racontent le même événement, ou revient sur une décision. Appliqué tout de suite, publié"
                    + " à la prochaine version. / Says whether two records tell of one event, or takes it back.",
            "Une fiche est source/clé ; l’identifiant d’un événement désigne sa fiche la plus ancienne."
                    + " / A record is source/key; the id of an event stands for its oldest record."
        },
        exitCodeListHeading = "Codes de sortie :%n",
        exitCodeList = {"0:décidé", "2:mauvais usage ou réglage", "3:fiche inconnue ou retirée, décision impossible"})
final class DecideCommand {
    private static final String NO_REASON = "sans motif";

    @Option(
            names = "--data",
            paramLabel = "DOSSIER",
            scope = ScopeType.INHERIT,
            description = "Dossier des données (par défaut : data). / Data folder.")
    private @Nullable String folder;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Écrit en JSON. / Prints JSON.")
    private boolean json;

    @Option(
            names = "--why",
            paramLabel = "MOTIF",
            scope = ScopeType.INHERIT,
            description = "Pour le registre ; ne nommez personne. / For the ledger; name nobody.")
    private @Nullable String why;

    @Spec
    private @Nullable CommandSpec spec;

    /** What is done with the open store. */
    @FunctionalInterface
    private interface Work {
        void on(Store store, Judge judge) throws CannotException, IOException;
    }

    @Command(name = "same", description = "C’est le même événement. / One event.")
    int same(@Parameters(paramLabel = "FICHE") String left, @Parameters(paramLabel = "FICHE") String right)
            throws Exception {
        return open((store, judge) ->
                told(store, () -> judge.same(record(store, left), record(store, right), voice())));
    }

    @Command(name = "apart", description = "Ce sont deux événements. / Two events.")
    int apart(@Parameters(paramLabel = "FICHE") String left, @Parameters(paramLabel = "FICHE") String right)
            throws Exception {
        return open((store, judge) ->
                told(store, () -> judge.apart(record(store, left), record(store, right), voice())));
    }

    @Command(name = "detach", description = "Cette fiche quitte son événement. / This record leaves its event.")
    int detach(@Parameters(paramLabel = "FICHE") String record) throws Exception {
        return open((store, judge) -> told(store, () -> judge.detach(record(store, record), voice())));
    }

    @Command(name = "undo", description = "Annule la décision N. / Takes decision N back.")
    int undo(@Parameters(paramLabel = "N") long number) throws Exception {
        return open((store, judge) -> told(store, () -> judge.undo(number, voice())));
    }

    @Command(name = "list", description = "Le registre des décisions, la plus récente d’abord. / The ledger.")
    int list(@Option(names = "--most", defaultValue = "50", description = "Combien (50). / How many.") int most)
            throws Exception {
        requireSome(most);
        return open((store, judge) -> {
            List<Given> ledger = store.read(tables -> tables.verdicts().latest(most, 0));
            if (json) {
                ArrayNode all = new ObjectMapper().createArrayNode();
                ledger.forEach(given -> all.add(DecisionText.json(given)));
                out().println(all.toPrettyString());
            } else if (ledger.isEmpty()) {
                out().println("Aucune décision pour l’instant.");
            } else {
                ledger.forEach(given -> out().println(DecisionText.of(given)));
            }
        });
    }

    @Command(name = "review", description = "Les paires à relire, les plus probables d’abord. / The review queue.")
    int review(@Option(names = "--most", defaultValue = "50", description = "Combien (50). / How many.") int most)
            throws Exception {
        requireSome(most);
        return open((store, judge) -> {
            List<Match> queue = store.read(tables -> tables.clusters().toReview(most, 0));
            ArrayNode all = new ObjectMapper().createArrayNode();
            for (Match match : queue) {
                long percent = Math.round(100 * Probability.asked(match.score()));
                if (json) {
                    all.addObject()
                            .put("gauche", match.left().toString())
                            .put("droite", match.right().toString())
                            .put("bits", match.score())
                            .put("probabilite", Probability.asked(match.score()));
                } else {
                    out().printf(
                                    "%7s  %3d\u202F%%  %s\u2002↔\u2002%s%n",
                                    MatchAnswers.signed(match.score()), percent, match.left(), match.right());
                }
            }
            if (json) {
                out().println(all.toPrettyString());
            } else if (queue.isEmpty()) {
                out().println("Aucun doublon à relire.");
            }
        });
    }

    /** Of a limit below zero each database makes something else: all, or an error. */
    private static void requireSome(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("--most doit être au moins 1.");
        }
    }

    private int open(Work work) throws Exception {
        DataOption data = new DataOption();
        Settings settings =
                SettingsFile.read(folder == null ? data.folder() : Path.of(folder), System.getenv(), Map.of());
        try (Store store = OpenedStore.of(settings)) {
            work.on(store, new Judge(store, new Joining(new Deduplicator()), Clock.systemUTC()));
        } catch (VerdictRefusedException e) {
            throw new CannotException(String.valueOf(e.getMessage()), e);
        }
        out().flush();
        return Moisson.DONE;
    }

    private void told(Store store, LongSupplier verdict) {
        long number = verdict.getAsLong();
        Given given = store.read(tables -> tables.verdicts().find(number)).orElseThrow();
        Map<String, String> events = store.read(tables -> DecisionText.events(tables, given));
        if (json) {
            ObjectNode node = DecisionText.json(given);
            ObjectNode now = node.putObject("evenements");
            events.forEach(now::put);
            out().println(node.toPrettyString());
            return;
        }
        out().println(DecisionText.of(given));
        events.forEach((record, event) -> out().println("  " + record + " raconte maintenant l’événement " + event));
        out().println("  À paraître à la prochaine publication. Pour revenir dessus\u202F: "
                + (given.word() == Word.UNDONE ? "décidez de nouveau." : "decide undo " + number));
    }

    private Judge.Voice voice() {
        return new Judge.Voice("exploitant (commande)", why == null || why.isBlank() ? NO_REASON : why.strip(), null);
    }

    private static EventId record(Store store, String asked) {
        int slash = asked.indexOf('/');
        if (slash > 0 && slash < asked.length() - 1) {
            return new EventId(asked.substring(0, slash), asked.substring(slash + 1));
        }
        return store.read(tables -> oldest(tables, asked))
                .orElseThrow(() ->
                        new VerdictRefusedException("Aucun événement n’est connu sous «\u202F" + asked + "\u202F»."));
    }

    private static Optional<EventId> oldest(Tables tables, String asked) {
        String id = tables.clusters().redirect(asked).orElse(asked);
        return tables.clusters().find(id).map(Cluster::members).map(List::getFirst);
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
