package moisson.normalize;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** HTML and entities to plain text, even when they were encoded twice. A "<" that opens no known tag stays. */
final class Markup {
    private static final int MOST_ROUNDS = 3;
    private static final Set<String> TAGS = Set.of(
            "p",
            "br",
            "div",
            "span",
            "strong",
            "em",
            "b",
            "i",
            "u",
            "a",
            "ul",
            "ol",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "tr",
            "td",
            "th",
            "tbody",
            "thead",
            "img",
            "script",
            "style",
            "iframe",
            "html",
            "body",
            "head",
            "font",
            "blockquote",
            "hr",
            "sup",
            "sub",
            "small",
            "section",
            "article",
            "figure",
            "figcaption",
            "center",
            "s",
            "pre",
            "code",
            "svg",
            "object",
            "embed",
            "form",
            "input",
            "button",
            "meta",
            "link",
            "title",
            "noscript");
    private static final Set<String> LINES = Set.of(
            "p",
            "div",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "tr",
            "blockquote",
            "hr",
            "section",
            "article",
            "figure");
    private static final Set<String> SILENT =
            Set.of("script", "style", "iframe", "object", "embed", "svg", "head", "noscript", "template");

    private Markup() {}

    static boolean suspected(String text) {
        return text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
    }

    static String plain(String text) {
        String plain = text;
        for (int round = 0; round < MOST_ROUNDS && suspected(plain); round++) {
            String before = plain;
            plain = hasTag(plain) ? withoutTags(plain) : decoded(plain);
            if (plain.equals(before)) {
                return plain;
            }
        }
        return plain;
    }

    private static String decoded(String text) {
        for (int and = text.indexOf('&'); and >= 0; and = text.indexOf('&', and + 1)) {
            char next = and + 1 < text.length() ? text.charAt(and + 1) : ' ';
            if (next == '#' || Character.isLetter(next)) {
                return Entities.decoded(text);
            }
        }
        return text; // "arts & sciences"
    }

    private static boolean hasTag(String text) {
        for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', open + 1)) {
            if (text.startsWith("<!--", open)) {
                return true;
            }
            int start = text.startsWith("</", open) ? open + 2 : open + 1;
            int end = start;
            while (end < text.length() && end < start + 12 && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            if (TAGS.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static String withoutTags(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        boolean lines = body.selectFirst("p, br, div, li, h1, h2, h3, h4, h5, h6, tr") != null;
        StringBuilder text = new StringBuilder(html.length());
        NodeTraversor.traverse(new Visitor(text, lines), body);
        return text.toString();
    }

    /** Writes the text of a page as it is seen. */
    private record Visitor(StringBuilder text, boolean lines) implements NodeVisitor {
        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words && !isSilent(words)) {
                String whole = words.getWholeText();
                text.append(lines ? whole.replace('\n', ' ') : whole);
            } else if (node instanceof Element element) {
                open(element.normalName());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && LINES.contains(element.normalName())) {
                text.append('\n');
            }
        }

        private void open(String tag) {
            if (tag.equals("br") || LINES.contains(tag)) {
                text.append('\n');
            } else if (tag.equals("li")) {
                text.append("\n- ");
            } else if (tag.equals("td") || tag.equals("th")) {
                text.append(' ');
            }
        }

        private static boolean isSilent(Node node) {
            return node.parent() != null && SILENT.contains(node.parent().normalName());
        }
    }
}
