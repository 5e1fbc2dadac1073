package moisson.publish.proof;

import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.jena.riot.RiotNotFoundException;

/** What was compared, and what did not agree. The first differences are kept, all are counted. */
public final class Findings {
    private static final int MOST_KEPT = 200;

    private final List<Compared> compared = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private final AtomicLong count = new AtomicLong();

    /**
     * One comparison that was made to its end.
     *
     * @param with what the file was compared with
     * @param rows events, figures or bytes gone through, named by {@code unit}
     */
    public record Compared(String file, String with, long rows, String unit, long values) {}

    void compared(String file, String with, long rows, String unit, long values) {
        compared.add(new Compared(file, with, rows, unit, values));
    }

    void differ(String file, String id, String field, String expected, String met) {
        differ(new Difference(file, id, field, expected, met));
    }

    /** What a file as a whole is to say, and says. */
    void same(String file, String field, String expected, String met) {
        if (!expected.equals(met)) {
            differ(file, "", field, expected, met);
        }
    }

    public void differ(Difference difference) {
        count.incrementAndGet();
        if (differences.size() < MOST_KEPT) {
            differences.add(difference);
        }
    }

    /** Adds what somebody else found, after what is there. */
    void append(Findings more) {
        compared.addAll(more.compared);
        count.addAndGet(more.count.get());
        more.differences.stream().limit(MOST_KEPT - (long) differences.size()).forEach(differences::add);
    }

    /** A comparison that says so when the file cannot be read at all: that, too, is a finding. */
    boolean tried(String file, Trial trial) {
        try {
            trial.run();
            return true;
        } catch (java.io.IOException | RuntimeException e) {
            // Parsers of others throw what they like; whatever it is, this file is not what was published.
            differ(file, "", "lecture", "un fichier lisible", why(e));
            return false;
        }
    }

    /** What to tell of a file that cannot be read. */
    public static String why(Exception e) {
        for (Throwable cause : ExceptionUtils.getThrowableList(e)) {
            if (cause instanceof NoSuchFileException
                    || cause instanceof FileNotFoundException
                    || cause instanceof RiotNotFoundException) {
                return "un fichier manque : "
                        + Objects.requireNonNullElse(cause.getMessage(), "voir les autres différences");
            }
        }
        return Objects.requireNonNullElseGet(e.getMessage(), e::toString);
    }

    /** Something that reads files. */
    interface Trial {
        void run() throws java.io.IOException;
    }

    public List<Compared> compared() {
        return List.copyOf(compared);
    }

    /** The first ones. */
    public List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** How many there are in all. */
    public long count() {
        return count.get();
    }
}
