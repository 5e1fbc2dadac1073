package moisson.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import moisson.event.Delivery;

/**
 * Reads what OpenAgenda and its Opendatasoft mirrors export: pages of the v2 API, bare arrays, records with fields,
 * JSON Lines, and arrays that somebody wrapped in JavaScript.
 */
final class OpenAgendaReader implements FeedReader {
    private static final int PREFIX = 4 << 10;
    private static final Pattern JAVASCRIPT = Pattern.compile(
            "\\A\\s*+(?:(?:/\\*.*?\\*/|//[^\\n]*+\\n|['\"]use strict['\"];?+)\\s*+)*+"
                    + "(?:export\\s++default\\s|(?:module\\.)?exports(?:\\.\\w++)?\\s*+="
                    + "|(?:export\\s++)?(?:const|let|var)\\s++[\\w$]++(?:\\s*+:[^=;]*+)?\\s*+=|[\\w$.]++\\s*+\\()\\s*+(?=[\\[{])",
            Pattern.DOTALL);
    private static final Pattern LINES = Pattern.compile("\\A\\s*+(\\{[^\\n]*\\})[ \\t\\r]*+\\n\\s*+(?:\\{|\\z)");

    /** Pages hold their list under one of these names: v2 API, Opendatasoft v2.1 and v1, v3 draft. */
    private static final JsonDialect DIALECT = new JsonDialect(
            Set.of("events", "results", "records", "data"),
            "\u202F: un objet avec «\u202Fevents\u202F», «\u202Fresults\u202F» ou «\u202Frecords\u202F», un tableau d’événements,"
                    + " ou un événement par ligne étaient attendus.",
            OpenAgendaItem::looksLikeAnEvent,
            (item, sink) -> OpenAgendaItem.give(item.number(), item.place(), item.tree(), sink));

    @Override
    public String format() {
        return "openagenda";
    }

    @Override
    public void read(Delivery delivery, RecordSink sink) throws IOException {
        try (FeedText text = FeedText.open(delivery, "un export JSON d’OpenAgenda")) {
            read(text, new OpenAgendaItems(sink, DIALECT));
            text.remarkOn(sink);
        }
    }

    /** Any dialect of JSON, as one document or in lines. */
    static void read(FeedText text, OpenAgendaItems items) throws IOException {
        if (isLines(text.head(), items.dialect())) {
            new JsonLines(new BufferedReader(text.reader()), items).read();
        } else {
            readDocument(text, items);
        }
    }

    private static boolean isLines(String head, JsonDialect dialect) {
        Matcher matcher = LINES.matcher(head);
        return matcher.find() && Json.parse(matcher.group(1)).stream().noneMatch(dialect::isWrapper);
    }

    private static void readDocument(FeedText text, OpenAgendaItems items) throws IOException {
        int script = scriptLength(text.head());
        for (int left = script; left > 0; left--) {
            text.reader().read();
        }
        var ration = new RationedReader(text.reader(), Limits.ITEM);
        try (var parser = Json.MAPPER.createParser(ration)) {
            new JsonDocument(parser, ration, items, script > 0).read();
        }
    }

    /** How many characters of JavaScript come before the JSON. */
    static int scriptLength(String head) {
        Matcher prefix = JAVASCRIPT.matcher(head.substring(0, Math.min(PREFIX, head.length())));
        return prefix.find() ? prefix.end() : 0;
    }
}
