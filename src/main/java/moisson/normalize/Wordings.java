package moisson.normalize;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import moisson.event.Field;
import moisson.event.NoticeCode;
import moisson.event.Source;
import moisson.event.SourceRecord;
import moisson.event.Status;
import moisson.event.Wording;
import moisson.reference.Reference;
import moisson.reference.Terms;
import org.jspecify.annotations.Nullable;

/** Title, description, summary, language. */
final class Wordings {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_DESCRIPTION = 10_000;
    private static final int LONGEST_SUMMARY = 200;
    /** A placeholder may be a whole description; what comes later in a real one is no placeholder. */
    private static final int HEAD = 60;

    private final Terms terms;
    private final Capitals capitals;
    private final SourceRecord record;
    private final Findings findings;
    private final Texts texts;
    private final boolean form;

    /** @param status what the title said of it, null when it said nothing */
    record Told(Wording wording, @Nullable Status status) {}

    Wordings(Reference reference, SourceRecord record, Source source, Findings findings, Texts texts) {
        this.terms = reference.terms();
        this.capitals = new Capitals(reference);
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
        Optional<Titles.Split> split = Titles.split(title, terms.titleStatuses());
        if (split.isPresent()) {
            findings.note(NoticeCode.STATUS_FROM_TITLE, Field.TITLE, title);
        }
        String description = text(Field.DESCRIPTION, LONGEST_DESCRIPTION, true);
        String summary = text(Field.SUMMARY, LONGEST_SUMMARY, false);
        if (findings.hear(NoticeCode.TEST_EVENT)
                && (looksLikeTest(title) || isPlaceholder(description) || isPlaceholder(summary))) {
            findings.note(NoticeCode.TEST_EVENT, Field.TITLE, title);
        }
        String bare = split.map(Titles.Split::title).orElse(title);
        String calm = calmed(bare, description, summary);
        Wording wording = new Wording(calm, description, summary, language(calm, description, summary));
        return Optional.of(new Told(wording, split.map(Titles.Split::status).orElse(null)));
    }

    private String calmed(String title, @Nullable String description, @Nullable String summary) {
        if (!Capitals.shouts(title)) {
            return title;
        }
        String venue = record.first(Field.VENUE).orElse(null);
        String commune = record.first(Field.COMMUNE).orElse(null);
        String organiser = record.first(Field.ORGANISER).orElse(null);
        String calm = capitals.calmed(title, Arrays.asList(commune, venue, organiser, summary, description));
        if (!calm.equals(title)) {
            findings.note(NoticeCode.CALMED_CAPITALS, Field.TITLE, title);
        }
        return calm;
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

    private boolean looksLikeTest(String title) {
        return terms.tests()
                .find(title)
                .or(() -> terms.tests().findBeginning(title).filter(beginning -> beginning))
                .isPresent();
    }

    private boolean isPlaceholder(@Nullable String text) {
        return text != null
                && terms.tests()
                        .findBeginning(text.length() > HEAD ? text.substring(0, HEAD) : text)
                        .filter(beginning -> beginning)
                        .isPresent();
    }

    private String language(String title, @Nullable String description, @Nullable String summary) {
        String raw = record.first(Field.LANGUAGE).orElse(null);
        if (raw == null) {
            String detected = Tongues.detected(title, description != null ? description : summary);
            if (!detected.equals(Tongues.FRENCH)) {
                findings.note(NoticeCode.DETECTED_LANGUAGE, Field.LANGUAGE, detected);
            }
            return detected;
        }
        if (raw.equals(Tongues.FRENCH)) {
            return Tongues.FRENCH;
        }
        Optional<String> named = terms.languages().find(raw);
        if (named.isPresent()) {
            return named.get();
        }
        String tag = raw.strip().replace('_', '-');
        Locale locale = Locale.forLanguageTag(tag.length() > 20 ? "" : tag);
        if (locale.getLanguage().length() == 2) {
            return locale.toLanguageTag();
        }
        findings.note(NoticeCode.UNREADABLE_VALUE, Field.LANGUAGE, raw);
        return Tongues.FRENCH;
    }
}
