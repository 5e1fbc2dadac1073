package moisson.normalize.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Measures the reader of dates on a table of real texts that is not part of the repository: {@code
 * -Dmoisson.feeds=FOLDER} names the folder that holds it, {@code -Dmoisson.feeds.misses=FILE} a file for the misses.
 */
class RealDatesTest {
    private enum Outcome {
        RIGHT,
        WRONG,
        NOT_UNDERSTOOD,
        /** No year in the text, and none to be had beside it. */
        NO_CLUE
    }

    @Test
    void mostRealDatesAreReadAndFewAreReadWrongly() throws IOException {
        String folder = System.getProperty("moisson.feeds");
        assumeTrue(folder != null, "skipped: -Dmoisson.feeds names no folder of real feeds");
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        StringBuilder misses = new StringBuilder();
        for (String line : Files.readAllLines(Path.of(folder, "dates-francaises.tsv"))) {
            String[] cells = line.split("\t", -1);
            if (cells.length < 5 || cells[2].isEmpty() || cells[0].equals("source")) {
                continue;
            }
            Outcome outcome = outcome(cells);
            counts.merge(outcome, 1, Integer::sum);
            if (outcome == Outcome.WRONG || outcome == Outcome.NOT_UNDERSTOOD) {
                misses.append(outcome).append('\t').append(line).append('\n');
            }
        }
        String file = System.getProperty("moisson.feeds.misses");
        if (file != null) {
            Files.writeString(Path.of(file), counts + "\n" + misses);
        }
        int answerable =
                counts.values().stream().mapToInt(Integer::intValue).sum() - counts.getOrDefault(Outcome.NO_CLUE, 0);
        assertThat(counts.getOrDefault(Outcome.RIGHT, 0) / (double) answerable)
                .as("right: %s", counts)
                .isGreaterThan(0.95);
        assertThat(counts.getOrDefault(Outcome.WRONG, 0) / (double) answerable)
                .as("wrong: %s", counts)
                .isLessThan(0.02);
    }

    private static Outcome outcome(String[] cells) {
        Clue clue = clue(cells[4]);
        Reading reading = DateText.read(cells[1], clue);
        if (!reading.understood()) {
            return clue == null && reading.has(Reading.Doubt.NO_YEAR) ? Outcome.NO_CLUE : Outcome.NOT_UNDERSTOOD;
        }
        boolean daysOnly = cells[0].startsWith("kerlandrier");
        Span first = reading.spans().getFirst();
        Span last = reading.spans().getLast();
        boolean right = agrees(cells[2], first.first(), daysOnly ? null : first.from())
                && (cells[3].isEmpty() || last.last().equals(local(cells[3]).day()) || overnight(cells[3], last));
        return right ? Outcome.RIGHT : Outcome.WRONG;
    }

    /** A text or its table may leave out that a night ends on the next day. */
    private static boolean overnight(String expected, Span last) {
        LocalDate day = local(expected).day();
        return last.last().plusDays(1).equals(day)
                || (last.from() != null && last.first().equals(day));
    }

    private static boolean agrees(String expected, LocalDate day, @Nullable LocalTime hour) {
        Moment moment = local(expected);
        return moment.day().equals(day)
                && (hour == null || moment.hour() == null || moment.hour().equals(hour));
    }

    private record Moment(LocalDate day, @Nullable LocalTime hour) {}

    private static Moment local(String text) {
        Optional<IsoDate> iso = IsoDate.find(text);
        if (iso.isEmpty()) { // dd/mm/yyyy
            return new Moment(DateText.read(text, null).spans().getFirst().first(), null);
        }
        IsoDate found = iso.get();
        if (found.offset() != null && found.offset().getTotalSeconds() == 0) {
            OffsetDateTime paris = found.day()
                    .atTime(found.time())
                    .atOffset(found.offset())
                    .atZoneSameInstant(ZoneId.of("Europe/Paris"))
                    .toOffsetDateTime();
            return new Moment(paris.toLocalDate(), paris.toLocalTime());
        }
        return new Moment(found.day(), found.time());
    }

    private static @Nullable Clue clue(String reference) {
        if (reference.isEmpty()) {
            return null;
        }
        List<String> parts =
                List.of(reference.substring(0, Math.min(10, reference.length())).split("-", -1));
        int month = parts.size() > 1 ? Integer.parseInt(parts.get(1)) : 1;
        int day = parts.size() > 2 ? Integer.parseInt(parts.get(2)) : 1;
        return new Clue(LocalDate.of(Integer.parseInt(parts.get(0)), month, day), false);
    }
}
