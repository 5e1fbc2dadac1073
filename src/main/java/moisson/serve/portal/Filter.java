package moisson.serve.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import moisson.serve.http.Ask;
import org.jspecify.annotations.Nullable;

/** What the reader of a programme wants to see: every value is a parameter of the address, so a search can be shared. */
final class Filter {
    static final List<String> NAMES = List.of("q", "departement", "region", "format", "mode", "du", "au");
    private static final int LONGEST = 100;

    private final Map<String, String> values;

    private Filter(Map<String, String> values) {
        this.values = values;
    }

    static Filter of(Ask ask) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : NAMES) {
            ask.param(name)
                    .map(value -> value.length() > LONGEST ? value.substring(0, LONGEST) : value)
                    .ifPresent(value -> values.put(name, value));
        }
        return new Filter(values);
    }

    Filter without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(values);
        fewer.remove(name);
        return new Filter(fewer);
    }

    Filter with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Filter(more);
    }

    Map<String, String> values() {
        return values;
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** {@code ?q=…&page=2}, or nothing. */
    String query(int page) {
        Map<String, String> all = new LinkedHashMap<>(values);
        if (page > 1) {
            all.put("page", Integer.toString(page));
        }
        return all.isEmpty()
                ? ""
                : all.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    List<Listed> apply(Snapshot snapshot, List<Listed> events) {
        Optional<BitSet> telling = value("q").isEmpty()
                ? Optional.empty()
                : Optional.of(snapshot.listing().telling(TextIndex.apart(Letters.fold(value("q")))));
        Optional<LocalDate> from = date("du");
        Optional<LocalDate> until = date("au");
        return events.stream()
                .filter(event -> telling.isEmpty() || telling.get().get(event.at()))
                .filter(this::fits)
                .filter(event -> touches(event, from, until))
                .toList();
    }

    private boolean fits(Listed event) {
        return is("departement", event.departmentCode())
                && is("region", event.regionCode())
                && is("format", event.format().code())
                && is("mode", event.mode().code());
    }

    private boolean is(String name, @Nullable String value) {
        return value(name).isEmpty() || value(name).equals(value);
    }

    private static boolean touches(Listed event, Optional<LocalDate> from, Optional<LocalDate> until) {
        if (from.isEmpty() && until.isEmpty()) {
            return true;
        }
        LocalDate first = event.firstDay();
        LocalDate last = event.lastDay();
        return first != null
                && last != null
                && until.map(day -> !first.isAfter(day)).orElse(true)
                && from.map(day -> !last.isBefore(day)).orElse(true);
    }

    /** A day that cannot be read filters nothing; the field shows again what was typed. */
    private Optional<LocalDate> date(String name) {
        try {
            return values.containsKey(name) ? Optional.of(LocalDate.parse(value(name))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
