package moisson.normalize;

import java.text.Normalizer;
import moisson.event.Field;
import moisson.event.NoticeCode;
import org.jspecify.annotations.Nullable;

/** Free text as it is published: Unicode NFC, no markup, no invisible characters, spaces as a typographer sets them. */
final class Texts {
    /** A text is cut to this before anything else, so that a monstrous one costs little. */
    private static final int LONGEST_RAW = 60_000;

    private final Findings findings;

    Texts(Findings findings) {
        this.findings = findings;
    }

    /** One line of at most so many characters; null when nothing is left. */
    @Nullable
    String line(@Nullable String raw, Field field, int most) {
        return text(raw, field, most, false);
    }

    /** Paragraphs keep their line breaks. */
    @Nullable
    String paragraphs(@Nullable String raw, Field field, int most) {
        return text(raw, field, most, true);
    }

    private @Nullable String text(@Nullable String raw, Field field, int most, boolean lines) {
        if (raw == null) {
            return null;
        }
        String text = raw.length() > LONGEST_RAW ? raw.substring(0, LONGEST_RAW) : raw;
        boolean marked = Markdown.suspected(text, field);
        if (!marked && Spaces.areFine(text)) {
            return cut(text, raw, field, most);
        }
        String repaired = Mojibake.suspected(text) ? Mojibake.repaired(text) : text;
        if (!repaired.equals(text)) {
            findings.note(NoticeCode.REPAIRED_ENCODING, field, text);
        }
        String plain = Markup.suspected(repaired) ? Markup.plain(repaired) : repaired;
        String unmarked = marked ? Markdown.plain(plain) : plain;
        String cleaned = Spaces.tidied(composed(unmarked), lines);
        if (!cleaned.equals(Spaces.stripped(repaired))) {
            findings.note(NoticeCode.CLEANED_TEXT, field, null);
        }
        return cleaned.isEmpty() ? null : cut(cleaned, raw, field, most);
    }

    private @Nullable String cut(String text, String raw, Field field, int most) {
        if (text.isEmpty() || (text.length() <= most && raw.length() <= LONGEST_RAW)) {
            return text.isEmpty() ? null : text;
        }
        findings.note(NoticeCode.TRUNCATED_TEXT, field, null);
        return shortened(text, most);
    }

    /** At most so many characters, an ellipsis included, cut between two words if there are any. */
    static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        int space = text.lastIndexOf(' ', end);
        if (space > most * 3 / 4) {
            end = space;
        } else if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    private static String composed(String text) {
        String latin = hasFancyLetters(text) ? withoutFancyLetters(text) : text;
        return Normalizer.isNormalized(latin, Normalizer.Form.NFC)
                ? latin
                : Normalizer.normalize(latin, Normalizer.Form.NFC);
    }

    /** Mathematical letters (𝗔𝘁𝗲𝗹𝗶𝗲𝗿) are used for their look; nobody can search them or hear them read. */
    private static boolean hasFancyLetters(String text) {
        return text.indexOf('\uD835') >= 0;
    }

    private static String withoutFancyLetters(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c >= 0x1D400 && c <= 0x1D7FF) {
                plain.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
            } else {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }
}
