package moisson.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import moisson.publish.format.ChangesFile;
import moisson.store.PublicationTable.Change;
import moisson.store.PublicationTable.ChangeKind;
import org.jspecify.annotations.Nullable;

/**
 * What became of every event up to one version, read from its {@code changements.csv}. The lines are numbered from 1
 * without holes, and a later version only adds to them.
 */
public final class History {
    /** Lines of a page of the journal. */
    public static final int PAGE = Journal.PAGE;

    private final Path journal;
    private final int last;
    private final int[] numbers;
    private final String[] events;
    private final BitSet removed;
    private final NavigableMap<Integer, Instant> instants;
    private final Map<String, Gone> gone;

    /** The last that is known of an event: the line that tells it, and whether it removed it. */
    public record Item(int number, String event, boolean removed) {}

    /** An event published no more: since when, and the event it was merged into. */
    public record Gone(Instant at, @Nullable String replacedBy) {}

    private History(Path journal, List<Change> latest, int last, NavigableMap<Integer, Instant> instants) {
        this.journal = journal;
        this.last = last;
        this.instants = instants;
        this.numbers = new int[latest.size()];
        this.events = new String[latest.size()];
        this.removed = new BitSet();
        this.gone = new HashMap<>();
    }

    /** @param changes the file of all editions, in a version whose folder stands beside the journal */
    static History read(Path changes, Path journal) throws IOException {
        List<Change> lines = ChangesFile.read(changes);
        NavigableMap<Integer, Instant> instants = new TreeMap<>();
        Set<Integer> versions = new HashSet<>();
        Set<String> later = new HashSet<>();
        BitSet holds = new BitSet();
        for (int number = lines.size(); number >= 1; number--) {
            holds.set(number, later.add(lines.get(number - 1).event()));
        }
        List<Change> latest = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            Change line = lines.get(number - 1);
            if (versions.add(line.publication())) {
                instants.put(number, line.at());
            }
            if (holds.get(number)) {
                latest.add(line);
            }
        }
        History history = new History(journal, latest, lines.size(), instants);
        history.fill(latest, holds);
        return history;
    }

    private void fill(List<Change> latest, BitSet holds) {
        int number = 0;
        for (int i = 0; i < latest.size(); i++) {
            number = holds.nextSetBit(number + 1);
            Change line = latest.get(i);
            numbers[i] = number;
            events[i] = line.event();
            if (line.kind() == ChangeKind.REMOVED) {
                removed.set(i);
                gone.put(line.event(), new Gone(line.at(), line.replacedBy()));
            }
        }
    }

    /** The number of the last line; 0 when nothing ever changed. */
    public int last() {
        return last;
    }

    /** When a line was published. */
    public Instant at(int number) {
        return Objects.requireNonNull(instants.floorEntry(number)).getValue();
    }

    /** The lines after a number that no later line supersedes, in order: each event once. */
    public List<Item> after(int number, int limit) {
        int found = Arrays.binarySearch(numbers, number);
        int from = found < 0 ? -found - 1 : found + 1;
        List<Item> items = new ArrayList<>();
        for (int i = from; i < numbers.length && items.size() < limit; i++) {
            items.add(new Item(numbers[i], events[i], removed.get(i)));
        }
        return items;
    }

    /** What became of an event that was published and is no more. */
    public Optional<Gone> gone(String event) {
        return Optional.ofNullable(gone.get(event));
    }

    /** How many pages of the journal there are; all but the last are full. */
    public int pages() {
        return (last + PAGE - 1) / PAGE;
    }

    /** Whether nothing will ever be added to a page. */
    public boolean full(int page) {
        return page * PAGE <= last;
    }

    /** The members of a page as N-Quads, ascending; empty when the journal was lost and is not yet written again. */
    public byte[] page(int page) {
        try {
            return Journal.read(journal, page, last);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
