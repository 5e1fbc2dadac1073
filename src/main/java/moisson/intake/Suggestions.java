package moisson.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import moisson.event.Field;
import moisson.intake.ColumnNames.Meaning;
import moisson.intake.ContentGuess.Content;
import moisson.intake.NameGuess.Near;

/**
 * Proposes what unknown columns mean. What is certain of the content comes first: a column of e-mail addresses is none of
 * places, whatever its name. Then the name, if the content does not contradict it; then the content alone. No field is
 * proposed twice, nor when a known column gives it.
 */
final class Suggestions {
    private static final Set<Field> DAYS = EnumSet.of(
            Field.START,
            Field.END,
            Field.WHEN,
            Field.SESSION,
            Field.UPDATED,
            Field.AVAILABLE_FROM,
            Field.AVAILABLE_UNTIL);

    /** Their values have a form: a column whose values have another one is something else. */
    private static final Set<Field> FORMED = EnumSet.of(
            Field.START,
            Field.END,
            Field.START_TIME,
            Field.END_TIME,
            Field.POSTCODE,
            Field.INSEE,
            Field.LATITUDE,
            Field.LONGITUDE,
            Field.POSITION,
            Field.URL,
            Field.REGISTRATION);

    private final List<Sketch.Column> columns;
    private final Mapping mapping;
    private final Set<Field> taken = EnumSet.noneOf(Field.class);
    private final AtomicBoolean keyTaken = new AtomicBoolean();

    Suggestions(List<Sketch.Column> columns, Mapping mapping) {
        this.columns = columns;
        this.mapping = mapping;
        for (Sketch.Column column : columns) {
            mapping.meaning(column.name()).ifPresent(this::take);
        }
    }

    List<Suggestion> list() {
        List<Suggestion> list = new ArrayList<>();
        List<Sketch.Column> unknown = columns.stream()
                .filter(column -> mapping.meaning(column.name()).isEmpty())
                .toList();
        List<Sketch.Column> silent = new ArrayList<>();
        // Names first: a column that says what it is must not find its field taken by one that only looks like it.
        for (Sketch.Column column : unknown) {
            byName(column).ifPresentOrElse(list::add, () -> silent.add(column));
        }
        silent.forEach(column -> byContent(column).ifPresent(list::add));
        return list;
    }

    private Optional<Suggestion> byName(Sketch.Column column) {
        Optional<Content> content = ContentGuess.of(column.samples());
        if (content.filter(this::unreadable).isPresent()) {
            return content.map(seen -> new Suggestion(column.name(), Mapping.NOTHING, seen.why()));
        }
        return NameGuess.of(column.name())
                .filter(near -> free(near.meaning()) && !contradicts(near.meaning(), column, content))
                .map(near -> {
                    take(near.meaning());
                    return new Suggestion(column.name(), name(near.meaning()), because(near, content));
                });
    }

    private Optional<Suggestion> byContent(Sketch.Column column) {
        Optional<Content> content = ContentGuess.of(column.samples());
        if (content.filter(Content::key).isPresent()) {
            return keyTaken.compareAndSet(false, true)
                    ? content.map(seen -> new Suggestion(column.name(), FieldNames.KEY, seen.why()))
                    : Optional.empty();
        }
        return content.flatMap(seen -> seen.fields().stream()
                .filter(field -> !taken.contains(field))
                .findFirst()
                .map(field -> {
                    taken.add(field);
                    return new Suggestion(column.name(), FieldNames.of(field), seen.why());
                }));
    }

    private boolean unreadable(Content content) {
        return content.fields().isEmpty() && !content.key();
    }

    private boolean free(Meaning meaning) {
        Field field = meaning.field();
        return field == null ? meaning.key() && !keyTaken.get() : !taken.contains(field);
    }

    private void take(Meaning meaning) {
        if (meaning.field() != null) {
            taken.add(meaning.field());
        } else if (meaning.key()) {
            keyTaken.set(true);
        }
    }

    /** A date is no title, and an address of the web no place. */
    private static boolean contradicts(Meaning meaning, Sketch.Column column, Optional<Content> content) {
        Field field = meaning.field();
        if (field != null && FORMED.contains(field) && !column.samples().isEmpty()) {
            return content.filter(seen -> seen.fields().contains(field)).isEmpty();
        }
        if (content.isEmpty() || field == null || content.get().fields().isEmpty()) {
            return false;
        }
        Field seen = content.get().fields().getFirst();
        return switch (seen) {
            case TITLE, DESCRIPTION -> false;
            case START -> !DAYS.contains(field);
            default -> !content.get().fields().contains(field);
        };
    }

    private static String because(Near near, Optional<Content> content) {
        String name = "son nom ressemble à «\u202f" + near.like() + "\u202f»";
        Field field = near.meaning().field();
        return content.filter(seen -> field != null && seen.fields().contains(field))
                .map(seen -> name + ", et " + seen.why())
                .orElse(name);
    }

    private static String name(Meaning meaning) {
        return meaning.field() == null ? FieldNames.KEY : FieldNames.of(meaning.field());
    }
}
