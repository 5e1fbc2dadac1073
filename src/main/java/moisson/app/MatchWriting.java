package moisson.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import moisson.event.EventId;
import moisson.event.Match;
import moisson.publish.format.MatchFile;

/**
 * Writes the table of what matching found. Several threads put the rows into words, a block each, few of which are under
 * way at once; the blocks are written in the order of the rows.
 */
final class MatchWriting {
    private static final int BLOCK = 4096;
    private static final int MOST_UNDER_WAY = 16;
    /** Characters of most reasons. */
    private static final int LINE = 240;

    private final List<Path> files;
    private final MatchAnswers answers;
    private final ExecutorService workers;

    MatchWriting(List<Path> files, MatchAnswers answers, ExecutorService workers) {
        this.files = files;
        this.answers = answers;
        this.workers = workers;
    }

    void write(List<MatchRow> rows, MatchFile table) throws IOException {
        Deque<Future<String>> underWay = new ArrayDeque<>();
        for (int from = 0; from < rows.size(); from += BLOCK) {
            List<MatchRow> block = rows.subList(from, Math.min(rows.size(), from + BLOCK));
            underWay.add(workers.submit(() -> told(block)));
            if (underWay.size() == MOST_UNDER_WAY) {
                table.add(Awaited.result(underWay.removeFirst(), "writing"));
            }
        }
        while (!underWay.isEmpty()) {
            table.add(Awaited.result(underWay.removeFirst(), "writing"));
        }
    }

    private String told(List<MatchRow> rows) {
        StringBuilder block = new StringBuilder(rows.size() * 160);
        try (MatchFile table = MatchFile.ofRows(block)) {
            StringBuilder line = new StringBuilder(LINE);
            for (MatchRow row : rows) {
                add(row, table, line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return block.toString();
    }

    private void add(MatchRow row, MatchFile table, StringBuilder line) throws IOException {
        String file = files.get(row.file()).toString();
        EventId id = row.id();
        if (id == null) {
            table.add(file, row.place(), row.key(), null, null, row.reason());
        } else {
            Match best = answers.best(id);
            String told = row.reason().isEmpty() ? MatchAnswers.reasons(id, best, line) : row.reason();
            table.add(file, row.place(), row.key(), answers.cluster(id), MatchAnswers.score(best), told);
        }
    }
}
