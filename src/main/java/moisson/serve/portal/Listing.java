package moisson.serve.portal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import moisson.event.Event;
import moisson.event.Mode;
import moisson.event.PublishedEvent;
import moisson.publish.Version;
import org.jspecify.annotations.Nullable;

/** The events of a version as its lists need them, from one look at each: of a large version they lie in a file. */
final class Listing {
    private final List<Listed> all;
    private final Map<Integer, Extent> extents = new HashMap<>();
    private final TextIndex words;

    /**
     * What the events of an edition amount to.
     *
     * @param away how many are not on site alone
     */
    record Extent(List<Listed> events, int departments, long away, int organisers) {
        static final Extent NONE = new Extent(List.of(), 0, 0, 0);
    }

    Listing(Version version) {
        List<Listed> listed = new ArrayList<>();
        TextIndex.Builder told = new TextIndex.Builder();
        Map<String, String> met = new HashMap<>();
        for (int year : version.editions()) {
            int from = listed.size();
            Set<String> organisers = new HashSet<>();
            for (PublishedEvent event : version.events(year)) {
                int at = listed.size();
                searchable(event.event()).forEach(text -> told.add(at, text));
                listed.add(Listed.of(at, event, text -> shared(met, text)));
                organisers.addAll(event.event().hosts().organisers());
            }
            extents.put(year, extent(List.copyOf(listed.subList(from, listed.size())), organisers.size()));
        }
        all = List.copyOf(listed);
        words = told.build();
    }

    private static @Nullable String shared(Map<String, String> met, @Nullable String text) {
        return text == null ? null : met.computeIfAbsent(text, same -> same);
    }

    private static Extent extent(List<Listed> events, int organisers) {
        long departments = events.stream()
                .map(Listed::departmentCode)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        long away =
                events.stream().filter(event -> event.mode() != Mode.ON_SITE).count();
        return new Extent(events, (int) departments, away, organisers);
    }

    private static Stream<String> searchable(Event event) {
        return Stream.of(
                        Stream.of(event.title()),
                        Stream.ofNullable(event.wording().summary()),
                        Stream.ofNullable(event.wording().description()),
                        event.hosts().organisers().stream(),
                        event.access().themes().stream(),
                        Stream.ofNullable(event.place().venue()),
                        Stream.ofNullable(event.place().commune()),
                        Stream.ofNullable(event.place().department()),
                        Stream.of(event.kind().format().french()))
                .flatMap(words -> words);
    }

    List<Listed> all() {
        return all;
    }

    Extent of(int edition) {
        return extents.getOrDefault(edition, Extent.NONE);
    }

    /** Where in {@link #all} the events stand that tell of every one of these words, folded, or parts of words. */
    BitSet telling(String[] parts) {
        BitSet found = words.telling(parts[0]);
        for (String part : parts) {
            found.and(words.telling(part));
        }
        return found;
    }
}
