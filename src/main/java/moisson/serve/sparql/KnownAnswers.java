package moisson.serve.sparql;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import moisson.serve.http.Digests;
import moisson.serve.sparql.run.Answer;
import moisson.serve.sparql.run.Question;

/** Answers that are not too large, kept in memory for whoever asks the same again: a version never changes. The least recently asked goes first. */
final class KnownAnswers {
    /** Some 50,000 rows: what a researcher takes into a table again and again. */
    private static final long LARGEST = 8L * 1024 * 1024;

    private static final long MOST = 48L * 1024 * 1024;

    private final Map<String, Answer> answers = new LinkedHashMap<>(64, 0.75f, true);
    private final long[] size = {0};

    /** What stands for a question: the version, the graphs, the query, and how the answer is liked. */
    static String key(Question question, String liking) {
        return Digests.sha256(String.join(
                        "\0",
                        Integer.toString(question.data().version()),
                        String.join("\1", question.defaultGraphs()),
                        String.join("\1", question.namedGraphs()),
                        liking,
                        question.text())
                .getBytes(StandardCharsets.UTF_8));
    }

    synchronized Optional<Answer> find(String key) {
        return Optional.ofNullable(answers.get(key));
    }

    /**
     * Answers what is to be sent: a large answer that is kept is not sent from its file any more, so that all who get it
     * share one copy.
     */
    Answer keep(String key, Answer answer) {
        if (!answer.lasting()) {
            return answer;
        }
        Answer kept = answer.inMemory(LARGEST);
        if (kept.file() == null) {
            put(key, kept);
        }
        return kept;
    }

    private synchronized void put(String key, Answer answer) {
        Answer before = answers.put(key, answer);
        size[0] += answer.bytes().length - (before == null ? 0 : before.bytes().length);
        var oldest = answers.values().iterator();
        while (size[0] > MOST && oldest.hasNext()) {
            size[0] -= oldest.next().bytes().length;
            oldest.remove();
        }
    }
}
