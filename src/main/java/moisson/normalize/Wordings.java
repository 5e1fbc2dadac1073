package moisson.normalize;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import moisson.event.Field;
import moisson.event.NoticeCode;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.event.Status;
import moisson.event.Wording;
import moisson.reference.Folding;
import org.jspecify.annotations.Nullable;

/** Title, description, summary, language. */
final class Wordings {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_DESCRIPTION = 10_000;
    private static final int LONGEST_SUMMARY = 200;
    private static final String FRENCH = "fr";
    private static final Map<String, String> LANGUAGES = Map.of(
            "francais",
            "fr",
            "anglais",
            "en",
            "english",
            "en",
            "french",
            "fr",
            "allemand",
            "de",
            "espagnol",
            "es",
            "breton",
            "br",
            "occitan",
            "oc",
            "corse",
            "co",
            "italien",
            "it");
    private static final Set<String> TESTS = Set.of("test", "tests", "essai", "lorem ipsum", "toto", "a supprimer");

    private final SourceRecord record;
    private final Findings findings;
    private final Texts texts;
    private final boolean form;

    /** @param status what the title said of it, null when it said nothing */
    record Told(Wording wording, @Nullable Status status) {}

    Wordings(SourceRecord record, Source source, Findings findings, Texts texts) {
        this.record = record;
        this.findings = findings;
        this.texts = texts;
        this.form = source.id().equals(Source.FORM);
    }

    /** Empty when there is no title; the notice is given. */
    Optional<Told> told() {
        String title =
                safe(texts.line(record.first(Field.TITLE).orElse(null), Field.TITLE, LONGEST_TITLE), Field.TITLE);
        if (title == null || title.isBlank()) {
            findings.note(NoticeCode.MISSING_TITLE, Field.TITLE, null);
            return Optional.empty();
        }
        Optional<Titles.Split> split = Titles.split(title);
        if (split.isPresent()) {
            findings.note(NoticeCode.STATUS_FROM_TITLE, Field.TITLE, title);
        }
        if (looksLikeTest(title)) {
            findings.note(NoticeCode.TEST_EVENT, Field.TITLE, title);
        }
        Wording wording = new Wording(
                split.map(Titles.Split::title).orElse(title),
                text(Field.DESCRIPTION, LONGEST_DESCRIPTION, true),
                text(Field.SUMMARY, LONGEST_SUMMARY, false),
                language());
        return Optional.of(new Told(wording, split.map(Titles.Split::status).orElse(null)));
    }

    private @Nullable String text(Field field, int most, boolean lines) {
        String raw = record.first(field).orElse(null);
        String text = lines ? texts.paragraphs(raw, field, most) : texts.line(raw, field, most);
        String safe = safe(text, field);
        return safe == null ? null : Texts.shortened(safe, most);
    }

    private @Nullable String safe(@Nullable String text, Field field) {
        return text == null ? null : Privacy.safe(text, field, form, findings);
    }

    private static boolean looksLikeTest(String title) {
        String folded = Folding.fold(title);
        return TESTS.contains(folded)
                || folded.startsWith("lorem ipsum")
                || (folded.startsWith("test ") && folded.length() < 30);
    }

    private String language() {
        String raw = record.first(Field.LANGUAGE).orElse(null);
        if (raw == null || raw.equals(FRENCH)) {
            return FRENCH;
        }
        String named = LANGUAGES.get(Folding.fold(raw.length() > 40 ? "" : raw));
        if (named != null) {
            return named;
        }
        String tag = raw.strip().replace('_', '-');
        Locale locale = Locale.forLanguageTag(tag.length() > 20 ? "" : tag);
        if (locale.getLanguage().length() == 2) {
            return locale.toLanguageTag();
        }
        findings.note(NoticeCode.UNREADABLE_VALUE, Field.LANGUAGE, raw);
        return FRENCH;
    }
}
