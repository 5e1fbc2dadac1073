package moisson.intake;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.regex.Pattern;
import moisson.event.Delivery;

/** Reads iCalendar (RFC 5545), one VEVENT at a time, several calendars in a file if need be. */
final class ICalendarReader implements FeedReader {
    private static final Pattern BEGINNING =
            Pattern.compile("(?im)^[ \\t]*+BEGIN[ \\t]*+:[ \\t]*+(?:VCALENDAR|VEVENT)");
    private static final Pattern TEMPLATE = Pattern.compile(
            "(?m)\\A---[ \\t]*+$|^[ \\t]*+\\{%|^[A-Za-z-]++(?:;[^:\\n]*+)?:[ \\t]*+\\{\\{[^\\n]*\\}\\}");

    @Override
    public String format() {
        return "ical";
    }

    @Override
    public void read(Delivery delivery, RecordSink sink) throws IOException {
        try (FeedText text = FeedText.open(delivery, "un calendrier iCalendar (.ics)")) {
            refuseWhatIsNoCalendar(text.head());
            var lines = new LogicalLines(new BufferedReader(text.reader()));
            try (var parser = new VObjectReader(lines, rules())) {
                var calendar = new CalendarListener(sink);
                parser.parse(calendar);
                calendar.end(lines.isAtLineStart());
            }
            text.remarkOn(sink);
        }
    }

    /** A calendar that forgot its VERSION is read as RFC 5545 says, where only one blank belongs to a fold. */
    private static SyntaxRules rules() {
        SyntaxRules rules = SyntaxRules.iCalendar();
        rules.setDefaultSyntaxStyle(SyntaxStyle.NEW);
        return rules;
    }

    private static void refuseWhatIsNoCalendar(String head) throws UnreadableFeedException {
        if (TEMPLATE.matcher(head).find()) {
            throw new UnreadableFeedException(
                    "Le site a servi le gabarit du calendrier («\u202F{{ … }}\u202F», «\u202F{% … %}\u202F») au lieu du calendrier\u202F:"
                            + " la page doit être produite par le générateur du site avant d’être publiée.");
        }
        if (!BEGINNING.matcher(head).find()) {
            throw new UnreadableFeedException(
                    "Le fichier n’est pas un calendrier iCalendar\u202F: «\u202FBEGIN:VCALENDAR\u202F» n’y est pas.");
        }
    }
}
