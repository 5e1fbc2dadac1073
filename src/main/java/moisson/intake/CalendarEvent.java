package moisson.intake;

import com.github.mangstadt.vinnie.VObjectProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of one VEVENT: as they came, only unfolded, and as properties. */
final class CalendarEvent {
    private final int number;
    private final int line;
    private final List<VObjectProperty> properties = new ArrayList<>();
    private final List<String> malformed = new ArrayList<>();
    private final StringBuilder verbatim = new StringBuilder();
    private final AtomicBoolean unreadable = new AtomicBoolean();
    private final AtomicReference<@Nullable CalendarEvent> changed = new AtomicReference<>();

    CalendarEvent(int number, int line) {
        this.number = number;
        this.line = line;
    }

    int number() {
        return number;
    }

    int line() {
        return line;
    }

    String verbatim() {
        return verbatim.toString();
    }

    List<String> malformed() {
        return malformed;
    }

    boolean isUnreadable() {
        return unreadable.get();
    }

    CalendarEvent unreadable() {
        unreadable.set(true);
        return this;
    }

    void append(String unfoldedLine) {
        if (verbatim.length() + unfoldedLine.length() > Limits.ITEM) {
            unreadable();
        } else {
            verbatim.append(unfoldedLine).append("\r\n");
        }
    }

    void add(VObjectProperty property) {
        if (properties.size() == Limits.FIELDS) {
            unreadable();
        }
        if (!isUnreadable()) {
            properties.add(property);
        }
    }

    void malformed(String unfoldedLine) {
        if (malformed.size() < Limits.NOTICES) {
            malformed.add(unfoldedLine);
        }
    }

    /** Its last line was cut by the end of the file: a date or a key that stops half-way is a false one. */
    void dropLast() {
        if (!properties.isEmpty()) {
            properties.removeLast();
        }
    }

    /** Whether an event that was cut off is worth keeping. */
    boolean isTellingEnough() {
        return find("UID").isPresent()
                && find("DTSTART").isPresent()
                && find("SUMMARY").isPresent();
    }

    Optional<VObjectProperty> find(String name) {
        for (VObjectProperty property : properties) {
            if (isNamed(property, name)) {
                return Optional.of(property);
            }
        }
        return Optional.empty();
    }

    /** Properties of that name which say something. */
    List<VObjectProperty> list(String name) {
        return properties.stream().filter(property -> isNamed(property, name)).toList();
    }

    private static boolean isNamed(VObjectProperty property, String name) {
        return property.getName().equalsIgnoreCase(name) && !property.getValue().isBlank();
    }

    /** Of its properties that have any. */
    Stream<String> zoneIds() {
        return properties.stream()
                .map(property -> property.getParameters().first("TZID"))
                .filter(Objects::nonNull);
    }

    Optional<String> uid() {
        return find("UID").map(property -> property.getValue().strip());
    }

    /** Whether it stands for several occurrences. */
    boolean isSeries() {
        return find("RECURRENCE-ID").isEmpty() && repeats();
    }

    /** Whether it says by itself when else it takes place. */
    boolean repeats() {
        return find("RRULE").isPresent() || find("RDATE").isPresent();
    }

    /** Whether it changes an occurrence of a series and all that follow (RFC 5545, 3.2.13). */
    boolean changesFollowing() {
        return find("RECURRENCE-ID")
                .map(id -> id.getParameters().first("RANGE"))
                .filter(range -> range.strip().equalsIgnoreCase("THISANDFUTURE"))
                .isPresent();
    }

    /** One of its occurrences is told by an event of its own. */
    void except(VObjectProperty recurrenceId) {
        copy("EXDATE", recurrenceId);
    }

    /** From one of its occurrences on, another event speaks. */
    void yieldTo(CalendarEvent change) {
        change.find("RECURRENCE-ID").ifPresent(id -> copy(Occurrences.FOLLOWING, id));
        change.changed.set(this);
    }

    private void copy(String name, VObjectProperty property) {
        properties.add(new VObjectProperty(null, name, property.getParameters(), property.getValue()));
    }

    /** The series of which it changes an occurrence and all that follow. */
    Optional<CalendarEvent> changed() {
        return Optional.ofNullable(changed.get());
    }
}
