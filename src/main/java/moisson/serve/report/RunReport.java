package moisson.serve.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import moisson.event.Change;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Plan;
import moisson.event.Run;
import moisson.event.RunState;
import moisson.reference.Contacts;
import moisson.store.DeliveryTable.Archived;
import moisson.store.Tables;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one harvest, however it ended. Contact details in quoted values are masked here, so that no
 * form of the report can show them; keys and places stay, as whoever corrects the source needs them.
 *
 * @param name of the source
 * @param size of the delivery in bytes; null when none was kept
 * @param plan null when the harvest never came to one
 * @param rules those that were applied at least once: what explains the others first, then rejects, then what happened
 *     most often
 * @param words that no table knows, in all that the source says since this harvest; null when another has come since, or
 *     nothing was applied
 */
public record RunReport(
        Run run,
        String name,
        @Nullable Long size,
        @Nullable Plan plan,
        List<Rule> rules,
        @Nullable UnknownWords words) {
    public RunReport {
        rules = List.copyOf(rules);
    }

    /**
     * All notices of one code.
     *
     * @param times exact, even when fewer examples are kept
     */
    public record Rule(NoticeCode code, int times, List<Notice> examples) {
        public Rule {
            examples = List.copyOf(examples);
        }
    }

    public static RunReport of(Tables tables, Run run, String name) {
        List<Notice> examples = tables.runs().notices(run.id());
        String delivery = run.delivery();
        Optional<Archived> archived =
                delivery == null ? Optional.empty() : tables.deliveries().find(run.source(), delivery);
        return new RunReport(
                run,
                name,
                archived.map(Archived::size).orElse(null),
                tables.plans().find(run.id()).map(RunReport::masked).orElse(null),
                rules(run, examples),
                isLatest(tables, run) ? UnknownWords.of(tables, run.source()) : null);
    }

    private static boolean isLatest(Tables tables, Run run) {
        boolean applied = run.state() == RunState.DONE || run.state() == RunState.NOT_MODIFIED;
        return applied && tables.runs().ofSource(run.source(), 1).stream().anyMatch(latest -> latest.id() == run.id());
    }

    private static List<Rule> rules(Run run, List<Notice> examples) {
        return run.noticeCounts().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<NoticeCode, Integer> entry) ->
                                !entry.getKey().isExplanation())
                        .thenComparing(entry -> entry.getKey().severity())
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .thenComparing(entry -> entry.getKey().name()))
                .map(entry -> new Rule(
                        entry.getKey(),
                        entry.getValue(),
                        examples.stream()
                                .filter(notice -> notice.code() == entry.getKey())
                                .map(RunReport::masked)
                                .toList()))
                .toList();
    }

    private static Notice masked(Notice notice) {
        return new Notice(notice.code(), notice.place(), notice.key(), notice.field(), masked(notice.value()));
    }

    private static Plan masked(Plan plan) {
        return new Plan(
                plan.alive(),
                plan.absent(),
                plan.renamed(),
                plan.unplaced(),
                plan.fields(),
                plan.changes().stream()
                        .map(change -> new Change(
                                change.action(),
                                change.key(),
                                masked(change.title()),
                                change.formerKey(),
                                change.fields()))
                        .toList(),
                plan.holds());
    }

    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : Contacts.masked(text);
    }
}
