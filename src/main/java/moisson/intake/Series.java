package moisson.intake;

import com.github.mangstadt.vinnie.VObjectProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Holds back events that repeat until their calendar ends, because one of their occurrences may be told again further
 * on, moved or cancelled (RECURRENCE-ID). Otherwise a moved session would be announced at both hours. What changes an
 * occurrence and all that follow waits for its series. They are few; when they are not, the eldest goes first.
 */
final class Series {
    private static final int HELD = 500;
    private static final int OVERRIDES = 50_000;

    private final Predicate<CalendarEvent> ready;
    private final Consumer<CalendarEvent> next;
    private final Map<String, CalendarEvent> held = new LinkedHashMap<>();
    private final Map<String, List<VObjectProperty>> overrides = new HashMap<>();
    private final Map<String, List<CalendarEvent>> changes = new LinkedHashMap<>();
    private final List<CalendarEvent> early = new ArrayList<>();
    private final AtomicInteger remembered = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger heldCharacters = new AtomicInteger();

    /** @param ready whether everything that an event needs was read before it: calendars may define a zone further on */
    Series(Predicate<CalendarEvent> ready, Consumer<CalendarEvent> next) {
        this.ready = ready;
        this.next = next;
    }

    void take(CalendarEvent event) {
        String uid = event.uid().orElse("");
        if (uid.isEmpty() || event.isUnreadable()) {
            give(event);
        } else if (event.isSeries()) {
            hold(uid, event);
        } else if (event.changesFollowing() && heldBack(event)) {
            changes.computeIfAbsent(uid, any -> new ArrayList<>()).add(event);
        } else {
            event.find("RECURRENCE-ID").ifPresent(id -> remember(uid, id));
            give(event);
        }
    }

    private void give(CalendarEvent event) {
        if (!ready.test(event) && heldBack(event)) {
            early.add(event);
        } else {
            next.accept(event);
        }
    }

    /** Whether there is room to wait for what comes further on. */
    private boolean heldBack(CalendarEvent event) {
        boolean room = waiting.incrementAndGet() <= HELD
                && heldCharacters.get() + event.verbatim().length() <= Limits.ITEM;
        if (room) {
            heldCharacters.addAndGet(event.verbatim().length());
        }
        return room;
    }

    private void hold(String uid, CalendarEvent event) {
        CalendarEvent sameUid = held.put(uid, event);
        if (sameUid != null) {
            release(uid, sameUid);
        }
        heldCharacters.addAndGet(event.verbatim().length());
        while (held.size() > HELD || (heldCharacters.get() > Limits.ITEM && !held.isEmpty())) {
            var eldest = held.entrySet().iterator().next();
            held.remove(eldest.getKey());
            release(eldest.getKey(), eldest.getValue());
        }
    }

    private void remember(String uid, VObjectProperty recurrenceId) {
        if (remembered.incrementAndGet() <= OVERRIDES) {
            overrides.computeIfAbsent(uid, any -> new ArrayList<>()).add(recurrenceId);
        }
    }

    private void release(String uid, CalendarEvent event) {
        heldCharacters.addAndGet(-event.verbatim().length());
        overrides.getOrDefault(uid, List.of()).forEach(event::except);
        changes.getOrDefault(uid, List.of()).forEach(event::yieldTo);
        next.accept(event);
    }

    /** The calendar ends: nothing more will be said about its events. */
    void flush() {
        held.forEach(this::release);
        held.clear();
        early.forEach(next);
        early.clear();
        changes.values().forEach(events -> events.forEach(next));
        changes.clear();
        overrides.clear();
        remembered.set(0);
        waiting.set(0);
        heldCharacters.set(0);
    }
}
