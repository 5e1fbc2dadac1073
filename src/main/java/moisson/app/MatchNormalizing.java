package moisson.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import moisson.event.Access;
import moisson.event.Event;
import moisson.event.Field;
import moisson.event.Links;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.event.Severity;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.event.Wording;
import moisson.normalize.Normalizer;
import moisson.reference.Reference;
import org.jspecify.annotations.Nullable;

/** From records to events as matching needs them, or to the reason why not. Safe for several threads. */
final class MatchNormalizing {
    /** More than the matcher reads of a description, and than its reasons show. */
    private static final int LONGEST_DESCRIPTION = 400;

    private static final Access UNKNOWN = new Access(List.of(), List.of(), null, null, List.of());

    private final Supplier<Reference> tables;
    private final Map<String, Source> sources = new ConcurrentHashMap<>();

    /** @param tables read by the first to need them */
    MatchNormalizing(Supplier<Reference> tables) {
        this.tables = tables;
    }

    /** What a reader hands over: a record, or why there is none. */
    record Item(@Nullable SourceRecord record, @Nullable Notice why) {}

    /** A row, with what is kept of its event when it became one. */
    record Made<T>(MatchRow row, @Nullable T event) {
        static <T> Made<T> refused(int rank, Notice why) {
            String met = why.value() == null ? "" : " «\u202F" + why.value().replaceAll("\\s+", " ") + "\u202F»";
            String field = why.field() == null ? "" : why.field();
            String where = field.isEmpty() && met.isEmpty() ? "" : " (" + (field + met).strip() + ")";
            return new Made<>(
                    new MatchRow(rank, why.place(), why.key(), null, why.code().french() + where), null);
        }
    }

    /** @param kept what is kept of each event */
    <T> List<Made<T>> all(List<Item> items, int rank, FeedFile file, Function<Event, T> kept) {
        // The tables are read by the first to need them: meanwhile the next records are read.
        Normalizer normalizer = new Normalizer(tables.get());
        List<Made<T>> made = new ArrayList<>(items.size());
        for (Item item : items) {
            SourceRecord record = item.record();
            made.add(
                    record == null
                            ? Made.refused(rank, Objects.requireNonNull(item.why()))
                            : made(normalizer, record, rank, source(record, file), kept));
        }
        return made;
    }

    private static <T> Made<T> made(
            Normalizer normalizer, SourceRecord record, int rank, Source source, Function<Event, T> kept) {
        if (record.first(Field.REMOVED).isPresent()) {
            return Made.refused(rank, Notice.about(record, NoticeCode.REMOVED_AT_SOURCE, null, null));
        }
        AtomicReference<@Nullable Notice> error = new AtomicReference<>();
        Event event = normalizer
                .normalize(record.keyed(), source, Severity.ERROR, error::set)
                .orElse(null);
        if (event == null) {
            return Made.refused(
                    rank,
                    Objects.requireNonNullElseGet(
                            error.get(), () -> Notice.about(record, NoticeCode.UNREADABLE_RECORD, null, null)));
        }
        MatchRow row = new MatchRow(rank, record.place(), record.key(), event.id(), "");
        return new Made<>(row, kept.apply(lean(event)));
    }

    private Source source(SourceRecord record, FeedFile file) {
        String feed = file.isTable() ? FeedColumn.of(record).orElse(null) : null;
        return feed == null ? file.source() : source(feed, file);
    }

    private Source source(String feed, FeedFile file) {
        Source known = sources.get(feed);
        return known != null ? known : sources.computeIfAbsent(feed, name -> named(name, file.source()));
    }

    private static Source named(String name, Source file) {
        return new Source(name, name, file.format(), file.location(), null, file.zone(), "", true, 0);
    }

    /** Without what is not compared. */
    private static Event lean(Event event) {
        Wording wording = event.wording();
        String description = wording.description();
        return new Event(
                event.id(),
                new Wording(
                        wording.title(),
                        description == null || description.length() <= LONGEST_DESCRIPTION
                                ? description
                                : description.substring(0, LONGEST_DESCRIPTION),
                        null,
                        wording.language()),
                event.kind(),
                event.when(),
                event.place(),
                event.hosts(),
                UNKNOWN,
                new Links(event.links().page(), null));
    }
}
