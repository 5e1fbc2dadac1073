package moisson.intake.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import moisson.intake.Characters;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The lines of a text that mention a day. Which day it is, and whether it is the event's, others decide. */
final class DateMentions {
    private static final int MOST = 5;
    private static final int LONGEST = 300;
    private static final int READ = 20_000;
    private static final String MONTHS =
            "(?:janvier|janv\\.?|f[ée]vrier|f[ée]vr?\\.?|mars|avril|avr\\.?|mai|juin|juillet|juil\\.?"
                    + "|ao[ûu]t|septembre|sept?\\.?|octobre|oct\\.?|novembre|nov\\.?|d[ée]cembre|d[ée]c\\.?)";
    private static final Pattern DAY = Pattern.compile(
            "(?<![\\p{L}\\d/.-])(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|(?:1\\s?er|\\d{1,2})\\s+"
                    + MONTHS + ")(?![\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private DateMentions() {}

    /** The title first, then the text: several may be needed, a title with the day and a line with the hours. */
    static List<String> in(@Nullable String title, List<String> contents, @Nullable String description) {
        List<String> texts = new ArrayList<>();
        texts.add(title == null ? "" : title);
        texts.addAll(contents);
        texts.add(description == null ? "" : description);
        return texts.stream()
                .flatMap(text -> lines(Characters.cut(text, READ)))
                .filter(line -> DAY.matcher(line).find())
                .map(line -> Characters.cut(line, LONGEST))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Stream<String> lines(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        for (Element end : body.select("br, p, div, li, tr, h1, h2, h3, h4, h5, h6")) {
            end.before(new TextNode("\n"));
            end.after(new TextNode("\n"));
        }
        return body.wholeText()
                .lines()
                .flatMap(line -> Stream.of(line.split("(?<=[.!?])\\s+(?=\\p{Lu})")))
                .map(line -> line.replaceAll("[\\s\u00A0]+", " ").strip())
                .filter(line -> !line.isEmpty());
    }
}
