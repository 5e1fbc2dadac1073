package moisson.intake;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.Warning;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import org.jspecify.annotations.Nullable;

/** Cuts the stream of lines into events and hands each out as soon as it is whole. */
final class CalendarListener implements VObjectDataListener {
    /** Components inside one another: a calendar, an event, an alarm. More is an attack or an accident. */
    private static final int DEEPEST = 20;

    private final RecordSink sink;
    private final CalendarZones zones = new CalendarZones();
    private final Series series;
    private final Deque<CalendarEvent> open = new ArrayDeque<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean insideCalendar = new AtomicBoolean();

    CalendarListener(RecordSink sink) {
        this.sink = sink;
        this.series = new Series(zones::knowAllOf, event -> new CalendarRecord(event, zones).give(sink));
    }

    @Override
    public void onComponentBegin(String name, Context context) {
        if (context.getParentComponents().size() > DEEPEST) {
            context.stop();
        }
        switch (name.toUpperCase(Locale.ROOT)) {
            case "VCALENDAR" -> {
                finishOpen("END:VEVENT");
                series.flush();
                zones.forget();
                insideCalendar.set(true);
            }
            case "VEVENT" -> {
                finishOpen("END:VEVENT");
                open.push(new CalendarEvent(count.incrementAndGet(), context.getLineNumber()));
            }
            case "VTIMEZONE" -> zones.begin();
            default -> {
                // To-dos and journals are no events; alarms are kept word for word with theirs.
            }
        }
        append(context);
    }

    @Override
    public void onComponentEnd(String name, Context context) {
        append(context);
        switch (name.toUpperCase(Locale.ROOT)) {
            case "VCALENDAR" -> {
                finishOpen("END:VEVENT");
                series.flush();
                insideCalendar.set(false);
            }
            case "VEVENT" -> finishOpen(null);
            case "VTIMEZONE" -> zones.end();
            default -> {
                // As above.
            }
        }
    }

    @Override
    public void onProperty(VObjectProperty property, Context context) {
        append(context);
        List<String> parents = context.getParentComponents();
        String parent = parents.isEmpty() ? "" : parents.getLast().toUpperCase(Locale.ROOT);
        CalendarEvent event = open.peek();
        if (parent.equals("VEVENT") && event != null) {
            event.add(property);
        } else if (parent.equals("VTIMEZONE")) {
            zones.property(property);
        } else if (parent.equals("VCALENDAR") && property.getName().equalsIgnoreCase("X-WR-TIMEZONE")) {
            zones.setFloating(property.getValue());
        }
    }

    @Override
    public void onVersion(String value, Context context) {
        append(context);
    }

    @Override
    public void onWarning(
            Warning warning, @Nullable VObjectProperty property, @Nullable Exception cause, Context context) {
        CalendarEvent event = open.peek();
        if (event != null && (warning == Warning.MALFORMED_LINE || warning == Warning.UNMATCHED_END)) {
            event.append(context.getUnfoldedLine());
            event.malformed(context.getUnfoldedLine());
        }
    }

    private void append(Context context) {
        CalendarEvent event = open.peek();
        if (event != null) {
            event.append(context.getUnfoldedLine());
        }
        zones.append(context.getUnfoldedLine());
    }

    /** @param missing the line that should have ended it, if it is not there */
    private void finishOpen(@Nullable String missing) {
        CalendarEvent event = open.poll();
        if (event != null) {
            if (missing != null) {
                event.malformed(missing);
            }
            series.take(event);
        }
    }

    /** The end of the file: what is still open was cut off. */
    void end(boolean lineComplete) {
        CalendarEvent event = open.poll();
        if (event != null || insideCalendar.get()) {
            String place = event == null ? "fin du fichier" : "ligne " + event.line();
            sink.remark(new Notice(NoticeCode.CUT_OFF, place, null, null, null));
        }
        if (event != null) {
            if (!lineComplete) {
                event.dropLast();
            }
            series.take(event.isTellingEnough() ? event : event.unreadable());
        }
        series.flush();
    }
}
