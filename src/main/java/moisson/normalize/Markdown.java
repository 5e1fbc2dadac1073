package moisson.normalize;

import java.util.regex.Pattern;
import moisson.event.Field;

/**
 * The signs of Markdown that some agendas leave in their texts: links, bold and slanted words, headings. Only pairs are taken
 * away, and headings of two signs or more, so that a star or a hashtag of another meaning stays. Every pattern is bounded.
 */
final class Markdown {
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]\\n]{0,200}+)]\\(https?://[^\\s()]{1,500}+\\)");
    private static final Pattern BOLD = Pattern.compile("\\*\\*(?=\\S)([^*\\n]{1,300}+)\\*\\*");
    private static final Pattern SLANTED =
            Pattern.compile("(?<![\\p{L}\\d*])\\*(?=[^\\s*])([^*\\n]{1,200}+)(?<=\\S)\\*(?![\\p{L}\\d*])");
    private static final Pattern HEADING = Pattern.compile("(?<!\\S)#{2,6}+ +");

    private Markdown() {}

    /** Titles and names hold stars on purpose. */
    static boolean suspected(String text, Field field) {
        return (field == Field.DESCRIPTION || field == Field.SUMMARY)
                && (text.indexOf('*') >= 0 || text.indexOf("## ") >= 0 || text.indexOf("](") >= 0);
    }

    static String plain(String text) {
        String plain = text.contains("](") ? LINK.matcher(text).replaceAll("$1") : text;
        plain = plain.contains("**") ? BOLD.matcher(plain).replaceAll("$1") : plain;
        plain = plain.indexOf('*') >= 0 ? SLANTED.matcher(plain).replaceAll("$1") : plain;
        return plain.contains("## ") ? HEADING.matcher(plain).replaceAll("") : plain;
    }
}
