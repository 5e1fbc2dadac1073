package moisson.serve.operator;

import java.util.List;
import java.util.Optional;
import moisson.serve.http.Ask;
import moisson.serve.view.Dates;
import moisson.serve.view.Words;
import moisson.store.Tables;
import moisson.store.VerdictLedger.Given;
import moisson.store.VerdictLedger.Word;
import org.jspecify.annotations.Nullable;

/**
 * A verdict in a line of the ledger.
 *
 * @param pairs both records of each, with the address where they stand side by side
 * @param state what became of it; null while it holds
 */
public record VerdictLine(
        long number,
        String at,
        String who,
        String word,
        String tone,
        String reason,
        List<Pair> pairs,
        @Nullable String state,
        boolean undoable) {
    /** Two records. */
    public record Pair(String left, String right, String href) {}

    /** What was just decided, told once more with a way back; empty when the address names nothing. */
    static Optional<VerdictLine> said(Tables tables, Ask ask) {
        return ask.param("decision")
                .filter(RunPages::isNumber)
                .flatMap(number -> tables.verdicts().find(Long.parseLong(number)))
                .map(VerdictLine::of);
    }

    static VerdictLine of(Given given) {
        Long undoneBy = given.undoneBy();
        return new VerdictLine(
                given.number(),
                new Dates(Words.in(false)).instant(given.at()),
                given.who(),
                word(given),
                given.word() == Word.SAME ? "bien" : given.word() == Word.APART ? "attention" : "neutre",
                given.reason(),
                given.pairs().stream()
                        .map(pair -> new Pair(
                                pair.left().toString(),
                                pair.right().toString(),
                                PairView.href(pair.left(), pair.right(), false)))
                        .toList(),
                undoneBy == null ? null : "annulée par la n° " + undoneBy,
                undoneBy == null && given.word() != Word.UNDONE);
    }

    private static String word(Given given) {
        return switch (given.word()) {
            case SAME -> "même événement";
            case APART -> "événements distincts";
            case UNDONE -> "annule la n° " + given.undoes();
        };
    }
}
