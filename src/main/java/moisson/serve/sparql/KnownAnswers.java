package moisson.serve.sparql;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import moisson.serve.http.Digests;
import moisson.serve.sparql.run.Answer;
import moisson.serve.sparql.run.Question;

/** Small answers kept for whoever asks the same again: a version never changes. The least recently asked goes first. */
final class KnownAnswers {
    private static final int LARGEST = 256 * 1024;
    private static final long MOST = 32L * 1024 * 1024;

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

    synchronized void keep(String key, Answer answer) {
        if (answer.file() != null || !answer.lasting() || answer.bytes().length > LARGEST) {
            return;
        }
        Answer before = answers.put(key, answer);
        size[0] += answer.bytes().length - (before == null ? 0 : before.bytes().length);
        var oldest = answers.values().iterator();
        while (size[0] > MOST && oldest.hasNext()) {
            size[0] -= oldest.next().bytes().length;
            oldest.remove();
        }
    }
}
